/**
 * The sparse path: a step whose cost follows the active entries. Lanes are features.
 *
 * A sample with active features A has z = b + Σ_{j ∈ A} x_j G_j, G = WWᵀ, and adds e = ∂loss/∂z to the bias's gradient and
 * e x_jᵀ, j ∈ A, to M = Σ e xᵀ; once a step ∂loss/∂W = (M + Mᵀ) W. Entries that are off are never drawn (skips.ts), and
 * neither are empty samples: what they do to the bias has a closed form.
 */
import { adamVector } from './adam';
import { fillTile } from './draw';
import { Job, LAW_ROWS, MODEL_BYTES } from './job';
import { matrixProduct } from './matrix';
import { emptyErrors, outputFloor } from './output-rows';
import { Row } from './row';
import { Skips } from './skips';
import { RowStream, Stream } from './stream';
import { addTransposed } from './symmetric';
import { STRIDE, TILE } from './tile';

/** Steps of one model. */
export function trainSparse(job: Job, model: u32): void {
  const n = job.n;
  const m = job.m;
  const width: u32 = (n + 3) & ~3;
  const parameters: u32 = (n * m + n + 3) & ~3;
  const offset: usize = 4 * model * parameters;
  const theta = job.thetaPtr + offset;
  const settings = job.modelsPtr + MODEL_BYTES * model;
  const key0 = load<u32>(settings);
  const key1 = load<u32>(settings, 4);
  const relu = load<u32>(settings, 8);
  const shared = load<u32>(settings, 16);
  const logScale = load<f32>(settings, 20);
  const law = job.lawPtr + LAW_ROWS * 4 * model * width;
  const weights = law + 8 * width;
  const transposed = job.transposedPtr;
  memory.fill(transposed, 0, 4 * width * m);
  memory.fill(job.biasPtr, 0, 4 * width);
  Row.begin(job, width, outputFloor(relu));
  for (let t: u32 = 0; t < job.steps; t++) {
    transpose(transposed, 4 * width, theta, n, m);
    memory.copy(job.biasPtr, theta + 4 * n * m, 4 * n);
    matrixProduct(job.gramPtr, transposed, m, theta, 4, 4 * m, n, width);
    memory.fill(job.momentPtr, 0, 4 * width * width);
    memory.fill(job.errorPtr, 0, 4 * width);
    Row.clear();
    if (shared) {
      Stream.start(job.from + t, key0, key1);
      sharedRows(job, law);
    } else {
      RowStream.start(job.from + t, key0, key1);
      Skips.rows(n, job.batch, logScale, law + 12 * width);
    }
    Row.finish();
    emptyErrors(job.errorPtr, job.biasPtr, width, outputFloor(relu), job.batch - Row.taken);
    addTransposed(job.momentPtr, weights, width);
    // ∂loss/∂Wᵀ = Wᵀ (M + Mᵀ), behind Wᵀ.
    const slopes = transposed + 4 * width * m;
    matrixProduct(slopes, job.momentPtr, n, theta, 4 * m, 4, m, width);
    for (let i: u32 = 0; i < n; i++) {
      for (let k: u32 = 0; k < m; k++) {
        store<f32>(job.gradientPtr + 4 * (i * m + k), load<f32>(slopes + 4 * (k * width + i)));
      }
      const error = load<f32>(job.errorPtr + 4 * i) * load<f32>(weights + 4 * i);
      store<f32>(job.gradientPtr + 4 * (n * m + i), error);
    }
    for (let q: usize = 0; q < 4 * parameters; q += 16) {
      const at = offset + q;
      adamVector(theta + q, job.m1Ptr + at, job.m2Ptr + at, v128.load(job.gradientPtr + q), job.scalarsPtr + 16 * t);
    }
  }
}

/** Wᵀ of W [n, m], rows `rowBytes` apart. */
function transpose(to: usize, rowBytes: usize, w: usize, n: u32, m: u32): void {
  for (let k: u32 = 0; k < m; k++) {
    let from = w + 4 * k;
    for (let i: u32 = 0; i < n; i++, from += 4 * m) store<f32>(to + 4 * i, load<f32>(from));
    to += rowBytes;
  }
}

/** The rows of a batch of the shared stream, drawn densely into a tile and read off it. */
function sharedRows(job: Job, law: usize): void {
  const n = job.n;
  for (let filled: u32 = TILE; filled >= TILE;) {
    filled = fillTile(job.xPtr, n, job.batch, law, 0);
    for (let s: u32 = 0; s < filled; s++) {
      for (let i: u32 = 0; i < n; i++) {
        const x = load<f32>(job.xPtr + i * STRIDE + 4 * s);
        if (x != 0) Row.add(i, x);
      }
      Row.next();
    }
  }
}
