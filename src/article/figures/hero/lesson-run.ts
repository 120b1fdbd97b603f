/**
 * What advances a lesson: a run on the first worker, a frame at a time. Moving a slider while it runs carries the weights
 * over into the new setting – a warm start, which no link can repeat and which is labelled.
 */
import { TrainingError, type LearnFrame } from '../../../models/engine/index.ts';
import { learn, type Learning } from '../../../models/engine/learning.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import type { State } from '../../../models/problem.ts';
import type { Origin } from '../../../models/report.ts';
import { recordedSteps, withFrame } from '../../../models/recording/steps.ts';
import { trainingPool } from '../../training.ts';
import type { Hero, HeroValues } from './hero.svelte.ts';
import type { Lesson } from './lesson.svelte.ts';
import type { ModelMoment } from './shown.ts';

/** Share of a 60 Hz frame that "max" fills with steps: the rest is for drawing. */
const FLAT_OUT_SECONDS = 0.012;
/** Steps of the first "max" frame, before the rate is known; also its single step. */
const FLAT_OUT_FIRST = 100;
/** Steps of the whole run that are recorded at any speed. */
const PLANNED_FRAMES = 120;

export class LessonRun {
  readonly #hero: Hero;
  readonly #lesson: Lesson;
  /** Settings that the next advance has to take the weights into. */
  #carry: HeroValues | undefined;
  #learning: Learning | undefined;
  #newest: State | undefined;
  /** The state of the lesson's frame: the newest one may not be on screen yet. */
  #shown: State | undefined;
  #origin: Origin = 'seed';
  #record: readonly ModelMoment[] = [];
  /** The step that the last advance was asked for. */
  #until = 0;
  #rate = 0;
  #looping = false;
  #turn: Promise<void> = Promise.resolve();
  /** Counts the runs. */
  #opened = 0;

  constructor(hero: Hero, lesson: Lesson) {
    this.#hero = hero;
    this.#lesson = lesson;
  }

  /** Goes on, from the beginning where there is nothing to go on from; from a state that is given in any case. */
  async play(values?: HeroValues, state?: State): Promise<void> {
    const { frame, ended, playing } = this.#lesson;
    if (!playing) return;
    if (state || !frame || ended) await this.restart(values, state);
    void this.loop();
  }

  /** One advance at the present speed. */
  step(): Promise<void> {
    const { frame, ended } = this.#lesson;
    if (!frame || ended) void this.restart();
    return this.advance();
  }

  /** Opens a run at its first state: the seed's, or one that is given. */
  restart(values = this.#hero.values, state?: State): Promise<void> {
    this.close();
    this.#lesson.warm = null;
    this.#lesson.look = null;
    this.#lesson.frames = this.#record = [];
    this.#lesson.start = this.#hero.starts[this.#hero.chosen]?.start ?? 0;
    this.#lesson.byHand = state !== undefined;
    this.#origin = state ? 'hand' : 'seed';
    if (!state) this.#hero.edited = null;
    return this.#next(() => this.#open(values, state));
  }

  /** Opens a run at the state of a file. */
  resume(values: HeroValues, start: number, state: State, loss: number, origin: Origin): Promise<void> {
    this.#origin = origin;
    this.#newest = this.#shown = state;
    const frame = { values, theta: state.theta, loss, step: state.step };
    this.#hero.edited = null;
    this.#lesson.start = start;
    this.#lesson.warm = { step: state.step, file: true };
    this.#lesson.byHand = origin === 'hand';
    this.#lesson.frame = frame;
    this.#lesson.frames = this.#record = [frame];
    return this.#next(() => this.#open(values, state));
  }

  /** Takes the weights into new settings. False where it has no meaning: nothing runs, another shape, no steps left. */
  carryOver(values: HeroValues): boolean {
    const { frame, playing, ended } = this.#lesson;
    if (!frame || !playing || ended || values.steps <= Math.max(frame.step, this.#until)) return false;
    const same = (['n', 'm', 'model', 'seed', 'starts'] as const).every((key) => values[key] === frame.values[key]);
    if (!same) return false;
    this.#lesson.warm ??= { step: frame.step };
    this.#lesson.frame = { ...frame, values };
    this.#carry = values;
    return true;
  }

  /** Which weights it began at, however often it went by way of a file since. */
  get origin(): Origin {
    return this.#carry ? 'carried' : this.#origin;
  }

  /** The frame's. */
  get state(): State | undefined {
    return this.#shown;
  }

  /** One loop at a time: a frame is asked for when the one before it has been drawn. */
  async loop(): Promise<void> {
    if (this.#looping) return;
    this.#looping = true;
    const lesson = this.#lesson;
    try {
      while (lesson.playing && lesson.visible) {
        const flatOut = Math.max(FLAT_OUT_FIRST, Math.round(this.#rate * FLAT_OUT_SECONDS));
        await this.advance(flatOut);
        await new Promise(requestAnimationFrame);
      }
    } finally {
      this.#looping = false;
      if (lesson.active && !lesson.playing) void this.#hero.dial.fill(this.#hero.shownValues);
    }
  }

  /**
   * By the lesson's speed. One at a time: a single step that is asked for while a frame is under way follows it.
   * @param flatOut steps at the speed "max"
   */
  advance(flatOut = FLAT_OUT_FIRST): Promise<void> {
    const { speed } = this.#lesson;
    return this.#next(() => this.#advance(speed === 'max' ? flatOut : speed));
  }

  /** What waits for its turn waits in vain. */
  close(): void {
    this.#opened++;
    this.#learning?.close();
    this.#learning = undefined;
    this.#carry = undefined;
    this.#until = 0;
  }

  /** One thing after the other, unless the run that it was meant for is over by then. */
  #next(act: () => Promise<void>): Promise<void> {
    const opened = this.#opened;
    return (this.#turn = this.#turn.then(() => (opened === this.#opened ? act() : undefined)));
  }

  async #open(values: HeroValues, state?: State): Promise<void> {
    const { problem, recipe } = heroExperiment(values);
    const { start } = this.#lesson;
    this.#learning?.close();
    // The dial's pictures would be trained between two frames, and make them late.
    this.#hero.dial.stop();
    const learning = learn(trainingPool(), {
      problem: { ...problem, models: [problem.models[start] ?? problem.models[0]] },
      recipe,
      engine: values.engine,
      ...(state ? { state } : {}),
    });
    this.#learning = learning;
    await this.#take(learning, learning.opened, values);
  }

  async #advance(steps: number): Promise<void> {
    this.#hero.dial.stop();
    this.#lesson.look = null;
    const carried = this.#carry;
    this.#origin = this.origin;
    this.#carry = undefined;
    if (carried) await this.#open(carried, this.#newest);
    const { frame, ended } = this.#lesson;
    if (ended) this.#lesson.playing = false;
    if (!this.#learning || !frame || ended) return;
    const { values } = frame;
    const until = (this.#until = Math.min(values.steps, frame.step + steps));
    // However fast it goes, the record has the run's early steps; the page is told of the last one only.
    const stops = [...recordedSteps(values.steps, PLANNED_FRAMES), until].filter((step) => step <= until);
    const learning = this.#learning;
    for (const stop of stops) {
      const left = stop - (this.#newest?.step ?? 0);
      if (left > 0 && !(await this.#take(learning, learning.advance(left), values, stop === until))) return;
    }
    if (this.#lesson.ended) this.#lesson.playing = false;
  }

  /** @returns whether the run goes on */
  async #take(learning: Learning, answer: Promise<LearnFrame>, values: HeroValues, show = true): Promise<boolean> {
    const lesson = this.#lesson;
    try {
      const frame = await answer;
      if (learning !== this.#learning) return false;
      this.#newest = frame.state;
      this.#rate = frame.rate;
      const { step, theta } = frame.state;
      const loss = frame.losses[0];
      const moment = { values: this.#carry ?? values, theta, loss, step };
      // Weights that were carried over open their run where the last one was left.
      const earlier = this.#record.at(-1)?.step === step ? this.#record.slice(0, -1) : this.#record;
      this.#record = withFrame(earlier, moment, values.steps) as ModelMoment[];
      if (show) {
        this.#shown = frame.state;
        lesson.frame = moment;
        lesson.frames = this.#record;
      }
      this.#hero.engine = frame.engine;
      for (const notice of frame.notices) this.#hero.say(notice);
      return true;
    } catch (error) {
      if (learning !== this.#learning) return false;
      lesson.playing = false;
      const reason = error instanceof TrainingError ? error.message : String(error);
      const opened = this.#opened;
      const { frame } = lesson;
      this.#hero.say(
        `Training stopped: ${reason}. The last good step is shown.`,
        { label: 'Start again from the seed', run: () => void lesson.reset() },
        () => lesson.frame === frame && opened === this.#opened,
      );
      return false;
    }
  }
}
