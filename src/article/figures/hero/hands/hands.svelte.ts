/**
 * The reader's hands on the model: weights and biases are set, the loss is measured anew, training may go on from there.
 * What is set is part of no link; the trained model is one click away.
 */
import { measureModels } from '../../../../models/evaluation/measure.ts';
import { heroExperiment } from '../../../../models/parameters/storage-problem.ts';
import type { Hero, HeroValues } from '../hero.svelte.ts';
import { EVALUATION_SAMPLES } from '../protocol.ts';
import { displayFrame } from '../shown.ts';
import { shortened, withBias, withWeights } from './by-hand.ts';
import type { Change } from './fields.ts';

/** Samples while something moves, where no closed form gives the loss. */
const QUICK_SAMPLES = 1 << 12;

interface Before extends Pick<Hero, 'moment' | 'edited' | 'starts'> {
  /** Whether a lesson was under way. */
  readonly playing: boolean;
}

export class Hands {
  /** Handles stand on the arrows, for fingers and for the keyboard; a mouse finds the tips without. */
  on = $state(false);
  /** The feature whose numbers are being typed. */
  get typing(): number | null {
    return this.#typing;
  }
  #typing = $state<number | null>(null);

  readonly #hero: Hero;
  /** How things stood before the movement that goes on. */
  #before: Before | undefined;
  /** The step at which a lesson that played waits for what is typed. */
  #waiting: number | undefined;

  constructor(hero: Hero) {
    this.#hero = hero;
  }

  /** While the picture trains it is nobody's to set. */
  get free(): boolean {
    const { status, lesson, edited } = this.#hero;
    return lesson.active || edited !== null || status === 'done' || status === 'failed';
  }

  /** Opens the numbers of a feature, unless they are nobody's to set; a lesson that plays waits meanwhile. */
  type(feature: number): void {
    if (!this.free || feature === this.#typing) return;
    const { lesson } = this.#hero;
    this.begin();
    if (this.#typing === null) this.#waiting = undefined;
    if (lesson.playing) this.#waiting = lesson.frame?.step;
    lesson.pause();
    this.#typing = feature;
  }

  /** No more is typed: a lesson that waited goes on, unless something was set or it has begun anew. */
  endTyping(): void {
    this.#typing = null;
    const { lesson } = this.#hero;
    const step = this.#waiting;
    this.#waiting = undefined;
    if (step !== undefined && lesson.frame && lesson.frame.step >= step && !lesson.ended) void lesson.play();
  }

  /** A movement begins: giveUp() comes back to here. */
  begin(): void {
    const { moment, edited, starts, lesson } = this.#hero;
    this.#before = { moment, edited, starts, playing: lesson.playing };
  }

  /**
   * @param row W_i as it is drawn, [m]
   * @param release whether the movement ends here
   */
  setWeights(i: number, row: readonly number[], release: boolean): void {
    const { moment, starts, chosen } = this.#hero;
    const frame = displayFrame(moment.values, starts[chosen]?.theta ?? moment.theta);
    this.#put(withWeights(moment.theta, i, shortened(row), frame), release);
  }

  /** A handle was moved: the others show themselves, unless what is moved is nobody's to set. */
  drag(i: number, row: readonly number[], release: boolean): void {
    if (!this.free) return;
    this.on = true;
    this.setWeights(i, row, release);
  }

  /** A number was typed. */
  set(i: number, change: Change): void {
    const { moment } = this.#hero;
    if ('row' in change) this.setWeights(i, change.row, true);
    else this.#put(withBias(moment.theta, moment.values.n, i, change.bias), true);
  }

  /**
   * What was on screen when the movement began; nothing where other settings have been trained since. A lesson goes on as
   * long as the hand has not let go. After that it is over: its weights come back as weights set by hand.
   */
  giveUp(): void {
    const hero = this.#hero;
    const { lesson } = hero;
    const before = this.#before;
    if (!before) return;
    if (lesson.aside) {
      lesson.aside = false;
      hero.edited = before.edited;
      if (before.playing) void lesson.play();
      return;
    }
    const { moment, starts } = before;
    if (lesson.active || !this.free || starts !== hero.starts || moment.theta === hero.moment.theta) return;
    hero.edited = starts.some(({ theta }) => theta === moment.theta) ? null : moment;
  }

  /** Trains on from the weights that were set: step 0 of the recipe, with fresh moments. */
  learn(): void {
    const { edited } = this.#hero;
    if (!edited) return;
    const none = (): Float32Array => new Float32Array(edited.theta.length);
    void this.#hero.lesson.play(edited.values, { step: 0, theta: edited.theta, m1: none(), m2: none() });
  }

  /** From what was learned back to what was set; where a slider has moved on meanwhile, at its setting. */
  unlearn(): void {
    const { edited, values } = this.#hero;
    this.#hero.endLesson();
    if (edited) this.#hero.edited = { ...edited, values, loss: lossOf(values, edited.theta, EVALUATION_SAMPLES) };
  }

  restore(): void {
    this.on = false;
    this.#hero.restore();
  }

  #put(theta: Float32Array, release: boolean): void {
    if (!this.free) return;
    const hero = this.#hero;
    const { lesson } = hero;
    // Of another model than the movement began at: this is where it begins.
    if (!lesson.aside && this.#before?.starts !== hero.starts) this.begin();
    const { values, step } = hero.moment;
    const loss = lossOf(values, theta, release ? EVALUATION_SAMPLES : QUICK_SAMPLES);
    hero.edited = { values, theta, loss, step };
    if (lesson.frame === null) return;
    lesson.pause();
    lesson.aside = true;
    if (release) hero.endLesson();
  }
}

function lossOf(values: HeroValues, theta: Float32Array, count: number): number {
  const { problem } = heroExperiment(values);
  const [loss] = measureModels({ ...problem, models: [problem.models[0]] }, theta, { count });
  return loss;
}
