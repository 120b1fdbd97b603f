/**
 * The state of the figure of a run over its steps: parameters → workers → recordings → the moment under the cursor. The
 * cursor, the axis and which start is looked at are views: they never touch the run, and no link carries them.
 */
import { figureDefaults, type FigureValues } from '../../../models/parameters/figures.ts';
import { dynamicsExperiment } from '../../../models/parameters/geometry-problem.ts';
import type { Experiment } from '../../../models/parameters/experiment.ts';
import type { TimeScale } from '../../../models/recording/axis.ts';
import { nearestFrame, type Recording } from '../../../models/recording/recording.ts';
import { runSeries, type RunSeries } from '../../../models/recording/series.ts';
import type { TimeMark } from '../../../viz/time-mark.ts';
import { RunState } from '../../figure/run-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { marksOf, withStart } from './marks.ts';
import { Player } from './player.svelte.ts';
import { scaleFor } from './presets.ts';
import { Recorder } from './recorder.ts';
import { stillRun, type DynamicsStill, type StillRun } from './still.ts';

export type DynamicsValues = FigureValues<'dynamics'>;

/** What is on screen; it lags behind the figure's values until there is a first picture of the new ones. */
export interface Shown extends Experiment {
  readonly values: DynamicsValues;
  /** One for each start. */
  readonly recordings: readonly Recording[];
  /** Every step that is to be recorded is. */
  readonly whole: boolean;
}

export class Dynamics extends RunState<'dynamics'> {
  shown: Shown;
  /** The feature that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);
  /** Which of the starts is looked at. */
  start = $state(0);
  /** The reader's choice of axis; else what suits the run. */
  axis = $state<TimeScale | null>(null);
  readonly player = new Player((share) => this.#seekShare(share));

  /** The step that the reader has gone to; null follows the run. */
  #sought = $state<number | null>(null);
  #stepWanted: number | null = null;
  readonly #still: StillRun;

  readonly scale: TimeScale = $derived.by(() => this.axis ?? scaleFor(this.shown.values));
  readonly recording: Recording = $derived.by(() => this.shown.recordings[this.start] ?? this.shown.recordings[0]);
  readonly series: RunSeries = $derived.by(() =>
    this.recording === this.#still.recording ? this.#still.series : runSeries(this.recording),
  );
  readonly marks: readonly TimeMark[] = $derived.by(() => {
    if (this.recording === this.#still.recording) return withStart(this.#still.marks, this.recording.steps);
    const { whole, values } = this.shown;
    return whole ? withStart(marksOf(values, this.recording, this.series), this.recording.steps) : [];
  });
  /** The last step that is recorded. */
  readonly reached: number = $derived.by(() => this.recording.frames[this.recording.frames.length - 1].step);
  /** Index of the frame under the cursor. */
  readonly at: number = $derived.by(() => nearestFrame(this.recording.frames, this.#sought ?? Infinity));
  readonly frame = $derived.by(() => this.recording.frames[this.at]);
  /** The step under the cursor. */
  readonly step: number = $derived.by(() => this.frame.step);

  constructor(still: DynamicsStill) {
    super('dynamics', figureDefaults('dynamics'));
    const experiment = dynamicsExperiment(this.values);
    this.#still = stillRun(still, experiment.problem.n, experiment.problem.m);
    this.shown = $state.raw({
      ...experiment,
      values: this.values,
      recordings: [this.#still.recording],
      whole: true,
    });
  }

  /** Brings the cursor to the recorded step that is nearest. */
  seek(step: number): void {
    this.player.pause();
    this.#stepWanted = null;
    this.#sought = step;
  }

  /** Brings the cursor to a step, as soon as the run is recorded. */
  seekWhenRecorded(step: number): void {
    // Off screen a run waits until it is seen: what is shown may still be another's. And the still is its end alone.
    const here = this.progress === null && this.recording.frames.length > 1 && sameRun(this.shown.values, this.values);
    if (here) this.seek(step);
    else this.#stepWanted = step;
  }

  play(): void {
    const { frames } = this.recording;
    this.#stepWanted = null;
    this.player.play(frames.length > 1 ? this.at / (frames.length - 1) : 0);
  }

  /** Ends the run; what is recorded of it stays. It cannot go on: the way to the rest begins at the seed again. */
  override cancel(): void {
    this.stop();
    this.#stepWanted = null;
    this.status = 'done';
  }

  override close(): void {
    this.player.pause();
    super.close();
  }

  override setVisible(visible: boolean): void {
    if (!visible) this.player.pause();
    super.setVisible(visible);
  }

  /** A moment of another run means nothing in this one. */
  protected override changed(): void {
    this.#stepWanted = null;
  }

  #seekShare(share: number): void {
    const { frames } = this.recording;
    this.#sought = frames[Math.round(share * (frames.length - 1))].step;
  }

  /** From the seed: a run has no use for half of it. */
  protected async train(): Promise<void> {
    const { values } = this;
    const experiment = dynamicsExperiment(values);
    const { problem, recipe } = experiment;
    const recorder = new Recorder(experiment);
    this.begin({ drawn: true });
    this.runs.follow(recorder);
    this.seconds = 0;
    // A new run is followed; the reader's place in the same one stays.
    if (!sameRun(this.shown.values, values)) this.#sought = null;
    this.player.pause();
    try {
      const result = await recorder.record(values.engine, {
        picture: (recordings, step) => {
          this.progress = step / recipe.steps;
          this.shown = { ...experiment, values, recordings, whole: false };
        },
      });
      if (!result) return;
      this.note(result, result.steps * result.models.length, values);
      this.shown = { ...experiment, values, recordings: recorder.recordings, whole: true };
    } catch (error) {
      this.#stepWanted = null;
      return this.fail(error, this.shown.values, 'What was recorded before is shown.');
    }
    this.end(values);
    if (this.#stepWanted !== null) this.seek(this.#stepWanted);
    this.#stepWanted = null;
    if (values.engine === 'auto') trainingPool().measure(problem, recipe);
  }
}

/** Whichever engine trains it. */
const sameRun = (a: DynamicsValues, b: DynamicsValues): boolean =>
  JSON.stringify({ ...a, engine: '' }) === JSON.stringify({ ...b, engine: '' });
