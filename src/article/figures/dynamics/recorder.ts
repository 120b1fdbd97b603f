/** One run of the figure: every start trained as one batch, its frames kept as they are announced. */
import type { Progress, Training, TrainResult } from '../../../models/engine/index.ts';
import { MOMENT_COUNT } from '../../../models/evaluation/counts.ts';
import { parameterCount } from '../../../models/layout.ts';
import type { EngineChoice } from '../../../models/parameters/table.ts';
import type { Experiment } from '../../../models/parameters/experiment.ts';
import type { Frame, Recording } from '../../../models/recording/recording.ts';
import { recordedSteps } from '../../../models/recording/steps.ts';
import { trainingPool } from '../../training.ts';
import { FRAMES_A_PICTURE } from './protocol.ts';

interface Hooks {
  /** Often enough to be watched, seldom enough to be drawn. */
  readonly picture: (recordings: readonly Recording[], step: number) => void;
}

export class Recorder {
  readonly #experiment: Experiment;
  readonly #frames: Frame[][];
  #run: Training | undefined;
  #stopped = false;

  constructor(experiment: Experiment) {
    this.#experiment = experiment;
    this.#frames = experiment.problem.models.map(() => []);
  }

  /** One for each start, as far as they are. */
  get recordings(): Recording[] {
    const { problem, recipe } = this.#experiment;
    return this.#frames.map((frames) => ({ n: problem.n, m: problem.m, steps: recipe.steps, frames: [...frames] }));
  }

  /** Tells nobody anything any more. */
  stop(): void {
    this.#stopped = true;
    this.#run?.cancel();
  }

  /**
   * @returns null when it was stopped
   * @throws TrainingError
   */
  async record(engine: EngineChoice, { picture }: Hooks): Promise<TrainResult | null> {
    const { problem, recipe } = this.#experiment;
    const { steps } = recipe;
    const job = {
      ...{ problem, recipe, engine, until: steps },
      // The last frame's loss is measured on the samples of those that the engine announces.
      ...{ announce: recordedSteps(steps), evaluationSamples: MOMENT_COUNT },
    };
    this.#run = trainingPool().train(job, (progress) => {
      if (this.#stopped) return;
      this.#keep(progress);
      if (this.#frames[0].length % FRAMES_A_PICTURE === 0) picture(this.recordings, progress.step);
    });
    try {
      const result = await this.#run.result;
      if (this.#stopped || !result) return null;
      for (const { index, theta, loss } of result.models) this.#frames[index].push({ step: result.steps, theta, loss });
      return result;
    } catch (error) {
      if (this.#stopped) return null;
      throw error;
    }
  }

  #keep({ step, theta, losses }: Progress): void {
    const P = parameterCount(this.#experiment.problem);
    losses.forEach((loss, k) => this.#frames[k].push({ step, theta: theta.slice(k * P, (k + 1) * P), loss }));
  }
}
