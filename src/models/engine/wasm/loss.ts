/** Evaluating one model on given samples. */
import type { ModelSettings } from '../../problem.ts';
import type { KernelExports } from './exports.ts';
import { placeArrays, TILE_STRIDE } from './memory.ts';
import { isRelu } from './prepared.ts';

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
    theta: 4 * theta.length,
    totals: 8 * n,
    x: 4 * n * TILE_STRIDE,
    z: 4 * n * TILE_STRIDE,
    h: 4 * m * TILE_STRIDE,
    samples: 4 * n * piece,
  };
  const { at } = placeArrays(kernel.reserve(placeArrays(0, arrays).end), arrays);
  const memory = kernel.memory.buffer;
  const totals = new Float64Array(memory, at.totals, n);
  totals.fill(0);
  new Float32Array(memory, at.theta, theta.length).set(theta);
  const samples = new Float32Array(memory, at.samples, n * piece);
  for (let from = 0; from < count; from += piece) {
    const here = Math.min(piece, count - from);
    samples.set(x.subarray(from * n, (from + here) * n));
    kernel.squaredErrors(n, m, isRelu(settings) ? 1 : 0, at.theta, at.samples, here, at.x, at.h, at.z, at.totals);
  }
  return settings.importance.reduce((sum, importance, i) => sum + importance * totals[i], 0) / count;
}
