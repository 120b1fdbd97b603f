/**
 * "Watch it learn": one start trained live, a few steps a frame. Here is what the page shows of it; what advances it is
 * loaded when it is first asked for (lesson-run.ts).
 */
import type { State } from '../../../models/problem.ts';
import type { Origin } from '../../../models/report.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import type { Hero, HeroValues } from './hero.svelte.ts';
import type { LessonRun } from './lesson-run.ts';
import { sameValues } from './same-values.ts';
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
  /** Kept out of sight while a hand moves its weights: it ends, or comes back, when the movement does. */
  aside = $state(false);
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

  /** Its loss as it was recorded; ahead of it the trained run, where that is the same run. */
  readonly curve: readonly LossPoint[] = $derived.by(() => {
    const { curve, shownValues } = this.#hero;
    const { frame, frames } = this;
    if (!frame) return curve;
    const same = !this.warm && !this.byHand && sameValues(frame.values, shownValues);
    return [...frames, ...(same ? curve.filter(({ step }) => step > frame.step) : [])];
  });

  readonly #hero: Hero;
  #run: LessonRun | undefined;
  /** Counts what was asked for. */
  #asked = 0;

  constructor(hero: Hero) {
    this.#hero = hero;
  }

  /** The frame's parameters with Adam's moments: what a run goes on from. */
  get state(): State | undefined {
    return this.#run?.state;
  }

  /** Which weights its run began at. */
  get origin(): Origin | undefined {
    return this.#run?.origin;
  }

  get active(): boolean {
    return this.frame !== null && !this.aside;
  }

  /** From weights that no seed gave, with fresh moments, where they are given: a lesson that no link repeats. */
  play(values?: HeroValues, state?: State): Promise<void> {
    // Said at once: the first frame may have to wait for what the worker is doing.
    this.playing = true;
    this.look = null;
    return this.#tell((run) => run.play(values, state));
  }

  pause(): void {
    this.playing = false;
  }

  /** One advance at the present speed. */
  step(): Promise<void> {
    this.playing = false;
    return this.#tell((run) => run.step());
  }

  /** Back to the seed's initial weights, of the start that is shown. */
  reset(): Promise<void> {
    this.playing = false;
    return this.#tell((run) => run.restart());
  }

  /** Waits at a state that comes from a file, to go on from there. */
  resume(values: HeroValues, start: number, state: State, loss: number, origin: Origin): void {
    this.close();
    void this.#tell((run) => run.resume(values, start, state, loss, origin));
  }

  /** Takes the weights into new settings. False where that has no meaning: nothing runs, or another shape of model. */
  carryOver(values: HeroValues): boolean {
    return this.#run?.carryOver(values) ?? false;
  }

  close(): void {
    this.#asked++;
    this.playing = this.aside = false;
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

  /** What waits for its code gives way to whatever is asked for after it. */
  async #tell(act: (run: LessonRun) => Promise<void>): Promise<void> {
    const asked = ++this.#asked;
    const code = this.#run ? undefined : await import('./lesson-run.ts').catch(() => undefined);
    if (asked !== this.#asked) return;
    if (code) this.#run ??= new code.LessonRun(this.#hero, this);
    if (this.#run) return act(this.#run);
    this.playing = false;
    this.#hero.say('What trains step by step could not be loaded. The picture stays as it is.');
  }
}
