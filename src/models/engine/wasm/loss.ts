/** Evaluating one model on given samples. */
import { FAMILIES } from '../../families.ts';
import { offsetsOf } from '../../layout.ts';
import type { ModelSettings } from '../../problem.ts';
import type { KernelExports } from './exports.ts';
import { placeArrays, TILE_STRIDE } from './memory.ts';
import { ACTIVATIONS, TARGETS } from './numbers.ts';

/** Words of an evaluation's record (assembly/loss.ts). */
const EVALUATION_WORDS = 17;

/** Samples are handed over in pieces of about this many floats (1 MiB), so memory does not grow with their number. */
const FLOATS_PER_CALL = 1 << 18;

/** See WasmKernel.meanLoss. */
export function evaluateLoss(
  kernel: KernelExports,
  settings: ModelSettings,
  m: number,
  theta: Float32Array,
  x: Float32Array,
): number {
  const n = settings.density.length;
  const count = x.length / n;
  // A multiple of a tile: where the pieces end does not change the sums.
  const piece = Math.max(64, Math.floor(FLOATS_PER_CALL / n / 64) * 64);
  const arrays = {
    evaluation: 4 * EVALUATION_WORDS,
    theta: 4 * theta.length,
    totals: 8 * n,
    x: 4 * n * TILE_STRIDE,
    wanted: 4 * n * TILE_STRIDE,
    z: 4 * n * TILE_STRIDE,
    h: 4 * m * TILE_STRIDE,
    slopes: 4 * m * TILE_STRIDE,
    samples: 4 * n * piece,
  };
  const { evaluation, ...places } = placeArrays(kernel.reserve(placeArrays(0, arrays).end), arrays).at;
  const memory = kernel.memory.buffer;
  const totals = new Float64Array(memory, places.totals, n);
  totals.fill(0);
  new Float32Array(memory, places.theta, theta.length).set(theta);
  const samples = new Float32Array(memory, places.samples, n * piece);
  const { hidden, output, target, ...rest } = FAMILIES[settings.family];
  const { read, hiddenBias = 0, bias } = offsetsOf(rest, n, m, theta.length);
  const shape = [ACTIVATIONS.indexOf(hidden), ACTIVATIONS.indexOf(output), TARGETS.indexOf(target)];
  for (let from = 0; from < count; from += piece) {
    const here = Math.min(piece, count - from);
    samples.set(x.subarray(from * n, (from + here) * n));
    const words = [n, m, here, ...shape, read, hiddenBias, bias, ...Object.values(places)];
    new Uint32Array(memory, evaluation, EVALUATION_WORDS).set(words);
    kernel.squaredErrors(evaluation);
  }
  return settings.importance.reduce((sum, importance, i) => sum + importance * totals[i], 0) / count;
}
