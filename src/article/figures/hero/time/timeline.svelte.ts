/** The lesson's record, to look back into: one cursor through loss, arrows, table and curves, and moments with a name. */
import { eventsOf, type RunEvent } from '../../../../models/recording/events.ts';
import { momentsOf } from '../../../../models/recording/moments.ts';
import { nearestFrame, type Recording } from '../../../../models/recording/recording.ts';
import { runSeries, type RunSeries } from '../../../../models/recording/series.ts';
import { formatCount } from '../../../../viz/format.ts';
import { eventMarks } from '../../../../viz/moment-words.ts';
import { markBefore, type TimeMark } from '../../../../viz/time-mark.ts';
import type { Hero } from '../hero.svelte.ts';

/** While the run goes on its curves are measured this often, ms. */
const EVERY_MS = 200;
/** Moments that are named at most. */
const MOST_MOMENTS = 6;

export class Timeline {
  /** The reader wants the curves. */
  open = $state(false);
  /** What was measured last of the run. */
  measured = $state.raw<{ readonly series: RunSeries; readonly marks: readonly TimeMark[] } | null>(null);

  readonly #hero: Hero;
  #timer = 0;

  constructor(hero: Hero) {
    this.#hero = hero;
  }

  toggle(): void {
    this.open = !this.open;
  }

  get shown(): boolean {
    return this.open && this.#hero.lesson.active;
  }

  /** Steps of the whole run. */
  get steps(): number {
    return this.#hero.moment.values.steps;
  }

  /** Where the cursor stands. */
  get step(): number {
    return this.#hero.moment.step;
  }

  /** Steps that are recorded, ascending. */
  get recorded(): number[] {
    return this.#hero.lesson.frames.map(({ step }) => step);
  }

  /** To the recorded step that is nearest; the run waits where it is. */
  go(step: number): void {
    const { lesson } = this.#hero;
    const { frames } = lesson;
    const at = nearestFrame(frames, step);
    if (at < 0) return;
    lesson.pause();
    lesson.look = at === frames.length - 1 ? null : frames[at];
  }

  by(frames: number): void {
    const { recorded } = this;
    const at = recorded.findLastIndex((step) => step <= this.step) + frames;
    this.go(recorded[Math.max(0, Math.min(recorded.length - 1, at))] ?? 0);
  }

  /** What the cursor has reached: "step 310 of 2,000; feature 4 arrives". */
  get says(): string {
    const marks = this.measured?.marks ?? [];
    const words = marks[markBefore(marks, this.step)]?.words;
    return `step ${formatCount(this.step)} of ${formatCount(this.steps)}${words ? `; ${words}` : ''}`;
  }

  /** To be called with every frame: measures the run now and then, and once more when it stands. */
  follow(playing: boolean): void {
    if (!playing) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#measure();
    } else if (this.#timer === 0) {
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        this.#measure();
      }, EVERY_MS);
    }
  }

  #measure(): void {
    const { frames } = this.#hero.lesson;
    if (frames.length === 0) {
      this.measured = null;
      return;
    }
    const { n, m, steps } = frames[0].values;
    const recording: Recording = { n, m, steps, frames };
    const series = runSeries(recording);
    const events: RunEvent[] = eventsOf(momentsOf(recording, series), { scale: 'log', steps, most: MOST_MOMENTS });
    this.measured = { series, marks: eventMarks(events) };
  }
}
