/** One run of the figure: rounds of models, trained one after another until the end or a stop. */
import type { Progress, Training, TrainingPool, TrainResult } from '../../../models/engine/index.ts';
import type { Problem, Recipe } from '../../../models/problem.ts';
import type { EngineChoice } from '../../../models/parameters/table.ts';
import { trainingPool } from '../../training.ts';
import { EVALUATION_SAMPLES, PICTURES, reportSteps } from './protocol.ts';

export interface Hooks {
  /** The first round's models at one of the steps that are drawn. */
  readonly early: (round: Problem, progress: Progress) => void;
  readonly finished: (round: Problem, result: TrainResult) => void;
  /** Models done, those on their way in part, as a share of all. */
  readonly share: (share: number) => void;
}

interface Options {
  /** Who trains: the page's workers. */
  readonly pool?: TrainingPool;
  /** Steps of the first round that are drawn. */
  readonly pictures?: readonly number[];
}

export class TrainingRounds {
  readonly #rounds: readonly Problem[];
  readonly #recipe: Recipe;
  readonly #engine: EngineChoice;
  readonly #hooks: Hooks;
  readonly #pool: TrainingPool;
  readonly #pictures: readonly number[];
  #training: Training | undefined;
  #stopped = false;

  constructor(
    rounds: readonly Problem[],
    recipe: Recipe,
    engine: EngineChoice,
    hooks: Hooks,
    { pool = trainingPool(), pictures = PICTURES }: Options = {},
  ) {
    this.#rounds = rounds;
    this.#recipe = recipe;
    this.#engine = engine;
    this.#hooks = hooks;
    this.#pool = pool;
    this.#pictures = pictures;
  }

  /** Tells nobody anything any more. */
  stop(): void {
    this.#stopped = true;
    this.#training?.cancel();
  }

  /**
   * @returns false when it was stopped
   * @throws TrainingError
   */
  async run(): Promise<boolean> {
    const total = this.#rounds.reduce((sum, { models }) => sum + models.length, 0);
    let done = 0;
    for (const [k, round] of this.#rounds.entries()) {
      const result = await this.#train(round, k === 0, (step) =>
        this.#hooks.share((done + (round.models.length * step) / this.#recipe.steps) / total),
      );
      if (!result) return false;
      done += round.models.length;
      this.#hooks.share(done / total);
      this.#hooks.finished(round, result);
      // Whoever was told may have stopped it.
      if (this.#stopped) return false;
    }
    return true;
  }

  async #train(round: Problem, first: boolean, reach: (step: number) => void): Promise<TrainResult | null> {
    const { steps } = this.#recipe;
    const job = {
      problem: round,
      recipe: this.#recipe,
      engine: this.#engine,
      until: steps,
      announce: first ? this.#pictures : reportSteps(steps),
      evaluationSamples: EVALUATION_SAMPLES,
    };
    this.#training = this.#pool.train(job, (progress) => {
      if (this.#stopped) return;
      reach(progress.step);
      if (first) this.#hooks.early(round, progress);
    });
    try {
      const result = await this.#training.result;
      return this.#stopped ? null : result;
    } catch (error) {
      if (this.#stopped) return null;
      throw error;
    }
  }
}
