/** Trains one picture of the dial. */
import { rankTrained } from '../../../models/evaluation/best.ts';
import { heroTraining } from '../../../models/parameters/storage-problem.ts';
import { trainingPool } from '../../training.ts';
import type { HeroValues } from './hero.svelte.ts';
import { dialStep } from './protocol.ts';
import { spaceSign } from '../../../viz/space-sign.ts';
import type { DialPicture } from './dial-pictures.svelte.ts';
import { shownModel } from './shown.ts';

const EVALUATION_SAMPLES = 1 << 12;

/** The best start at these settings; null where it was stopped, or cannot be trained. */
export async function trainPicture(values: HeroValues, stopped: AbortSignal): Promise<DialPicture | null> {
  if (stopped.aborted) return null;
  const { problem, recipe } = heroTraining(values);
  const training = trainingPool().train({
    problem,
    recipe,
    engine: values.engine,
    until: dialStep(recipe.steps),
    announce: [],
    evaluationSamples: EVALUATION_SAMPLES,
  });
  stopped.addEventListener('abort', () => training.cancel(), { once: true });
  try {
    const result = await training.result;
    if (!result || stopped.aborted) return null;
    const [best] = rankTrained(problem, result.models);
    const shown = shownModel({ values, theta: best.theta, loss: best.loss, step: result.steps });
    return { ...shown, sign: spaceSign(shown.view) };
  } catch {
    // A picture that cannot be trained stays empty; the figure itself reports what is wrong.
    return null;
  }
}
