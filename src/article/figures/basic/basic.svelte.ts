/**
 * The figure's state: parameters → worker → snapshot. A round of first starts makes the picture, and every later round
 * can only make it better. What is trained is kept by density and start, so a longer list, one more start or a way back
 * trains what is missing and nothing else.
 */
import { densityOf } from '../../../models/parameters/density.ts';
import { FIGURES } from '../../../models/parameters/figures.ts';
import { basicExperiment } from '../../../models/parameters/storage-problem.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import type { ModelView } from '../../../viz/model-view.ts';
import { RunState } from '../../figure/run-state.svelte.ts';
import type { FigureStatus } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { Explorer } from './explorer.svelte.ts';
import { viewOf, type BasicValues } from './models.ts';
import { LINEAR, nearestGroup, rankOf, type Group, type Start } from '../starts/groups.ts';
import { measureStarts } from '../starts/measuring.ts';
import { roundsOf } from '../starts/rounds.ts';
import { Shelf } from '../starts/shelf.ts';
import type { StillPicture } from './still.ts';
import { TrainingRounds } from '../starts/training-rounds.ts';

export class Basic extends RunState<'basic'> {
  /** Settings of the picture on screen; they lag behind `values` until a new one has its first picture. */
  shownValues: BasicValues;
  /** The linear model, then the list's densities in its order. */
  groups: readonly Group[];
  /** Step that the picture has reached. */
  step: number;
  /** The feature that pointer, focus or the text lights up, and the model that the text points at. */
  lit = $state<number | null>(null);
  pointed = $state<string | null>(null);
  /** Whether the linear model is selected, which stands at no density. */
  linear = $state(false);
  /** The start that is looked at, by its number, since ranks move while starts arrive; null for the best. */
  chosen = $state<number | null>(null);

  readonly shelf: Shelf;
  /** The model at the slider, where the list has none. */
  readonly explorer = new Explorer(this);

  /** The density at which the slider stands. */
  readonly density: number = $derived.by(() => densityOf(this.values.S));

  /** The selected model; the nearest one while the slider's is on its way. */
  readonly selected: Group = $derived.by(() => {
    const [first] = this.groups;
    if (this.linear) return this.groups.find(({ key }) => key === LINEAR) ?? first;
    const { group } = this.explorer;
    return nearestGroup(group ? [...this.groups, group] : this.groups, this.density) ?? first;
  });
  /** Its rank among the selected model's. */
  readonly rank: number = $derived.by(() => rankOf(this.selected.starts, this.chosen));
  readonly start: Start = $derived.by(() => this.selected.starts[this.rank]);
  readonly view: ModelView = $derived.by(() => viewOf(this.selected, this.start));

  /** What the whole figure is doing: also the model at the slider. */
  readonly figureStatus: FigureStatus = $derived.by(() =>
    this.status === 'done' && this.explorer.busy ? 'training' : this.status,
  );

  constructor({ values, groups }: StillPicture) {
    super('basic', values);
    this.shownValues = $state.raw(values);
    this.groups = $state.raw(groups);
    this.step = $state(values.steps);
    this.shelf = new Shelf(values);
  }

  override set(change: Partial<BasicValues>, release = true): void {
    if ('S' in change) this.linear = false;
    super.set(change, release);
  }

  reset(key: keyof BasicValues): void {
    this.set({ [key]: FIGURES.basic.parameters[key].default });
  }

  /** One of the strip's models. */
  select(key: string): void {
    this.chosen = null;
    if (key === LINEAR) this.linear = true;
    else this.set({ S: densityOf(Number(key)) });
  }

  /** Models of these settings that were trained elsewhere; what is missing of the picture is trained. */
  take(values: BasicValues, models: readonly { readonly settings: ModelSettings; readonly start: Start }[]): void {
    page.set('basic', values, true);
    this.stop();
    this.values = values;
    this.chosen = null;
    this.explorer.forget();
    this.shelf.clear();
    this.shelf.prepareFor(values);
    for (const { settings, start } of models) this.shelf.put(settings, start);
    this.resume();
  }

  override again(): void {
    this.shelf.clear();
    this.explorer.forget();
    this.chosen = null;
    super.again();
  }

  override close(): void {
    super.close();
    this.explorer.stop();
  }

  override setVisible(visible: boolean): void {
    super.setVisible(visible);
    this.explorer.setVisible(visible);
  }

  protected override changed(): void {
    this.chosen = null;
  }

  protected override viewed(before: BasicValues): void {
    if (this.values.S === before.S) return;
    this.chosen = null;
    this.explorer.look();
  }

  /** All but where the slider stands. */
  protected override runKey({ S: _, ...rest }: BasicValues): string {
    return JSON.stringify(rest);
  }

  protected async train(): Promise<void> {
    this.explorer.stop();
    this.begin();
    this.seconds = 0;
    const { values, shelf } = this;
    const { problem, recipe } = basicExperiment(values);
    if (!shelf.fits(values)) this.explorer.forget();
    shelf.prepareFor(values);
    const rounds = roundsOf(problem, shelf.missing(problem.models), trainingPool().workers);
    const show = (step: number): void => {
      this.groups = shelf.groups(problem);
      this.shownValues = values;
      this.step = step;
      this.runs.drew();
    };
    const run = new TrainingRounds(rounds, recipe, values.engine, {
      early: (round, progress) => {
        shelf.addEarly(round, progress);
        show(progress.step);
      },
      finished: (round, result) => {
        shelf.add(round, result);
        this.note(result, result.steps * result.models.length, values);
        show(result.steps);
      },
      share: (share) => (this.progress = share),
    });
    this.runs.follow(run);
    try {
      if (!(await run.run())) return;
      if (rounds.length === 0) show(recipe.steps);
      // What was asked for meanwhile has begun.
      if (!this.runs.follows(run)) return;
      const evaluation = measureStarts(problem, shelf, () => show(recipe.steps));
      if (evaluation) this.runs.follow(evaluation);
      if (evaluation && !(await evaluation.result)) return;
    } catch (error) {
      return this.fail(error, this.shownValues, 'The last good models are shown.');
    }
    this.end(values);
    this.explorer.look();
    if (values.engine === 'auto' && rounds.length > 0) trainingPool().measure(rounds[0], recipe);
  }
}
