/** The starts of the setting at many relative densities, trained when the reader asks for them: every model a dot. */
import type { Training } from '../../../models/engine/index.ts';
import { FIGURES } from '../../../models/parameters/figures.ts';
import { perturbedTraining } from '../../../models/parameters/geometry-problem.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import type { OddDot } from '../../../viz/odd-curves-layout.ts';
import { trainingPool } from '../../training.ts';
import { EVALUATION_SAMPLES } from '../basic/protocol.ts';
import { dotOf, foundOf } from './found.ts';
import type { PerturbedValues } from './parts.ts';
import { SWEEP_RATIOS } from './protocol.ts';

export class Sweep {
  /** How far the sweep is, as a share; null while none runs. */
  progress = $state<number | null>(null);
  #dots: readonly OddDot[];
  /** What the dots were trained with. */
  #setting: string;
  #training: Training | undefined;

  constructor(values: PerturbedValues, dots: readonly OddDot[]) {
    this.#dots = $state.raw(dots);
    this.#setting = $state(settingOf(values));
  }

  /** None where they were trained at another setting. */
  dotsFor(values: PerturbedValues): readonly OddDot[] {
    return settingOf(values) === this.#setting ? this.#dots : [];
  }

  /** Ends a sweep that is no longer of the figure's setting. */
  keepFor(values: PerturbedValues): void {
    if (this.progress !== null && settingOf(values) !== this.#setting) this.stop();
  }

  stop(): void {
    this.#training?.cancel();
    this.#training = undefined;
    this.progress = null;
  }

  /** Relative density by relative density. Ends early when stopped, or when an engine gives up. */
  async run(values: PerturbedValues): Promise<void> {
    this.stop();
    this.#setting = settingOf(values);
    this.#dots = [];
    this.progress = 0;
    for (const [k, ratio] of SWEEP_RATIOS.entries()) {
      const at = settleValues(FIGURES.perturbed, { ...values, ratio }).values as PerturbedValues;
      const { problem, recipe } = perturbedTraining(at);
      const training = trainingPool().train({
        problem,
        recipe,
        engine: values.engine,
        until: recipe.steps,
        announce: [],
        evaluationSamples: EVALUATION_SAMPLES,
      });
      this.#training = training;
      const result = await training.result.catch(() => null);
      if (this.#training !== training) return;
      if (!result) return this.stop();
      const found = result.models.map(({ index, theta, loss }) => {
        const { importance, start } = problem.models[index];
        return dotOf(foundOf(theta, importance, loss, start), ratio);
      });
      this.#dots = [...this.#dots, ...found];
      this.progress = (k + 1) / SWEEP_RATIOS.length;
    }
    this.stop();
  }
}

/** Everything that a dot depends on but the relative density. */
function settingOf({ ratio: _, engine: __, ...rest }: PerturbedValues): string {
  return JSON.stringify(rest);
}
