/**
 * The general path: a step of one model of any family, of any data (draw-general.ts), with dropout and a hidden bias, tile
 * by tile as dense.ts. Samples come from the shared stream. Every sum runs in an order that n, m and the data fix.
 */
import { activeOuterProduct, activeProduct, findActive } from './active';
import { adamStep } from './adam';
import { fillTile } from './draw';
import { fillGeneralTile } from './draw-general';
import { outerProduct, weightGradient } from './gradient';
import { hiddenError, hiddenLayer } from './hidden';
import { Job, LAW_ROWS, Model, MODEL_BYTES } from './job';
import { emptySamples, outputError } from './output';
import { product } from './product';
import { Stream } from './stream';
import { wantedOf } from './target';
import { carryOverflow, clearSamples, GRAIN, TILE, VECTOR } from './tile';

/** From so many hidden dimensions on, products over the active vectors alone may pay (timed). */
const LOOK_M: u32 = 8;
/** Of so many vectors at most one may then be active (timed). */
const SHARE: u32 = 2;

/** Whether the products over the inputs, and those over the outputs' errors, follow the active vectors: a step's state. */
class Few {
  static inputs: bool = false;
  static errors: bool = false;
}

/** Steps of one model. */
export function trainGeneral(job: Job, index: u32): void {
  const n = job.n;
  const m = job.m;
  const model = changetype<Model>(job.modelsPtr + MODEL_BYTES * index);
  const width: u32 = (n + 3) & ~3;
  const parameters: u32 = (model.bias + n + 3) & ~3;
  const offset: usize = 4 * index * parameters;
  const theta = job.thetaPtr + offset;
  const law = job.lawPtr + LAW_ROWS * 4 * index * width;
  const weights = law + 8 * width;
  const plain = !(model.signed | model.law | model.members | model.hiddenBias) && model.dropped == 0;
  for (let t: u32 = 0; t < job.steps; t++) {
    Stream.start(job.from + t, model.key0, model.key1);
    Few.inputs = Few.errors = m >= LOOK_M;
    let taken: u32 = 0;
    for (let filled: u32 = 0; ;) {
      filled = plain ? fillTile(job.xPtr, n, job.batch, law, filled) : fillGeneralTile(job, model, law, filled);
      if (filled) taken += generalTile(job, model, theta, weights, min(filled, TILE));
      if (filled < TILE) break;
      filled -= TILE;
      carryOverflow(job.xPtr, n);
      if (model.dropped > 0) carryOverflow(job.masksPtr, m);
    }
    // The last vector may hold a few empty samples too many: the difference is signed.
    const biasSums = job.sumsPtr + VECTOR * model.bias;
    emptySamples(theta + 4 * model.bias, weights, n, model.output, biasSums, job.batch - taken);
    adamStep(theta, job.m1Ptr + offset, job.m2Ptr + offset, job.sumsPtr, parameters, job.scalarsPtr + 16 * t);
  }
}

/** Adds the gradient of a tile of `filled` samples to the sums, and returns how many it took them for: whole vectors. */
function generalTile(job: Job, model: Model, theta: usize, weights: usize, filled: u32): u32 {
  const n = job.n;
  const m = job.m;
  const x = job.xPtr;
  const h = job.hPtr;
  const dz = job.dzPtr;
  const dh = job.dhPtr;
  const sums = job.sumsPtr;
  const read = theta + 4 * model.read;
  const rowStep: usize = 4 * m;
  const taken = (filled + 3) & ~3;
  const whole = (filled + GRAIN - 1) & ~(GRAIN - 1);
  const vectors = whole >> 2;
  const activeInputs = job.activePtr;
  const activeErrors = activeInputs + 4 * n;

  const masks = model.dropped > 0 ? job.masksPtr : 0;

  if (filled < whole) {
    clearSamples(x, n, filled, whole);
    // What an earlier call left there may be no number, and 0 times that is none.
    if (masks) clearSamples(masks, m, filled, whole);
  }
  // Tiles of a step are alike: once one has many, the rest are not looked at.
  if (Few.inputs) Few.inputs = SHARE * findActive(activeInputs, x, n, vectors) <= n * vectors;
  if (Few.inputs) activeProduct(h, activeInputs, job.listsPtr, x, n, theta, m, vectors);
  else product(h, x, n, theta, rowStep, 4, m, vectors);

  const bent = model.hidden | model.hiddenBias | (<u32>masks);
  const hiddenBias = model.hiddenBias ? theta + 4 * model.hiddenBias : 0;
  if (bent) hiddenLayer(h, m, model.hidden, hiddenBias, masks, job.slopesPtr, vectors);

  product(dz, h, m, read, 4, rowStep, n, vectors);
  const wanted = wantedOf(model.target, x, n, job.wantedPtr, taken >> 2);
  const bias = theta + 4 * model.bias;
  outputError(dz, wanted, n, bias, weights, model.output, sums + VECTOR * model.bias, taken >> 2);
  if (taken < whole) clearSamples(dz, n, taken, whole);

  if (Few.errors) Few.errors = SHARE * findActive(activeErrors, dz, n, vectors) <= n * vectors;
  if (Few.errors) activeProduct(dh, activeErrors, job.listsPtr, dz, n, read, m, vectors);
  else product(dh, dz, n, read, rowStep, 4, m, vectors);
  const hiddenSums = model.hiddenBias ? sums + VECTOR * model.hiddenBias : 0;
  if (bent) hiddenError(dh, job.slopesPtr, m, hiddenSums, vectors);

  if (!(model.read | (<u32>Few.inputs) | (<u32>Few.errors))) {
    weightGradient(x, dz, h, dh, n, m, sums, vectors);
    return taken;
  }
  if (Few.errors) activeOuterProduct(activeErrors, dz, n, h, m, sums + VECTOR * model.read);
  else outerProduct(dz, h, n, m, sums + VECTOR * model.read, vectors);
  if (Few.inputs) activeOuterProduct(activeInputs, x, n, dh, m, sums);
  else outerProduct(x, dh, n, m, sums, vectors);
  return taken;
}
