/**
 * The figure's state: parameters → workers → snapshot. A small setting trains all its densities side by side while it is
 * on screen. A long one begins with its still where there is one, trains density by density on workers of its own once
 * the reader asks for it, and goes on while the reader is elsewhere.
 */
import { TrainingError, type EngineName, type TrainResult } from '../../../models/engine/index.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { FIGURES } from '../../../models/parameters/figures.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import { toProblem } from '../../../models/parameters/to-problem.ts';
import type { FeatureGraph } from '../../../viz/feature-graph.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { nearestGroup } from '../basic/groups.ts';
import type { Shelf } from '../basic/shelf.ts';
import { TrainingRounds } from '../basic/training-rounds.ts';
import { graphOf, modelOf, newestGroups, pictureOf, type Model, type Shown, type UniformValues } from './models.ts';
import { planOf } from './plan.ts';
import { Shelves } from './shelves.ts';
import { PAPER_VALUES, stillShown } from './still.ts';

interface Run {
  readonly long: boolean;
  /** The round on its way. */
  round: TrainingRounds | null;
  /** Whether anything has been drawn yet. */
  drawn: boolean;
}

export class Uniform {
  values: UniformValues;
  /** It lags behind `values` until there is a first picture of the new ones. */
  shown: Shown;
  status = $state<FigureStatus>('still');
  engine = $state.raw<EngineName | null>(null);
  /** Kernel path of the last round, seconds of stepping in the run, and steps of one model a second. */
  path = 'dense';
  seconds = $state(0);
  rate = $state(0);
  notices = $state.raw<readonly Notice[]>([]);
  /** How far the run is, as a share; null while nothing trains. */
  progress = $state<number | null>(null);
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
  #run: Run | null = null;
  #wanted = false;
  #visible = true;
  /** Whether what is on screen has not been asked for again since the page was opened, however often it is left. */
  #arrived = false;

  constructor(still: Shown) {
    this.values = $state.raw(still.values);
    this.shown = $state.raw(still);
  }

  /**
   * New settings; the picture follows.
   * @param release false while a slider is held: the address is written when it is let go
   */
  set(change: Partial<UniformValues>, release = true): void {
    const values = settleValues(FIGURES.uniform, { ...this.values, ...change }).values as UniformValues;
    page.set('uniform', values, release);
    this.#take(values);
  }

  /** Looks at one of the trained densities. */
  look(density: number, release = true): void {
    this.lit = null;
    this.set({ S: densityOf(density) }, release);
  }

  /** The link's settings, on arrival and when the reader goes back: trained even where the still shows them already. */
  open(values: UniformValues): void {
    this.#arrived = this.status === 'still';
    this.#take(values, this.#arrived);
  }

  /** What is kept of these settings: a file may add to it. */
  shelf(values: UniformValues): Shelf {
    return this.#shelves.of(values);
  }

  /** From the seed once more: the same models, seen again as they form. */
  again(): void {
    this.#shelves.of(this.values).clear();
    this.#arrived = false;
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
    // A run that has begun is left to reach its first picture, so that a long drag shows some.
    if (this.#visible && (!this.#run || this.#run.drawn || this.#run.long)) void this.#train();
  }

  close(): void {
    this.#stop();
  }

  /** The address of the settings, with the engine that ran written down: it replays there. */
  link(): string {
    const { engine } = this;
    const ran = engine === 'webgl' || engine === 'wasm' ? engine : 'auto';
    return page.linkTo('uniform', { ...this.values, engine: ran });
  }

  /** A short run is on the whole page's workers and stops off screen; a long one has its own and goes on. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.#wanted) this.resume();
    if (visible || !this.#run || this.#run.long) return;
    this.cancel();
    this.#wanted = true;
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  #take(values: UniformValues, always = false): void {
    const before = this.values;
    this.values = values;
    const same = pictureOf(values) === pictureOf(before);
    if (same && !always && values.engine === before.engine) return;
    this.lit = null;
    if (pictureOf(values) === pictureOf(PAPER_VALUES) && (!same || always)) void this.#showRecorded(values);
    else this.resume();
  }

  /** The paper's setting takes minutes: first its still. */
  async #showRecorded(values: UniformValues): Promise<void> {
    this.#stop();
    try {
      const { default: record } = await import('./still.json', { with: { type: 'json' } });
      if (pictureOf(this.values) !== pictureOf(PAPER_VALUES)) return;
      // The reader has not waited for it: a still would cover what they train.
      if (this.#run || this.#wanted) return;
      const still = stillShown(PAPER_VALUES, record.paper);
      const { problem, groups } = still;
      const shelf = this.#shelves.of(values);
      const trained = shelf.groups(problem);
      this.shown = { ...still, values, groups: newestGroups(problem, trained, groups) };
      this.status = trained.length === 0 ? 'still' : shelf.missing(problem.models).length === 0 ? 'done' : 'paused';
      if (trained.length === 0) this.engine = null;
    } catch {
      // Without the still the reader waits for the first density.
      this.resume();
    }
  }

  #stop(): void {
    this.#run?.round?.stop();
    this.#run = null;
    this.#wanted = false;
    this.progress = null;
  }

  async #train(): Promise<void> {
    this.#stop();
    const { values } = this;
    const shelf = this.#shelves.of(values);
    shelf.prepareFor(values);
    const { problem, recipe } = toProblem('uniform', values);
    const missing = shelf.missing(problem.models);
    const { long, pool, rounds, pictures } = planOf(problem, missing, densityOf(values.S));
    // On arrival the still shows these models as they end: their first steps would only take that away.
    const early = !this.#arrived || pictureOf(values) !== pictureOf(this.shown.values);
    const run: Run = { long, round: null, drawn: !early };
    this.#run = run;
    const show = (step: number): void => {
      // A density that is not trained yet stays as it was, where it was of the same setting.
      const before = shelf.fits(this.shown.values) ? this.shown.groups : [];
      this.shown = { values, problem, groups: newestGroups(problem, shelf.groups(problem), before), step };
      run.drawn = true;
      this.status = 'training';
      if (this.#wanted && this.#visible) void this.#train();
    };
    this.seconds = 0;
    this.status = this.engine ? 'training' : 'loading';
    let done = 0;
    for (const [k, round] of rounds.entries()) {
      const share = round.models.length / missing.length;
      run.round = new TrainingRounds(
        [round],
        recipe,
        values.engine,
        {
          early: (of, progress) => {
            this.status = 'training';
            if (!early || (!long && k > 0)) return;
            shelf.addEarly(of, progress);
            show(progress.step);
          },
          finished: (of, result) => {
            shelf.add(of, result);
            this.#note(result);
            show(result.steps);
          },
          share: (part) => (this.progress = done + part * share),
        },
        { pool, pictures },
      );
      try {
        if (!(await run.round.run())) return;
      } catch (error) {
        return this.#fail(error);
      }
      done += share;
    }
    if (rounds.length === 0) show(recipe.steps);
    this.#stop();
    this.status = 'done';
    if (values.engine === 'auto' && !long && rounds.length > 0) pool.measure(rounds[0], recipe);
  }

  #note({ engine, path, seconds, steps, models, notices }: TrainResult): void {
    this.engine = engine;
    this.path = path;
    this.seconds += seconds;
    this.rate = (steps * models.length) / seconds;
    this.status = 'training';
    for (const notice of notices) this.#say(notice);
  }

  /** The last good picture stays; one line says what happened, one click goes back to settings that work. */
  #fail(error: unknown): void {
    this.#stop();
    this.status = 'failed';
    const reason = error instanceof TrainingError ? error.message : String(error);
    const good = this.shown.values;
    this.#say(`Training stopped: ${reason}. The last good models are shown.`, {
      label: 'Back to their settings',
      run: () => this.set(good),
    });
  }

  #say(text: string, action?: Notice['action']): void {
    if (this.notices.some((notice) => notice.text === text)) return;
    this.notices = [...this.notices, { text, ...(action ? { action } : {}) }];
  }
}
