/**
 * What figures that train have in common: their settings, the run that follows them, what is said of it, and the link that
 * replays it. State flows one way: settings → run → what is on screen.
 */
import { TrainingError, type EngineName, type TrainResult } from '../../models/engine/index.ts';
import { FIGURES, type FigureId, type FigureValues, type Values } from '../../models/parameters/figures.ts';
import { settleValues } from '../../models/parameters/settle.ts';
import { page } from '../page-state.svelte.ts';
import { LatestRun } from './latest-run.ts';
import type { FigureStatus, Notice } from './status.ts';

export type RunValues<F extends FigureId> = FigureValues<F> & Values;

export abstract class RunState<F extends FigureId> {
  readonly id: F;
  values: RunValues<F>;
  status = $state<FigureStatus>('still');
  /** What trained last; null before anything has. */
  engine = $state.raw<EngineName | null>(null);
  /** Kernel path of the last training, seconds of stepping in the run, and steps of one model a second. */
  path = 'dense';
  seconds = $state(0);
  rate = $state(0);
  notices = $state.raw<readonly Notice[]>([]);
  /** How far the run is, as a share; null while nothing trains. */
  progress = $state<number | null>(null);

  protected readonly runs = new LatestRun(() => void this.train());
  /** Settings of which there are models: of the still, then of the last run that has ended. */
  protected good: RunValues<F>;
  /** The run that `engine` trained. */
  #ran = $state('');

  /** @param values the still's */
  constructor(id: F, values: RunValues<F>) {
    this.id = id;
    this.values = $state.raw(values);
    this.good = values;
  }

  /** Trains what is missing of the present settings. It begins with begin(), and ends with end() or fail(). */
  protected abstract train(): Promise<void>;

  /** The settings have changed in what a run depends on. */
  protected changed?(): void;

  /** They have been set, and no run depends on what is different. */
  protected viewed?(before: RunValues<F>): void;

  /** Everything that a run depends on. */
  protected runKey(values: RunValues<F>): string {
    return JSON.stringify(values);
  }

  /**
   * New settings; the picture follows.
   * @param release false while a slider is held: the address is written when it is let go
   */
  set(change: Partial<RunValues<F>>, release = true): void {
    const values = settleValues(FIGURES[this.id], { ...this.values, ...change }).values as RunValues<F>;
    page.set(this.id, values, release);
    this.accept(values);
  }

  /** The link's settings, on arrival and when the reader goes back: trained even where the still shows them already. */
  open(values: RunValues<F>): void {
    this.accept(values, this.status === 'still');
  }

  /** From the seed once more: the same models, seen again as they form. */
  again(): void {
    this.stop();
    this.resume();
  }

  /** Ends the run and keeps what it has found. */
  cancel(): void {
    this.stop();
    this.status = 'paused';
  }

  /** Trains what is missing. */
  resume(): void {
    this.runs.ask();
  }

  close(): void {
    this.stop();
  }

  setVisible(visible: boolean): void {
    if (!this.runs.setVisible(visible)) return;
    this.progress = null;
    this.status = 'paused';
  }

  /** The address of the settings. Where they have been trained the engine that did is written down: it replays there. */
  link(): string {
    const { engine, values } = this;
    const ran = engine !== 'reference' && this.#ran === this.runKey(values) ? engine : null;
    return page.linkTo(this.id, { ...values, engine: ran ?? values.engine });
  }

  /** One line under the picture; said again it replaces what it said before. */
  say(text: string, action?: Notice['action'], holds?: Notice['holds']): void {
    const notice: Notice = { text, ...(action ? { action } : {}), ...(holds ? { holds } : {}) };
    const said = this.notices.some((each) => each.text === text);
    this.notices = said ? this.notices.map((each) => (each.text === text ? notice : each)) : [...this.notices, notice];
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  protected accept(values: RunValues<F>, always = false): void {
    const before = this.values;
    const same = this.runKey(values) === this.runKey(before);
    this.values = values;
    if (!same) this.changed?.();
    if (always || !same) this.resume();
    else this.viewed?.(before);
  }

  protected stop(): void {
    this.runs.stop();
    this.progress = null;
  }

  protected begin(manner?: Parameters<LatestRun['begin']>[0]): void {
    this.runs.begin(manner);
    this.progress = 0;
    this.status = this.engine ? 'training' : 'loading';
  }

  protected ranOn(engine: EngineName, values: RunValues<F>): void {
    this.engine = engine;
    this.#ran = this.runKey(values);
    this.status = 'training';
  }

  /**
   * A part of the run has ended.
   * @param steps of one model, of all models together
   */
  protected note(
    { engine, path, seconds, notices }: Pick<TrainResult, 'engine' | 'path' | 'seconds' | 'notices'>,
    steps: number,
    values: RunValues<F>,
  ): void {
    this.ranOn(engine, values);
    this.path = path;
    this.seconds += seconds;
    this.rate = steps / seconds;
    for (const notice of notices) this.say(notice);
  }

  protected end(values: RunValues<F>): void {
    // Where nothing was missing, what ran before had trained it.
    if (values.engine === 'auto' || values.engine === this.engine) this.#ran = this.runKey(values);
    this.good = values;
    this.progress = null;
    this.status = 'done';
    this.runs.over();
  }

  /**
   * The last good picture stays; one line says what happened, and one click goes back to settings that work, or tries
   * these again where there are no others.
   * @param shown settings of the picture
   * @param kept what is on screen, as a sentence
   */
  protected fail(error: unknown, shown: RunValues<F>, kept: string): void {
    this.progress = null;
    this.status = 'paused';
    // The reader has moved on: what failed is not what is wanted.
    if (this.runs.over()) return;
    this.status = 'failed';
    const failed = this.runKey(this.values);
    const back = [shown, this.good].find((values) => this.runKey(values) !== failed);
    this.say(
      `Training stopped: ${reasonOf(error)}. ${kept}`,
      back
        ? { label: 'Back to the settings before', run: () => this.set(back) }
        : { label: 'Try again', run: () => this.resume() },
      () => this.status === 'failed',
    );
  }
}

/** Why a training has stopped, in one line. */
export const reasonOf = (error: unknown): string => (error instanceof TrainingError ? error.message : String(error));
