/** The dense path: a step of one model of any size, tile by tile. Every sum runs in an order that n, m and the data fix. */
import { adamStep } from './adam';
import { fillTile } from './draw';
import { weightGradient } from './gradient';
import { Job, LAW_ROWS, MODEL_BYTES } from './job';
import { emptySamples, outputError } from './output';
import { product } from './product';
import { Stream } from './stream';
import { carryOverflow, clearSamples, GRAIN, STRIDE, TILE, VECTOR } from './tile';

/** Steps of one model. */
export function trainDense(job: Job, model: u32): void {
  const n = job.n;
  const m = job.m;
  const padded: u32 = (n + 3) & ~3;
  const parameters: u32 = (n * m + n + 3) & ~3;
  const theta = job.thetaPtr + 4 * model * parameters;
  const m1 = job.m1Ptr + 4 * model * parameters;
  const m2 = job.m2Ptr + 4 * model * parameters;
  const settings = job.modelsPtr + MODEL_BYTES * model;
  const key0 = load<u32>(settings);
  const key1 = load<u32>(settings, 4);
  const relu = load<u32>(settings, 8);
  const law = job.lawPtr + LAW_ROWS * 4 * model * padded;
  const weights = law + 8 * padded;
  const bias = theta + 4 * n * m;
  const biasSums = job.sumsPtr + VECTOR * n * m;
  for (let t: u32 = 0; t < job.steps; t++) {
    Stream.start(job.from + t, key0, key1);
    let taken: u32 = 0;
    let filled: u32 = 0;
    for (;;) {
      filled = fillTile(job.xPtr, n, job.batch, law, filled);
      if (filled < TILE) break;
      denseTile(job, theta, weights, relu, TILE);
      taken += TILE;
      filled -= TILE;
      carryOverflow(job.xPtr, n);
    }
    if (filled) {
      const whole = (filled + GRAIN - 1) & ~(GRAIN - 1);
      clearSamples(job.xPtr, n, filled, whole);
      denseTile(job, theta, weights, relu, whole);
      taken += whole;
    }
    // The clearing of the last tile may have added a few empty samples too many: the difference is signed.
    emptySamples(bias, weights, n, relu, biasSums, job.batch - taken);
    adamStep(theta, m1, m2, job.sumsPtr, parameters, job.scalarsPtr + 16 * t);
  }
}

/** Adds one tile's gradient to the sums. */
function denseTile(job: Job, theta: usize, weights: usize, relu: u32, count: u32): void {
  const n = job.n;
  const m = job.m;
  const vectors = count >> 2;
  const rowStep: usize = 4 * m;
  const weightCount = n * m;
  product(job.hPtr, job.xPtr, n, theta, rowStep, 4, m, vectors);
  product(job.dzPtr, job.hPtr, m, theta, 4, rowStep, n, vectors);
  outputError(
    job.dzPtr,
    job.xPtr,
    n,
    theta + 4 * weightCount,
    weights,
    relu,
    job.sumsPtr + VECTOR * weightCount,
    vectors,
  );
  product(job.dhPtr, job.dzPtr, n, theta, rowStep, 4, m, vectors);
  weightGradient(job.xPtr, job.dzPtr, job.hPtr, job.dhPtr, n, m, job.sumsPtr, vectors);
}
