/** Trains the dial's pictures. */
import { rankTrained } from '../../../models/evaluation/best.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import { positionOf, STEPS_PER_STOP } from '../../../viz/dial-scale.ts';
import { trainingPool } from '../../training.ts';
import type { HeroValues } from './hero.svelte.ts';
import { dialStep } from './protocol.ts';
import { spaceSign } from '../../../viz/space-sign.ts';
import type { DialPicture, DialPictures } from './dial-pictures.svelte.ts';
import { shownModel } from './shown.ts';
import { STOPS } from './stops.ts';

const EVALUATION_SAMPLES = 1 << 12;

/** Trains what is missing at these settings, the stops next to S first. */
export async function fillDial(dial: DialPictures, values: HeroValues, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  if (keyOf(values) !== keyOf(dial.values)) {
    dial.pictures = STOPS.map(() => null);
    dial.trained.clear();
  }
  dial.values = values;
  const here = positionOf(values.S) / STEPS_PER_STOP;
  const nearestFirst = [...STOPS.keys()].sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
  for (const k of nearestFirst) {
    if (dial.trained.has(k)) continue;
    const picture = await trainPicture({ ...values, S: STOPS[k] }, stopped);
    if (!picture) return;
    dial.trained.add(k);
    dial.pictures = dial.pictures.with(k, picture);
  }
}

/** Everything that the pictures depend on; S is what the dial runs over. */
function keyOf({ S: _, engine: __, ...rest }: HeroValues): string {
  return JSON.stringify(rest);
}

/** The best start at these settings; null where it was stopped, or cannot be trained. */
async function trainPicture(values: HeroValues, stopped: AbortSignal): Promise<DialPicture | null> {
  if (stopped.aborted) return null;
  const { problem, recipe } = heroExperiment(values);
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
