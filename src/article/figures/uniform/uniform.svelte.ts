/**
 * The figure's state: parameters → workers → snapshot. A small setting trains all its densities side by side while it is
 * on screen. A long one begins with its still where there is one, trains density by density on workers of its own once
 * the reader asks for it, and goes on while the reader is elsewhere.
 */
import { densityOf } from '../../../models/parameters/density.ts';
import { toProblem } from '../../../models/parameters/to-problem.ts';
import type { FeatureGraph } from '../../../viz/feature-graph.ts';
import { RunState } from '../../figure/run-state.svelte.ts';
import { nearestGroup } from '../starts/groups.ts';
import { measureStarts } from '../starts/measuring.ts';
import type { Shelf } from '../starts/shelf.ts';
import { TrainingRounds, type Hooks } from '../starts/training-rounds.ts';
import { graphOf, modelOf, newestGroups, pictureOf, type Model, type Shown, type UniformValues } from './models.ts';
import { planOf } from './plan.ts';
import { Shelves } from './shelves.ts';
import { PAPER_VALUES, stillShown } from './still.ts';

export class Uniform extends RunState<'uniform'> {
  /** It lags behind `values` until there is a first picture of the new ones. */
  shown: Shown;
  /** The shape of the model looked at that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);

  readonly models: readonly Model[] = $derived.by(() => this.shown.groups.map((group) => modelOf(this.shown, group)));
  /** The model that is looked at closely: the nearest to the chosen density. */
  readonly selected: Model = $derived.by(() => {
    const { groups } = this.shown;
    return modelOf(this.shown, nearestGroup(groups, densityOf(this.values.S)) ?? groups[0]);
  });
  readonly graph: FeatureGraph = $derived.by(() => graphOf(this.selected));

  readonly #shelves = new Shelves();
  /** Whether what is on screen has not been asked for again since the page was opened, however often it is left. */
  #arrived = false;

  constructor(still: Shown) {
    super('uniform', still.values);
    this.shown = $state.raw(still);
  }

  /** Looks at one of the trained densities. */
  look(density: number, release = true): void {
    this.lit = null;
    this.set({ S: densityOf(density) }, release);
  }

  override open(values: UniformValues): void {
    this.#arrived = this.status === 'still';
    super.open(values);
  }

  /** What is kept of these settings: a file may add to it. */
  shelf(values: UniformValues): Shelf {
    return this.#shelves.of(values);
  }

  override again(): void {
    this.#shelves.of(this.values).clear();
    this.#arrived = false;
    super.again();
  }

  protected override accept(values: UniformValues, always = false): void {
    const before = this.values;
    this.values = values;
    if (!always && this.runKey(values) === this.runKey(before)) return;
    this.lit = null;
    const same = pictureOf(values) === pictureOf(before);
    if (pictureOf(values) === pictureOf(PAPER_VALUES) && (!same || always)) void this.#showRecorded(values);
    else this.resume();
  }

  /** All but which density is looked at closely. */
  protected override runKey({ S: _, ...rest }: UniformValues): string {
    return JSON.stringify(rest);
  }

  /** The paper's setting takes minutes: first its still. */
  async #showRecorded(values: UniformValues): Promise<void> {
    this.stop();
    // The reader may not wait for it: then it would cover what they look at or train.
    const waiting = (): boolean => this.runs.idle && pictureOf(this.values) === pictureOf(PAPER_VALUES);
    try {
      const { default: record } = await import('./still.json', { with: { type: 'json' } });
      if (!waiting()) return;
      const still = stillShown(PAPER_VALUES, record.paper);
      const { problem, groups } = still;
      const shelf = this.#shelves.of(values);
      const trained = shelf.groups(problem);
      this.shown = { ...still, values, groups: newestGroups(problem, trained, groups) };
      this.good = values;
      this.status = trained.length === 0 ? 'still' : shelf.missing(problem.models).length === 0 ? 'done' : 'paused';
      if (trained.length === 0) this.engine = null;
    } catch {
      // Without the still the reader waits for the first density.
      if (waiting()) this.resume();
    }
  }

  protected async train(): Promise<void> {
    const { values } = this;
    const shelf = this.#shelves.of(values);
    shelf.prepareFor(values);
    const { problem, recipe } = toProblem('uniform', values);
    const missing = shelf.missing(problem.models);
    const { long, pool, rounds, pictures } = planOf(problem, missing, densityOf(values.S));
    // On arrival the still shows these models as they end: their first steps would only take that away.
    const early = !this.#arrived || pictureOf(values) !== pictureOf(this.shown.values);
    this.begin({ drawn: long || !early, stays: long });
    this.seconds = 0;
    const show = (step: number): void => {
      // A density that is not trained yet stays as it was, where it was of the same setting.
      const before = shelf.fits(this.shown.values) ? this.shown.groups : [];
      this.shown = { values, problem, groups: newestGroups(problem, shelf.groups(problem), before), step };
      this.runs.drew();
    };
    let done = 0;
    for (const [k, round] of rounds.entries()) {
      const share = round.models.length / missing.length;
      const hooks: Hooks = {
        early: (of, progress) => {
          this.status = 'training';
          if (!early || (!long && k > 0)) return;
          shelf.addEarly(of, progress);
          show(progress.step);
        },
        finished: (of, result) => {
          shelf.add(of, result);
          this.note(result, result.steps * result.models.length, values);
          show(result.steps);
        },
        share: (part) => (this.progress = done + part * share),
      };
      const run = new TrainingRounds([round], recipe, values.engine, hooks, { pool, pictures });
      this.runs.follow(run);
      try {
        if (!(await run.run())) return;
      } catch (error) {
        return this.fail(error, this.shown.values, 'The last good models are shown.');
      }
      done += share;
    }
    if (rounds.length === 0) show(recipe.steps);
    const evaluation = measureStarts(problem, shelf, () => show(recipe.steps), { pool });
    if (evaluation) this.runs.follow(evaluation);
    try {
      if (evaluation && !(await evaluation.result)) return;
    } catch (error) {
      return this.fail(error, this.shown.values, 'The last good models are shown.');
    }
    this.end(values);
    if (values.engine === 'auto' && !long && rounds.length > 0) pool.measure(rounds[0], recipe);
  }
}
