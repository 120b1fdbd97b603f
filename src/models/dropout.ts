/** Inverted dropout on the hidden layer, from the counter-based generator. */
import type { ModelSettings } from './problem.ts';
import { drawWords, streamKey, toUnit } from './random.ts';

/**
 * The factors on the hidden layer of samples 0 … count − 1 of one step: 0 with chance q, else 1 / (1 − q), in float32.
 * Dimension k reads word k mod 4 of block ⌊k / 4⌋, as features do (random.ts), from the stream `dropout`.
 *
 * @returns [count, m]
 */
export function dropoutMasks(
  { seed, start, model }: ModelSettings,
  m: number,
  step: number,
  count: number,
  q: number,
): Float32Array {
  const key = streamKey(seed, start, model, 'dropout');
  const kept = Math.fround(1 / (1 - q));
  const limit = Math.fround(q);
  const out = new Float32Array(count * m);
  const four = new Uint32Array(4);
  for (let s = 0; s < count; s++) {
    for (let k = 0; k < m; k++) {
      if ((k & 3) === 0) drawWords(four, key, step, s, k >> 2);
      out[s * m + k] = toUnit(four[k & 3]) < limit ? 0 : kept;
    }
  }
  return out;
}
