/**
 * The state of a figure that shows the best of several starts: parameters → workers → snapshot. A round of first starts
 * makes the picture and every later round can only make it better; what is trained is kept by density and start, so a way
 * back trains what is missing and nothing else. A figure may have more than one part, each a training of its own.
 */
import { TrainingError, type EngineName, type TrainResult } from '../../../models/engine/index.ts';
import { FIGURES, type FigureValues, type Values } from '../../../models/parameters/figures.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import type { Training } from '../../../models/parameters/training.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import type { Group, Start } from '../basic/groups.ts';
import { roundsOf } from '../basic/rounds.ts';
import { Shelf } from '../basic/shelf.ts';
import { TrainingRounds, type Hooks } from '../basic/training-rounds.ts';
import { modelsIn, planOf } from './plan.ts';

/** The figures of this kind. */
export type StartsFigureId = 'hidden' | 'absolute' | 'perturbed' | 'correlated';

export type StartsValues<F extends StartsFigureId> = FigureValues<F> & Values;

/** What one part of a figure trains. */
export interface PartTraining<F extends StartsFigureId> extends Training {
  /** The figure's values that give this training. */
  readonly values: StartsValues<F>;
}

/** What is on screen of one part: its models, a group a density, the best start first in each. */
export interface Shown<F extends StartsFigureId> extends PartTraining<F> {
  readonly groups: readonly Group[];
  /** Step that the models on screen have reached. */
  readonly step: number;
}

/** How a figure trains its starts, where it is not one round of first starts and then the others. */
export interface StartsOptions {
  /** All starts that are missing in one round: for models so small that there is no waiting for the first. */
  readonly together?: boolean;
  /** Steps at which the first round of a part is drawn while it learns; PICTURES where there are none. */
  readonly pictures?: readonly number[];
}

export class StartsFigure<F extends StartsFigureId> {
  readonly id: F;
  values: StartsValues<F>;
  /** One for each part; they lag behind `values` until there is a first picture of the new ones. */
  shown: readonly Shown<F>[];
  status = $state<FigureStatus>('still');
  engine = $state.raw<EngineName | null>(null);
  /** Kernel path of the last round, seconds of stepping in the run, and steps of one model a second. */
  path = 'dense';
  seconds = $state(0);
  rate = $state(0);
  notices = $state.raw<readonly Notice[]>([]);
  /** How far the run is, as a share; null while nothing trains. */
  progress = $state<number | null>(null);
  /** The feature and the neuron that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);
  neuron = $state<number | null>(null);
  /** Which of the starts is looked at: 0, the best, unless the reader looks at another. */
  chosen = $state(0);

  readonly #partsOf: (values: StartsValues<F>) => readonly PartTraining<F>[];
  readonly #shelves: readonly Shelf[];
  readonly #options: StartsOptions;
  #run: TrainingRounds | undefined;
  /** Whether the run has drawn anything yet, and whether another one is to follow. */
  #drawn = false;
  #wanted = false;
  #visible = true;

  /**
   * @param partsOf the trainings that values ask for, the first one the figure's own
   * @param shown a still of each of them
   */
  constructor(
    id: F,
    partsOf: (values: StartsValues<F>) => readonly PartTraining<F>[],
    shown: readonly Shown<F>[],
    options: StartsOptions = {},
  ) {
    this.id = id;
    this.#options = options;
    this.#partsOf = partsOf;
    this.values = $state.raw(shown[0].values);
    this.shown = $state.raw(shown);
    this.#shelves = shown.map(({ values }) => new Shelf(values));
  }

  /**
   * New settings; the picture follows.
   * @param release false while a slider is held: the address is written when it is let go
   */
  set(change: Partial<StartsValues<F>>, release = true): void {
    const values = settleValues(FIGURES[this.id], { ...this.values, ...change }).values as StartsValues<F>;
    page.set(this.id, values, release);
    this.#take(values);
  }

  /** The link's settings, on arrival and when the reader goes back: trained even where the still shows them already. */
  open(values: StartsValues<F>): void {
    this.#take(values, this.status === 'still');
  }

  /** Models of these settings that were trained elsewhere; what is missing of the picture is trained. */
  take(values: StartsValues<F>, models: readonly { readonly settings: ModelSettings; readonly start: Start }[]): void {
    page.set(this.id, values, true);
    this.#stop();
    this.values = values;
    this.changed();
    const [own] = this.#shelves;
    own.clear();
    own.prepareFor(values);
    for (const { settings, start } of models) own.put(settings, start);
    this.resume();
  }

  /** From the seed once more: the same models, seen again as they form. */
  again(): void {
    for (const shelf of this.#shelves) shelf.clear();
    this.chosen = 0;
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
    if (this.#visible && (!this.#run || this.#drawn)) void this.#train();
  }

  close(): void {
    this.#stop();
  }

  /** The address of the settings, with the engine that ran written down: it replays there. */
  link(): string {
    const { engine } = this;
    return page.linkTo(this.id, { ...this.values, engine: engine === 'webgl' || engine === 'wasm' ? engine : 'auto' });
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

  /** Other settings, or models from elsewhere: looked at from the best start. */
  protected changed(): void {
    this.chosen = 0;
  }

  #take(values: StartsValues<F>, always = false): void {
    const same = JSON.stringify(values) === JSON.stringify(this.values);
    this.values = values;
    if (!same) this.changed();
    if (always || !same) this.resume();
  }

  #stop(): void {
    this.#run?.stop();
    this.#run = undefined;
    this.#wanted = false;
    this.progress = null;
  }

  async #train(): Promise<void> {
    this.#stop();
    const parts = this.#partsOf(this.values);
    const { workers } = trainingPool();
    const plan = parts.map(({ values, problem, recipe }, k) => {
      this.#shelves[k].prepareFor(values);
      const missing = this.#shelves[k].missing(problem.models);
      if (this.#options.together)
        return { rounds: missing.length > 0 ? [{ ...problem, models: missing }] : [], recipe };
      return { rounds: roundsOf(problem, missing, workers), recipe };
    });
    const total = modelsIn(plan);
    let done = 0;
    this.#drawn = false;
    this.seconds = 0;
    this.status = this.engine ? 'training' : 'loading';
    for (const { part, first, rounds, recipe } of planOf(plan)) {
      const { engine } = this.values;
      const hooks: Hooks = {
        early: (round, progress) => {
          if (!first) return;
          this.#shelves[part].addEarly(round, progress);
          this.#show(parts, part, progress.step);
        },
        finished: (round, result) => {
          this.#shelves[part].add(round, result);
          this.#note(result);
          this.#show(parts, part, result.steps);
        },
        share: (share) => (this.progress = (done + share * modelsIn([{ rounds, recipe }])) / total),
      };
      const run = new TrainingRounds(rounds, recipe, engine, hooks, { pictures: this.#options.pictures });
      this.#run = run;
      try {
        if (!(await run.run())) return;
      } catch (error) {
        return this.#fail(error);
      }
      done += modelsIn([{ rounds, recipe }]);
    }
    parts.forEach((_, part) => this.#show(parts, part, parts[part].recipe.steps));
    this.#stop();
    this.status = 'done';
    const [own] = plan;
    if (this.values.engine === 'auto' && own.rounds.length > 0) trainingPool().measure(own.rounds[0], own.recipe);
  }

  #show(parts: readonly PartTraining<F>[], part: number, step: number): void {
    const groups = this.#shelves[part].groups(parts[part].problem);
    this.shown = this.shown.map((each, k) => (k === part ? { ...parts[part], groups, step } : each));
    this.#drawn = true;
    if (this.#wanted && this.#visible) void this.#train();
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
    const good = this.shown[0].values;
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
