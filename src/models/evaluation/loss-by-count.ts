/**
 * A model's loss split by how many features are present at once: none; one, when it is read as the features that
 * are absent ("alternating interference"); two and more, when each is read as part of the others ("simultaneous
 * interference"). The words are of Nanda 2022.
 */
import { exactLoss, hasExactLoss } from '../theory/exact-loss.ts';
import type { ModelSettings } from '../problem.ts';
import { evaluationSamples } from './kept-samples.ts';
import { meanLoss } from './mean-loss.ts';

export interface CountPart {
  /** How often samples of this kind come, in [0, 1]. */
  readonly probability: number;
  /** What they contribute to the loss: their probability times their mean loss. */
  readonly loss: number;
}

export interface LossByCount {
  readonly none: CountPart;
  readonly one: CountPart;
  readonly more: CountPart;
}

/** Samples where there is no closed form: the split of a model's loss is good to some per cent. */
const SAMPLES = 1 << 13;

/**
 * The parts add up to the expected loss per sample. Exact where the loss is (theory/exact-loss.ts): a density of 0 or 1
 * makes the closed form a mean over one pattern, and what is left of the whole is the part of two and more. Else from the
 * evaluation set.
 *
 * @param settings with independent features
 * @param theta one model's parameters, W [n, m] then b [n]
 */
export function lossByCount(settings: ModelSettings, m: number, theta: Float32Array): LossByCount {
  const { density } = settings;
  const n = density.length;
  const empty = density.reduce((product, p) => product * (1 - p), 1);
  /** P(feature i is there and no other is). */
  const alone = density.map((p, i) => density.reduce((product, q, j) => (j === i ? product : product * (1 - q)), p));
  const single = alone.reduce((sum, p) => sum + p, 0);
  const chances = { none: empty, one: single, more: Math.max(0, 1 - empty - single) };
  const emptyLoss = meanLoss(settings, m, theta, new Float32Array(n));
  const [one, more] = hasExactLoss(settings)
    ? exactParts(settings, m, theta, alone, empty * emptyLoss)
    : sampledParts(settings, m, theta, 1 - empty);
  return {
    none: { probability: chances.none, loss: empty * emptyLoss },
    one: { probability: chances.one, loss: one },
    more: { probability: chances.more, loss: more },
  };
}

function exactParts(
  settings: ModelSettings,
  m: number,
  theta: Float32Array,
  alone: readonly number[],
  none: number,
): [one: number, more: number] {
  const only = (i: number): number[] => alone.map((_, j) => (j === i ? 1 : 0));
  const one = alone.reduce(
    (sum, p, i) => (p > 0 ? sum + p * exactLoss({ ...settings, density: only(i) }, m, theta) : sum),
    0,
  );
  return [one, Math.max(0, exactLoss(settings, m, theta) - none - one)];
}

/** Both parts from the non-empty samples, which come with probability `chance`. */
function sampledParts(
  settings: ModelSettings,
  m: number,
  theta: Float32Array,
  chance: number,
): [one: number, more: number] {
  const n = settings.density.length;
  let [one, more] = [0, 0];
  for (const chunk of evaluationSamples(settings, SAMPLES)) {
    for (let from = 0; from < chunk.length; from += n) {
      const x = chunk.subarray(from, from + n);
      const loss = (chance / SAMPLES) * meanLoss(settings, m, theta, x);
      if (x.filter((value) => value !== 0).length === 1) one += loss;
      else more += loss;
    }
  }
  return [one, more];
}
