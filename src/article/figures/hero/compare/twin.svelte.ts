/**
 * The other family at the hero's settings: the same seed, the same starts, with or without the ReLU. It follows the
 * slider and is only looked at: the hero's own run goes on as if it were not there.
 */
import { rankTrained } from '../../../../models/evaluation/best.ts';
import type { Training } from '../../../../models/engine/index.ts';
import { trainingPool } from '../../../training.ts';
import type { Hero, HeroValues } from '../hero.svelte.ts';
import { heroJob } from '../protocol.ts';
import { sameValues } from '../same-values.ts';
import { shownModel, type ShownModel } from '../shown.ts';

const FAMILY_NAMES = { linear: 'linear', relu: 'ReLU' } as const;

/** The family of a model of these settings, in words. */
export const familyName = ({ model }: HeroValues): string => FAMILY_NAMES[model === 'linear' ? 'linear' : 'relu'];

/** Whether two models differ in their family alone: only then are their losses of the same data. */
export const comparable = (a: HeroValues, b: HeroValues): boolean =>
  a.model !== b.model && sameValues({ ...a, model: b.model }, b);

export class Twin {
  open = $state(false);
  /** The best start; what was trained last while a new one trains. */
  shown = $state.raw<ShownModel | null>(null);

  readonly #hero: Hero;
  #training: Training | undefined;

  constructor(hero: Hero) {
    this.#hero = hero;
  }

  /** Of the other family. */
  get family(): 'linear' | 'relu' {
    return this.#hero.values.model === 'linear' ? 'relu' : 'linear';
  }

  get name(): string {
    return familyName({ ...this.#hero.values, model: this.family });
  }

  toggle(): void {
    this.open = !this.open;
    if (!this.open) this.stop();
  }

  /** The picture beside it has reached a step: to be called whenever that, or the wanted settings, change. */
  async follow(wanted: HeroValues, shownValues: HeroValues, step: number): Promise<void> {
    this.stop();
    // What the hero trains comes first.
    if (wanted !== shownValues) return;
    const values = { ...shownValues, model: this.family };
    const job = { ...heroJob(values), until: step, announce: [] };
    const training = trainingPool().train(job);
    this.#training = training;
    try {
      const result = await training.result;
      if (!result || training !== this.#training) return;
      const [{ theta, loss }] = rankTrained(job.problem, result.models);
      this.shown = shownModel({ values, theta, loss, step: result.steps });
    } catch (error) {
      if (training === this.#training) this.#hero.say(`The ${this.name} model could not be trained: ${String(error)}.`);
    }
  }

  stop(): void {
    this.#training?.cancel();
    this.#training = undefined;
  }
}
