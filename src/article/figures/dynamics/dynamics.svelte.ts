/**
 * The state of the figure of a run over its steps: parameters → workers → recordings → the moment under the cursor. The
 * cursor, the axis and which start is looked at are views: they never touch the run, and no link carries them.
 */
import { TrainingError, type EngineName, type TrainResult } from '../../../models/engine/index.ts';
import { FIGURES, figureDefaults, type FigureValues } from '../../../models/parameters/figures.ts';
import { dynamicsTraining } from '../../../models/parameters/geometry-problem.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import type { Training } from '../../../models/parameters/training.ts';
import type { TimeScale } from '../../../models/recording/axis.ts';
import { nearestFrame, type Recording } from '../../../models/recording/recording.ts';
import { runSeries, type RunSeries } from '../../../models/recording/series.ts';
import type { TimeMark } from '../../../viz/time-mark.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { marksOf } from './marks.ts';
import { Player } from './player.svelte.ts';
import { scaleFor } from './presets.ts';
import { Recorder } from './recorder.ts';
import { stillRun, type DynamicsStill, type StillRun } from './still.ts';

export type DynamicsValues = FigureValues<'dynamics'>;

/** What is on screen; it lags behind the figure's values until there is a first picture of the new ones. */
export interface Shown extends Training {
  readonly values: DynamicsValues;
  /** One for each start. */
  readonly recordings: readonly Recording[];
  /** Every step that is to be recorded is. */
  readonly whole: boolean;
}

export class Dynamics {
  values = $state.raw(figureDefaults('dynamics'));
  shown: Shown;
  status = $state<FigureStatus>('still');
  engine = $state.raw<EngineName | null>(null);
  /** Kernel path of the run, seconds of stepping in it, and steps of one model a second. */
  path = 'dense';
  seconds = $state(0);
  rate = $state(0);
  notices = $state.raw<readonly Notice[]>([]);
  /** How far the run is, as a share; null while nothing trains. */
  progress = $state<number | null>(null);
  /** The feature that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);
  /** Which of the starts is looked at. */
  start = $state(0);
  /** The reader's choice of axis; else what suits the run. */
  axis = $state<TimeScale | null>(null);
  readonly player = new Player((share) => this.#seekShare(share));

  /** The step that the reader has gone to; null follows the run. */
  #sought = $state<number | null>(null);
  #markWanted: number | null = null;
  readonly #still: StillRun;
  #recorder: Recorder | undefined;
  #wanted = false;
  #visible = true;

  readonly scale: TimeScale = $derived.by(() => this.axis ?? scaleFor(this.shown.values));
  readonly recording: Recording = $derived.by(() => this.shown.recordings[this.start] ?? this.shown.recordings[0]);
  readonly series: RunSeries = $derived.by(() =>
    this.recording === this.#still.recording ? this.#still.series : runSeries(this.recording),
  );
  readonly marks: readonly TimeMark[] = $derived.by(() => {
    if (this.recording === this.#still.recording) return this.#still.marks;
    return this.shown.whole ? marksOf(this.shown.values, this.recording, this.series) : [];
  });
  /** The last step that is recorded. */
  readonly reached: number = $derived.by(() => this.recording.frames[this.recording.frames.length - 1].step);
  /** Index of the frame under the cursor. */
  readonly at: number = $derived.by(() => nearestFrame(this.recording.frames, this.#sought ?? Infinity));
  readonly frame = $derived.by(() => this.recording.frames[this.at]);
  /** The step under the cursor. */
  readonly step: number = $derived.by(() => this.frame.step);

  constructor(still: DynamicsStill) {
    const training = dynamicsTraining(this.values);
    this.#still = stillRun(still, training.problem.n, training.problem.m);
    this.shown = $state.raw({
      ...training,
      values: this.values,
      recordings: [this.#still.recording],
      whole: true,
    });
  }

  /** Brings the cursor to the recorded step that is nearest. */
  seek(step: number): void {
    this.player.pause();
    this.#markWanted = null;
    this.#sought = step;
  }

  /** Brings the cursor to the k-th named moment, as soon as the run has it. */
  seekMark(k: number): void {
    const mark = this.progress === null ? this.marks[k] : undefined;
    if (mark) this.seek(mark.step);
    else this.#markWanted = k;
  }

  play(): void {
    const { frames } = this.recording;
    this.#markWanted = null;
    this.player.play(frames.length > 1 ? this.at / (frames.length - 1) : 0);
  }

  /**
   * New settings; the picture follows.
   * @param release false while a slider is held: the address is written when it is let go
   */
  set(change: Partial<DynamicsValues>, release = true): void {
    const values = settleValues(FIGURES.dynamics, { ...this.values, ...change }).values as DynamicsValues;
    page.set('dynamics', values, release);
    this.#take(values);
  }

  /** The link's settings, on arrival and when the reader goes back: trained even where the still shows them already. */
  open(values: DynamicsValues): void {
    this.#take(values, this.status === 'still');
  }

  /** From the seed once more: the same run, seen again as it happens. */
  again(): void {
    this.resume();
  }

  /** Ends the run; what is recorded of it stays. It cannot go on: the way to the rest begins at the seed again. */
  cancel(): void {
    this.#stop();
    this.#markWanted = null;
    this.status = 'done';
  }

  /** From the seed: a run has no use for half of it. */
  resume(): void {
    this.#stop();
    this.#wanted = true;
    if (this.#visible) void this.#train();
  }

  close(): void {
    this.player.pause();
    this.#stop();
  }

  /** The address of the settings, with the engine that ran written down: it replays there. */
  link(): string {
    const { engine } = this;
    return page.linkTo('dynamics', {
      ...this.values,
      engine: engine === 'webgl' || engine === 'wasm' ? engine : 'auto',
    });
  }

  /** Runs only while on screen: the workers are the whole page's. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (!visible) this.player.pause();
    if (visible && this.#wanted && !this.#recorder) void this.#train();
    if (visible || !this.#recorder) return;
    this.#stop();
    this.status = 'paused';
    this.#wanted = true;
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  #take(values: DynamicsValues, always = false): void {
    const same = JSON.stringify(values) === JSON.stringify(this.values);
    this.values = values;
    // A moment of another run means nothing in this one.
    if (!same) this.#markWanted = null;
    if (always || !same) this.resume();
  }

  #seekShare(share: number): void {
    const { frames } = this.recording;
    this.#sought = frames[Math.round(share * (frames.length - 1))].step;
  }

  #stop(): void {
    this.#recorder?.stop();
    this.#recorder = undefined;
    this.#wanted = false;
    this.progress = null;
  }

  async #train(): Promise<void> {
    const { values } = this;
    const training = dynamicsTraining(values);
    const { problem, recipe } = training;
    const recorder = new Recorder(training);
    this.#recorder = recorder;
    this.#wanted = false;
    this.seconds = 0;
    this.progress = 0;
    this.status = this.engine ? 'training' : 'loading';
    // A new run is followed; the reader's place in the same one stays.
    const same = JSON.stringify({ ...this.shown.values, engine: '' }) === JSON.stringify({ ...values, engine: '' });
    if (!same) this.#sought = null;
    this.player.pause();
    try {
      const result = await recorder.record(values.engine, {
        picture: (recordings, step) => {
          this.progress = step / recipe.steps;
          this.shown = { ...training, values, recordings, whole: false };
        },
      });
      if (!result) return;
      this.#note(result);
      this.shown = { ...training, values, recordings: recorder.recordings, whole: true };
      this.#stop();
      this.status = 'done';
      if (this.#markWanted !== null) this.seekMark(this.#markWanted);
      this.#markWanted = null;
      if (values.engine === 'auto') trainingPool().measure(problem, recipe);
    } catch (error) {
      this.#fail(error);
    }
  }

  #note({ engine, path, seconds, steps, models, notices }: TrainResult): void {
    this.engine = engine;
    this.path = path;
    this.seconds = seconds;
    this.rate = (steps * models.length) / seconds;
    for (const notice of notices) this.#say(notice);
  }

  /** The last good picture stays; one line says what happened, one click goes back to settings that work. */
  #fail(error: unknown): void {
    this.#stop();
    this.status = 'failed';
    const reason = error instanceof TrainingError ? error.message : String(error);
    const good = figureDefaults('dynamics');
    this.#say(`Training stopped: ${reason}. What was recorded before is shown.`, {
      label: 'Back to the figure’s own settings',
      run: () => this.set(good),
    });
  }

  #say(text: string, action?: Notice['action']): void {
    if (this.notices.some((notice) => notice.text === text)) return;
    this.notices = [...this.notices, { text, ...(action ? { action } : {}) }];
  }
}
