/**
 * "Watch it learn": one start trained live, a few steps a frame. Here is what the page shows of it; what advances it is
 * loaded when it is first asked for (lesson-run.ts).
 */
import type { State } from '../../../models/problem.ts';
import type { Origin } from '../../../models/report.ts';
import type { Hero, HeroValues } from './hero.svelte.ts';
import type { LessonRun } from './lesson-run.ts';
import type { ModelMoment } from './shown.ts';

/** Steps a frame; `max` fills the frame. */
export const SPEEDS = [1, 10, 100, 'max'] as const;
type Speed = (typeof SPEEDS)[number];

export class Lesson {
  /** Null when no lesson is open. */
  frame = $state.raw<ModelMoment | null>(null);
  /** A recorded moment that is looked at instead, while the run waits. */
  look = $state.raw<ModelMoment | null>(null);
  /** What was recorded of the run, ascending in steps. */
  frames = $state.raw<readonly ModelMoment[]>([]);
  playing = $state(false);
  speed = $state<Speed>(1);
  /** Where the weights were carried over, or taken from a file, when they were. */
  warm = $state.raw<{ readonly step: number; readonly file?: boolean } | null>(null);
  /** Which start of the seed it is. */
  start = 0;
  /** Whether it began at weights that were set by hand instead of the seed's. */
  byHand = $state(false);
  /** Only what is on screen is advanced. */
  visible = true;

  readonly ended: boolean = $derived(this.frame !== null && this.frame.step >= this.frame.values.steps);

  readonly #hero: Hero;
  #run: LessonRun | undefined;

  constructor(hero: Hero) {
    this.#hero = hero;
  }

  /** The newest frame's parameters with Adam's moments: what a run goes on from. */
  get state(): State | undefined {
    return this.#run?.state;
  }

  /** Which weights its run began at. */
  get origin(): Origin | undefined {
    return this.#run?.origin;
  }

  get active(): boolean {
    return this.frame !== null;
  }

  async play(): Promise<void> {
    // Said at once: the first frame may have to wait for what the worker is doing.
    this.playing = true;
    this.look = null;
    const run = await this.#loaded();
    if (!this.playing) return;
    if (!this.frame || this.ended) await run.restart();
    if (this.playing) void run.loop();
  }

  pause(): void {
    this.playing = false;
  }

  /** One advance at the present speed. */
  async step(): Promise<void> {
    this.playing = false;
    const run = await this.#loaded();
    if (!this.frame || this.ended) await run.restart();
    await run.advance();
  }

  /** Back to the seed's initial weights, of the start that is shown. */
  async reset(): Promise<void> {
    this.playing = false;
    await (await this.#loaded()).restart();
  }

  /** Goes on from weights that no seed gave, with fresh moments: a lesson that no link repeats. */
  async playFrom(values: HeroValues, state: State): Promise<void> {
    this.playing = true;
    this.look = null;
    const run = await this.#loaded();
    if (!this.playing) return;
    await run.restart(values, state);
    if (this.playing) void run.loop();
  }

  /** Waits at a state that comes from a file, to go on from there. */
  resume(values: HeroValues, start: number, state: State, loss: number, origin: Origin): void {
    this.close();
    this.start = start;
    this.warm = { step: state.step, file: true };
    this.frame = { values, theta: state.theta, loss, step: state.step };
    void this.#loaded().then((run) => run.resume(values, state, origin));
  }

  /** Takes the weights into new settings. False where that has no meaning: nothing runs, or another shape of model. */
  carryOver(values: HeroValues): boolean {
    const { frame } = this;
    if (!this.#run || !frame || !this.playing || this.ended) return false;
    const same = (['n', 'm', 'model', 'seed', 'starts'] as const).every((key) => values[key] === frame.values[key]);
    if (!same) return false;
    this.warm ??= { step: frame.step };
    this.frame = { ...frame, values };
    this.#run.carry = values;
    return true;
  }

  close(): void {
    this.playing = false;
    this.#run?.close();
    this.frame = null;
    this.warm = null;
    this.byHand = false;
    this.look = null;
    this.frames = [];
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && this.playing) void this.#run?.loop();
  }

  async #loaded(): Promise<LessonRun> {
    const { LessonRun } = await import('./lesson-run.ts');
    return (this.#run ??= new LessonRun(this.#hero, this));
  }
}
