/**
 * The starts of the setting at many relative densities, trained when the reader asks for them: every model a dot. It may
 * take a minute: it has the page's background workers, so that no other figure waits for it, and goes on off screen.
 */
import type { Training } from '../../../models/engine/index.ts';
import { EVALUATION_COUNT } from '../../../models/evaluation/counts.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { FIGURES } from '../../../models/parameters/figures.ts';
import { perturbedExperiment, reachesRatio } from '../../../models/parameters/geometry-problem.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import type { OddDot } from '../../../viz/odd-curves-layout.ts';
import { reasonOf } from '../../figure/run-state.svelte.ts';
import { backgroundPool } from '../../training.ts';
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

  /**
   * Relative density by relative density, as far as there is one: beyond, every model would be that of a feature that is
   * always there. Ends early when stopped, or when training fails, which is said.
   */
  async run(values: PerturbedValues, say: (text: string) => void): Promise<void> {
    this.stop();
    this.#setting = settingOf(values);
    this.#dots = [];
    this.progress = 0;
    const ratios = SWEEP_RATIOS.filter((ratio) => reachesRatio(densityOf(values.S), ratio));
    for (const [k, ratio] of ratios.entries()) {
      const at = settleValues(FIGURES.perturbed, { ...values, ratio }).values as PerturbedValues;
      const { problem, recipe } = perturbedExperiment(at);
      const training = backgroundPool().train({
        problem,
        recipe,
        engine: values.engine,
        until: recipe.steps,
        announce: [],
        evaluationSamples: EVALUATION_COUNT,
      });
      this.#training = training;
      let result: Awaited<Training['result']>;
      try {
        result = await training.result;
      } catch (error) {
        if (this.#training !== training) return;
        say(`Training of every ratio stopped at ${ratio}: ${reasonOf(error)}. The ratios before it are shown.`);
        return this.stop();
      }
      if (this.#training !== training || !result) return;
      for (const notice of result.notices) say(notice);
      const found = result.models.map(({ index, theta, loss }) => {
        const { importance, start } = problem.models[index];
        return dotOf(foundOf(theta, importance, loss, start), ratio);
      });
      this.#dots = [...this.#dots, ...found];
      this.progress = (k + 1) / ratios.length;
    }
    this.stop();
  }
}

/** Everything that a dot depends on but the relative density. */
function settingOf({ ratio: _, engine: __, ...rest }: PerturbedValues): string {
  return JSON.stringify(rest);
}
