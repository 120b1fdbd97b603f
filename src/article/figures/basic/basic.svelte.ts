/**
 * The figure's state: parameters → worker → snapshot. A round of first starts makes the picture, and every later round
 * can only make it better. What is trained is kept by density and start, so a longer list, one more start or a way back
 * trains what is missing and nothing else.
 */
import { TrainingError, type EngineName, type TrainResult } from '../../../models/engine/index.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { FIGURES } from '../../../models/parameters/figures.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import { basicTraining } from '../../../models/parameters/storage-problem.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import type { ModelView } from '../../../viz/model-view.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { Explorer } from './explorer.svelte.ts';
import { LINEAR, nearestGroup, viewOf, type BasicValues, type Group, type Start } from './groups.ts';
import { roundsOf } from './rounds.ts';
import { Shelf } from './shelf.ts';
import type { StillPicture } from './still.ts';
import { TrainingRounds } from './training-rounds.ts';

export class Basic {
  values: BasicValues;
  /** Settings of the picture on screen; they lag behind `values` until a new one has its first picture. */
  shownValues: BasicValues;
  /** The linear model, then the list's densities in its order. */
  groups: readonly Group[];
  /** Step that the picture has reached. */
  step: number;
  status = $state<FigureStatus>('still');
  engine = $state.raw<EngineName | null>(null);
  /** Kernel path of the last round, seconds of stepping in the run, and steps of one model a second. */
  path = 'dense';
  seconds = $state(0);
  rate = $state(0);
  notices = $state.raw<readonly Notice[]>([]);
  /** How far the run is, as a share; null while nothing trains. */
  progress = $state<number | null>(null);
  /** The feature that pointer, focus or the text lights up, and the model that the text points at. */
  lit = $state<number | null>(null);
  pointed = $state<string | null>(null);
  /** Whether the linear model is selected, which stands at no density. */
  linear = $state(false);
  /** Which of the selected model's starts is looked at: 0, the best, unless the reader looks at another. */
  chosen = $state(0);

  readonly shelf: Shelf;
  /** The model at the slider, where the list has none. */
  readonly explorer = new Explorer(this);

  #run: TrainingRounds | undefined;
  /** Whether the run has drawn anything yet, and whether another one is to follow. */
  #drawn = false;
  #wanted = false;
  #visible = true;

  /** The density at which the slider stands. */
  readonly density: number = $derived.by(() => densityOf(this.values.S));

  /** The selected model; the nearest one while the slider's is on its way. */
  readonly selected: Group = $derived.by(() => {
    const [first] = this.groups;
    if (this.linear) return this.groups.find(({ key }) => key === LINEAR) ?? first;
    const { group } = this.explorer;
    return nearestGroup(group ? [...this.groups, group] : this.groups, this.density) ?? first;
  });
  readonly start: Start = $derived.by(() => this.selected.starts[this.chosen] ?? this.selected.starts[0]);
  readonly view: ModelView = $derived.by(() => viewOf(this.selected, this.start));

  /** What the whole figure is doing: also the model at the slider. */
  readonly figureStatus: FigureStatus = $derived.by(() =>
    this.status === 'done' && this.explorer.busy ? 'training' : this.status,
  );

  constructor({ values, groups }: StillPicture) {
    this.values = $state.raw(values);
    this.shownValues = $state.raw(values);
    this.groups = $state.raw(groups);
    this.step = $state(values.steps);
    this.shelf = new Shelf(values);
  }

  /**
   * New settings; the picture follows.
   * @param release false while a slider is held: the address is written when it is let go
   */
  set(change: Partial<BasicValues>, release = true): void {
    const values = settleValues(FIGURES.basic, { ...this.values, ...change }).values as BasicValues;
    page.set('basic', values, release);
    if ('S' in change) this.linear = false;
    this.#take(values);
  }

  reset(key: keyof BasicValues): void {
    this.set({ [key]: FIGURES.basic.parameters[key].default });
  }

  /** One of the strip's models. */
  select(key: string): void {
    this.chosen = 0;
    if (key === LINEAR) this.linear = true;
    else this.set({ S: densityOf(Number(key)) });
  }

  /** The link's settings, on arrival and when the reader goes back: trained even where the still shows them already. */
  open(values: BasicValues): void {
    this.#take(values, this.status === 'still');
  }

  /** Models of these settings that were trained elsewhere; what is missing of the picture is trained. */
  take(values: BasicValues, models: readonly { readonly settings: ModelSettings; readonly start: Start }[]): void {
    page.set('basic', values, true);
    this.#stop();
    this.values = values;
    this.chosen = 0;
    this.explorer.forget();
    this.shelf.clear();
    this.shelf.prepareFor(values);
    for (const { settings, start } of models) this.shelf.put(settings, start);
    this.resume();
  }

  /** From the seed once more: the same models, seen again as they form. */
  again(): void {
    this.shelf.clear();
    this.explorer.forget();
    this.#stop();
    this.resume();
  }

  /** Ends the run and keeps what it has found. */
  cancel(): void {
    this.#stop();
    this.status = 'paused';
  }

  /** Trains what is missing. */
  resume(): void {
    this.#wanted = true;
    this.explorer.stop();
    // A run that has begun is left to reach its first picture, so that a long drag shows some.
    if (this.#visible && (!this.#run || this.#drawn)) void this.#train();
  }

  close(): void {
    this.#stop();
    this.explorer.stop();
  }

  /** The address of the settings, with the engine that ran written down: it replays there. */
  link(): string {
    const { engine } = this;
    return page.linkTo('basic', { ...this.values, engine: engine === 'webgl' || engine === 'wasm' ? engine : 'auto' });
  }

  /** Runs only while on screen: the workers are the whole page's. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.#wanted) this.resume();
    if (visible || !this.#run) return;
    this.cancel();
    this.#wanted = true;
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  /** The last good picture stays; one line says what happened, one click goes back to settings that work. */
  fail(error: unknown): void {
    this.#stop();
    this.status = 'failed';
    const reason = error instanceof TrainingError ? error.message : String(error);
    const good = this.shownValues;
    this.#say(`Training stopped: ${reason}. The last good models are shown.`, {
      label: 'Back to their settings',
      run: () => this.set(good),
    });
  }

  #say(text: string, action?: Notice['action']): void {
    if (this.notices.some((notice) => notice.text === text)) return;
    this.notices = [...this.notices, { text, ...(action ? { action } : {}) }];
  }

  #take(values: BasicValues, always = false): void {
    const before = this.values;
    this.values = values;
    if (always || pictureOf(values) !== pictureOf(before)) {
      this.chosen = 0;
      this.resume();
    } else if (values.S !== before.S) {
      this.chosen = 0;
      this.explorer.look();
    }
  }

  #stop(): void {
    this.#run?.stop();
    this.#run = undefined;
    this.#wanted = false;
    this.progress = null;
  }

  async #train(): Promise<void> {
    this.#stop();
    const { values, shelf } = this;
    const { problem, recipe } = basicTraining(values);
    if (!shelf.fits(values)) this.explorer.forget();
    shelf.prepareFor(values);
    const missing = shelf.missing(problem.models);
    const rounds = roundsOf(problem, missing, trainingPool().workers);
    const show = (step: number): void => {
      this.groups = shelf.groups(problem);
      this.shownValues = values;
      this.step = step;
      this.#drawn = true;
      if (this.#wanted && this.#visible) void this.#train();
    };
    const run = new TrainingRounds(rounds, recipe, values.engine, {
      early: (round, progress) => {
        shelf.addEarly(round, progress);
        show(progress.step);
      },
      finished: (round, result) => {
        shelf.add(round, result);
        this.#note(result);
        show(result.steps);
      },
      share: (share) => (this.progress = share),
    });
    this.#run = run;
    this.#drawn = false;
    this.seconds = 0;
    this.status = this.engine ? 'training' : 'loading';
    try {
      if (!(await run.run())) return;
    } catch (error) {
      return this.fail(error);
    }
    if (rounds.length === 0) show(recipe.steps);
    this.#stop();
    this.status = 'done';
    this.explorer.look();
    if (values.engine === 'auto' && rounds.length > 0) trainingPool().measure(rounds[0], recipe);
  }

  #note({ engine, path, seconds, steps, models, notices }: TrainResult): void {
    this.engine = engine;
    this.path = path;
    this.seconds += seconds;
    this.rate = (steps * models.length) / seconds;
    this.status = 'training';
    for (const notice of notices) this.#say(notice);
  }
}

/** Everything that the strip depends on: all but where the slider stands. */
function pictureOf({ S: _, ...rest }: BasicValues): string {
  return JSON.stringify(rest);
}
