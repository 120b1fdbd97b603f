/** The trainings behind the hero's picture: the newest setting wins, and what has left the screen gives the workers free. */
import type { Progress, Training } from '../../../models/engine/index.ts';
import { trainingPool } from '../../training.ts';
import type { Hero, HeroValues } from './hero.svelte.ts';
import { heroJob, PREVIEW_STEP } from './protocol.ts';

export class Trainings {
  /** Asked for last, whether or not it has begun. */
  asked: HeroValues;

  readonly #hero: Hero;
  #training: Training | undefined;
  #wanted: HeroValues | undefined;
  #previewed = true;
  /** Until the page says that it is not. */
  #visible = true;
  /** A reader who has not come to the figure yet finds it trained. */
  #met = false;

  constructor(hero: Hero) {
    this.#hero = hero;
    this.asked = hero.values;
  }

  get busy(): boolean {
    return this.#training !== undefined;
  }

  /** At most one setting waits; one that has begun is left to reach its first picture, so that a long drag shows some. */
  request(values: HeroValues): void {
    this.#wanted = this.asked = values;
    if (!this.#training || this.#previewed) this.#next();
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.#met ||= visible;
    if (visible) this.#next();
    else if (this.#training && this.#met) {
      this.cancel();
      this.#wanted = this.asked;
      this.#hero.status = 'paused';
    }
  }

  cancel(): void {
    this.#training?.cancel();
    this.#training = undefined;
  }

  /** Whether a setting that waited has begun. */
  #next(): boolean {
    const values = this.#wanted;
    if (!values || !this.#visible) return false;
    this.#wanted = undefined;
    this.cancel();
    this.#previewed = false;
    this.#hero.status = this.#hero.engine ? 'training' : 'loading';
    const seen: Progress[] = [];
    const training = trainingPool().train(heroJob(values), (progress) => {
      if (training !== this.#training) return;
      seen.push(progress);
      if (progress.step !== PREVIEW_STEP) return;
      this.#hero.show(values, progress, seen);
      this.#previewed = true;
      this.#next();
    });
    this.#training = training;
    training.result.then(
      (result) => {
        if (!result || training !== this.#training) return;
        this.#training = undefined;
        this.#hero.finish(values, result, seen);
        if (!this.#next()) void this.#hero.rest(values);
      },
      (error: unknown) => {
        if (training !== this.#training) return;
        this.#training = undefined;
        // Where the reader has moved on, what failed is not what is wanted.
        if (!this.#next()) this.#hero.fail(error);
      },
    );
    return true;
  }
}
