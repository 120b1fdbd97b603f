/**
 * The tiny path: a step of one small model, unrolled for its shape (scripts/kernel/unrolled.ts). All-zero samples are
 * never drawn: how many there are is, and what they do to the bias has a closed form.
 */
import { adamStep } from './adam';
import { drawCount } from './count';
import { fillTile } from './draw';
import { Job, LAW_ROWS, MODEL_BYTES } from './job';
import { emptySamples } from './output';
import { RowStream, Stream } from './stream';
import { carryOverflow, clearLanes, STRIDE, TILE, VECTOR } from './tile';
import { drawRows, tinyGradient } from './unrolled';

/** Steps of one model. */
export function trainTiny(job: Job, model: u32): void {
  const n = job.n;
  const m = job.m;
  const x = job.xPtr;
  const padded: u32 = (n + 3) & ~3;
  const parameters: u32 = (n * m + n + 3) & ~3;
  const offset: usize = 4 * model * parameters;
  const theta = job.thetaPtr + offset;
  const sums = job.sumsPtr;
  const settings = job.modelsPtr + MODEL_BYTES * model;
  const key0 = load<u32>(settings);
  const key1 = load<u32>(settings, 4);
  const relu = load<u32>(settings, 8);
  const shared = load<u32>(settings, 16);
  const table = job.countsPtr + 4 * load<u32>(settings, 20);
  const from = load<u32>(settings, 24);
  const length = load<u32>(settings, 28);
  const law = job.lawPtr + LAW_ROWS * 4 * model * padded;
  const weights = law + 8 * padded;
  const bias = theta + 4 * n * m;
  for (let t: u32 = 0; t < job.steps; t++) {
    let taken: u32 = 0;
    if (!shared) {
      RowStream.start(job.from + t, key0, key1);
      const rows = drawCount(table, from, length);
      for (; taken < rows; taken += TILE) {
        const filled = min(TILE, rows - taken);
        const vectors = (filled + 3) >> 2;
        drawRows(x, n, law, vectors);
        if (filled & 3) clearLanes(x, n, filled);
        tinyGradient(x, n, m, theta, weights, relu, sums, vectors);
      }
      taken = (rows + 3) & ~3;
    } else {
      Stream.start(job.from + t, key0, key1);
      for (let filled: u32 = 0; ;) {
        filled = fillTile(x, n, job.batch, law, filled);
        if (filled & 3) clearLanes(x, n, filled);
        const vectors = (min(filled, TILE) + 3) >> 2;
        tinyGradient(x, n, m, theta, weights, relu, sums, vectors);
        taken += vectors << 2;
        if (filled < TILE) break;
        filled -= TILE;
        carryOverflow(x, n);
      }
    }
    // The last vector may hold a few empty samples too many: the difference is signed.
    emptySamples(bias, weights, n, relu, sums + VECTOR * n * m, job.batch - taken);
    adamStep(theta, job.m1Ptr + offset, job.m2Ptr + offset, sums, parameters, job.scalarsPtr + 16 * t);
  }
}
