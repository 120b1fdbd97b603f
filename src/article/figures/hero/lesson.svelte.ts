/**
 * "Watch it learn": one start trained live from its seed, a few steps a frame. Moving a slider while it runs carries the
 * weights over into the new setting – a warm start, which no link can repeat and which is labelled.
 */
import { TrainingError, type Learning, type LearnFrame } from '../../../models/engine/index.ts';
import { heroTraining } from '../../../models/parameters/storage-problem.ts';
import type { State } from '../../../models/problem.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import { trainingPool } from '../../training.ts';
import type { Hero, HeroValues } from './hero.svelte.ts';

/** Steps a frame; `max` fills the frame. */
export const SPEEDS = [1, 10, 100, 'max'] as const;
export type Speed = (typeof SPEEDS)[number];

/** Share of a 60 Hz frame that "max" fills with steps: the rest is for drawing. */
const FLAT_OUT_SECONDS = 0.012;
/** Steps of the first "max" frame, before the rate is known; also its single step. */
const FLAT_OUT_FIRST = 100;

export interface LessonFrame {
  readonly values: HeroValues;
  /** One model's parameters, [P]. */
  readonly theta: Float32Array;
  readonly loss: number;
  readonly step: number;
}

export class Lesson {
  /** Null when no lesson is open. */
  frame = $state.raw<LessonFrame | null>(null);
  playing = $state(false);
  speed = $state<Speed>(1);
  /** Loss at the frames seen. */
  points = $state.raw<readonly LossPoint[]>([]);
  /** Where the weights were carried over, or taken from a file, when they were. */
  warm = $state.raw<{ readonly step: number; readonly file?: boolean } | null>(null);
  /** Which start of the seed it is. */
  start = 0;

  readonly #hero: Hero;
  #learning: Learning | undefined;
  #rate = 0;
  #visible = true;
  #looping = false;

  constructor(hero: Hero) {
    this.#hero = hero;
  }

  /** All that the run needs to go on from its newest frame; undefined before the first. */
  get state(): State | undefined {
    return this.#newest?.state;
  }

  get active(): boolean {
    return this.frame !== null;
  }

  readonly ended: boolean = $derived(this.frame !== null && this.frame.step >= this.frame.values.steps);

  async play(): Promise<void> {
    // Said at once: the first frame may have to wait for what the worker is doing.
    this.playing = true;
    if (!this.frame || this.ended) await this.#restart();
    if (this.playing) void this.#loop();
  }

  pause(): void {
    this.playing = false;
  }

  /** One advance at the present speed. */
  async step(): Promise<void> {
    this.playing = false;
    if (!this.frame || this.ended) await this.#restart();
    await this.#advance(this.speed === 'max' ? FLAT_OUT_FIRST : this.speed);
  }

  /** Back to the seed's initial weights, of the start that is shown. */
  async reset(): Promise<void> {
    this.playing = false;
    await this.#restart();
  }

  /** Waits at a state that comes from a file, to go on from there. */
  resume(values: HeroValues, start: number, state: State, loss: number): void {
    this.close();
    this.start = start;
    this.warm = { step: state.step, file: true };
    this.frame = { values, theta: state.theta, loss, step: state.step };
    void (this.#turn = this.#turn.then(() => this.#open(values, state)));
  }

  /** Takes the weights into new settings. False where that has no meaning: nothing runs, or another shape of model. */
  carryOver(values: HeroValues): boolean {
    const { frame } = this;
    if (!frame || !this.playing || this.ended) return false;
    const same = (['n', 'm', 'model', 'seed', 'starts'] as const).every((key) => values[key] === frame.values[key]);
    if (!same) return false;
    this.warm ??= { step: frame.step };
    this.frame = { ...frame, values };
    this.#carry = values;
    return true;
  }

  close(): void {
    this.playing = false;
    this.#learning?.close();
    this.#learning = undefined;
    this.#carry = undefined;
    this.frame = null;
    this.warm = null;
    this.points = [];
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.playing) void this.#loop();
  }

  /** Settings that the next advance has to take the weights into. */
  #carry: HeroValues | undefined;
  #newest: LearnFrame | undefined;
  #turn: Promise<void> = Promise.resolve();

  #restart(): Promise<void> {
    this.warm = null;
    this.#carry = undefined;
    this.points = [];
    this.start = this.#hero.starts[this.#hero.chosen]?.start ?? 0;
    return this.#open(this.#hero.values);
  }

  async #open(values: HeroValues, state?: State): Promise<void> {
    const { problem, recipe } = heroTraining(values);
    this.#learning?.close();
    // The dial's pictures would be trained between two frames, and make them late.
    this.#hero.dial.stop();
    const learning = trainingPool().learn({
      problem: { ...problem, models: [problem.models[this.start] ?? problem.models[0]] },
      recipe,
      engine: values.engine,
      ...(state ? { state } : {}),
    });
    this.#learning = learning;
    await this.#take(learning, learning.opened, values);
  }

  /** One loop at a time: a frame is asked for when the one before it has been drawn. */
  async #loop(): Promise<void> {
    if (this.#looping) return;
    this.#looping = true;
    try {
      while (this.playing && this.#visible) {
        const flatOut = Math.max(FLAT_OUT_FIRST, Math.round(this.#rate * FLAT_OUT_SECONDS));
        await this.#advance(this.speed === 'max' ? flatOut : this.speed);
        if (this.ended) this.playing = false;
        await new Promise(requestAnimationFrame);
      }
    } finally {
      this.#looping = false;
      if (this.active && !this.playing) void this.#hero.dial.fill(this.#hero.shownValues);
    }
  }

  /** One at a time: a single step that is asked for while a frame is under way follows it. */
  #advance(steps: number): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#advanceNow(steps)));
  }

  async #advanceNow(steps: number): Promise<void> {
    this.#hero.dial.stop();
    const carried = this.#carry;
    this.#carry = undefined;
    if (carried) await this.#open(carried, this.#newest?.state);
    const { frame } = this;
    if (!this.#learning || !frame || this.ended) return;
    const left = frame.values.steps - frame.step;
    await this.#take(this.#learning, this.#learning.advance(Math.min(steps, left)), frame.values);
  }

  async #take(learning: Learning, answer: Promise<LearnFrame>, values: HeroValues): Promise<void> {
    try {
      const frame = await answer;
      if (learning !== this.#learning) return;
      this.#newest = frame;
      this.#rate = frame.rate;
      const { step, theta } = frame.state;
      const loss = frame.losses[0];
      this.frame = { values: this.#carry ?? values, theta, loss, step };
      this.points = [...this.points, { step, loss }];
      this.#hero.engine = frame.engine;
      for (const notice of frame.notices) this.#hero.say(notice);
    } catch (error) {
      if (learning !== this.#learning) return;
      this.playing = false;
      const reason = error instanceof TrainingError ? error.message : String(error);
      this.#hero.say(`Training stopped: ${reason}. The last good step is shown.`, {
        label: 'Start again from the seed',
        run: () => void this.reset(),
      });
    }
  }
}
