/** The trained models on the dial's stops: the same runs that the slider gives there, looked at a little earlier. */
import { rankTrained } from '../../../models/evaluation/best.ts';
import type { Training } from '../../../models/engine/index.ts';
import { heroTraining } from '../../../models/parameters/storage-problem.ts';
import { positionOf, STEPS_PER_STOP } from '../../../viz/dial-scale.ts';
import { trainingPool } from '../../training.ts';
import type { HeroValues } from './hero.svelte.ts';
import { dialStep } from './protocol.ts';
import { shownModel, type ShownModel } from './shown.ts';
import type { Still } from './still.ts';
import { STOPS } from './stops.ts';

const EVALUATION_SAMPLES = 1 << 12;

export class DialPictures {
  /** One for each stop; null while it has not been trained at these settings. */
  pictures: readonly (ShownModel | null)[];
  /** Settings that the pictures belong to. */
  #key: string;
  /** Which of them this reader's browser has trained: the shipped still counts as none. */
  #trained = new Set<number>();
  #training: Training | undefined;

  constructor(still: Still) {
    this.pictures = $state.raw(still.dial);
    this.#key = keyOf(still.values);
  }

  /** Trains what is missing, the stops next to the slider first, until stopped. */
  async fill(values: HeroValues): Promise<void> {
    this.stop();
    if (keyOf(values) !== this.#key) {
      this.#key = keyOf(values);
      this.pictures = STOPS.map(() => null);
      this.#trained = new Set();
    }
    const here = positionOf(values.S) / STEPS_PER_STOP;
    const nearestFirst = [...STOPS.keys()].sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
    for (const k of nearestFirst) {
      if (this.#trained.has(k)) continue;
      const picture = await this.#train({ ...values, S: STOPS[k] });
      if (!picture) return;
      this.#trained.add(k);
      this.pictures = this.pictures.with(k, picture);
    }
  }

  stop(): void {
    this.#training?.cancel();
    this.#training = undefined;
  }

  async #train(values: HeroValues): Promise<ShownModel | null> {
    const { problem, recipe } = heroTraining(values);
    const training = trainingPool().train({
      problem,
      recipe,
      engine: values.engine,
      until: dialStep(recipe.steps),
      announce: [],
      evaluationSamples: EVALUATION_SAMPLES,
    });
    this.#training = training;
    try {
      const result = await training.result;
      if (!result || training !== this.#training) return null;
      const [best] = rankTrained(problem, result.models);
      return shownModel(values, best.theta, { loss: best.loss, step: result.steps });
    } catch {
      // A picture that cannot be trained stays empty; the figure itself reports what is wrong.
      return null;
    }
  }
}

/** Everything that the pictures depend on; S is what the dial runs over. */
function keyOf({ S: _, engine: __, ...rest }: HeroValues): string {
  return JSON.stringify(rest);
}
