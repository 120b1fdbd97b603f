/**
 * The exact path: the expected gradient by quadrature (../../quadrature.ts), for up to three features. Lanes are four
 * models, which share nothing but their shape and the kind of their integrals.
 *
 * From E[e] and M (moments.ts): ∂loss/∂b = E[e] and ∂loss/∂W = (M + Mᵀ) W, times 2 I.
 */
import { adamVector } from './adam';
import { addIntervals } from './intervals';
import { Job, LAW_ROWS, MODEL_BYTES } from './job';
import { DENSITY, ERROR, LIMIT, LINEAR, MOMENT, startMoments } from './moments';
import { EIGHT, FIVE } from './nodes';
import { addPoints, setNodes, setPoints } from './points';
import { VECTOR } from './tile';

/** The value laws by number (../prepared.ts); a kind is one of them, and LAWS more where the output is smooth. */
const LAWS: u32 = 4;
const ONE: u32 = 1;
const THREE: u32 = 2;
const UPPER: u32 = 3;

/** v128 [n]: 2 I. */
const WEIGHT = memory.data(3 * 16, 16);
/** v128 [n]: a column of the gradient. */
const COLUMN = memory.data(3 * 16, 16);

function kindOf(job: Job, model: u32): u32 {
  return load<u32>(job.modelsPtr + MODEL_BYTES * model, 20);
}

/**
 * Steps of up to four models of one kind, from `model` on.
 *
 * @returns how many they were
 */
export function trainExact(job: Job, model: u32): u32 {
  const kind = kindOf(job, model);
  let taken: u32 = 1;
  while (taken < 4 && model + taken < job.models && kindOf(job, model + taken) == kind) taken++;
  const n = job.n;
  const m = job.m;
  const parameters = n * m + n;
  const theta = job.lanesPtr;
  const m1 = theta + VECTOR * parameters;
  const m2 = m1 + VECTOR * parameters;
  for (let lane: u32 = 0; lane < 4; lane++) {
    // Lanes that are left over hold the last model once more.
    const from = model + min(lane, taken - 1);
    loadLane(theta, job.thetaPtr, from, parameters, lane);
    loadLane(m1, job.m1Ptr, from, parameters, lane);
    loadLane(m2, job.m2Ptr, from, parameters, lane);
    const law = job.lawPtr + LAW_ROWS * 4 * from * ((n + 3) & ~3);
    for (let i: u32 = 0; i < n; i++) {
      store<f32>(DENSITY + VECTOR * i + 4 * lane, load<f32>(law + 4 * i) * <f32>(1.0 / 16777216.0));
      store<f32>(WEIGHT + VECTOR * i + 4 * lane, load<f32>(law + 4 * (2 * ((n + 3) & ~3) + i)));
    }
    store<u32>(LINEAR + 4 * lane, load<u32>(job.modelsPtr + MODEL_BYTES * from, 8) ? 0 : 0xffffffff);
  }
  begin(kind, n);
  for (let t: u32 = 0; t < job.steps; t++) {
    startMoments(n, m, theta);
    expect(kind, n, theta + VECTOR * n * m);
    step(n, m, theta, m1, m2, job.scalarsPtr + 16 * t);
  }
  for (let lane: u32 = 0; lane < taken; lane++) {
    storeLane(theta, job.thetaPtr, model + lane, parameters, lane);
    storeLane(m1, job.m1Ptr, model + lane, parameters, lane);
    storeLane(m2, job.m2Ptr, model + lane, parameters, lane);
  }
  return taken;
}

function loadLane(lanes: usize, rows: usize, model: u32, parameters: u32, lane: u32): void {
  const row = rows + 4 * model * ((parameters + 3) & ~3);
  for (let q: u32 = 0; q < parameters; q++) store<f32>(lanes + VECTOR * q + 4 * lane, load<f32>(row + 4 * q));
}

function storeLane(lanes: usize, rows: usize, model: u32, parameters: u32, lane: u32): void {
  const row = rows + 4 * model * ((parameters + 3) & ~3);
  for (let q: u32 = 0; q < parameters; q++) store<f32>(row + 4 * q, load<f32>(lanes + VECTOR * q + 4 * lane));
}

/** Lays out the points of a kind that has any. */
function begin(kind: u32, n: u32): void {
  const law = kind % LAWS;
  if (law == ONE) setPoints(1);
  else if (law == THREE) setPoints(3);
  // The more features, the shorter they are: the rules' errors at the lengths of trained models (‖W_i‖ ≤ 2 of two, ≤ 1.6
  // of three) are under 1e-6 and 3e-5 of the gradient.
  else if (n < 3) setNodes(EIGHT, 8, lowest(law), 1);
  else setNodes(FIVE, 5, lowest(law), 1);
}

/** The smallest value of an active feature. */
function lowest(law: u32): f32 {
  return law == UPPER ? 0.5 : 0;
}

/** Fills ERROR and MOMENT, without the factors 2 I. */
function expect(kind: u32, n: u32, bias: usize): void {
  const law = kind % LAWS;
  const smooth = kind >= LAWS;
  if (smooth || law == ONE || law == THREE) addPoints(n, bias, smooth);
  else addIntervals(n, bias, lowest(law), 1);
}

/** From ERROR and MOMENT to the parameters' gradient, and one step of AdamW. */
function step(n: u32, m: u32, theta: usize, m1: usize, m2: usize, scalars: usize): void {
  for (let i: u32 = 0; i < n; i++) {
    const weight = v128.load(WEIGHT + VECTOR * i);
    const error = ERROR + VECTOR * i;
    v128.store(error, f32x4.mul(weight, v128.load(error)));
    for (let j: u32 = 0; j < n; j++) {
      const to = MOMENT + VECTOR * (i * LIMIT + j);
      v128.store(to, f32x4.mul(weight, v128.load(to)));
    }
  }
  // One dimension k at a time: ∂loss/∂W_ik takes W_jk of all j, which the step then replaces.
  for (let k: u32 = 0; k < m; k++) {
    for (let i: u32 = 0; i < n; i++) {
      let gradient = f32x4.splat(0);
      for (let j: u32 = 0; j < n; j++) {
        const both = f32x4.add(
          v128.load(MOMENT + VECTOR * (i * LIMIT + j)),
          v128.load(MOMENT + VECTOR * (j * LIMIT + i)),
        );
        gradient = f32x4.add(gradient, f32x4.mul(both, v128.load(theta + VECTOR * (j * m + k))));
      }
      v128.store(COLUMN + VECTOR * i, gradient);
    }
    for (let i: u32 = 0; i < n; i++) {
      const q: usize = VECTOR * (i * m + k);
      adamVector(theta + q, m1 + q, m2 + q, v128.load(COLUMN + VECTOR * i), scalars);
    }
  }
  for (let i: u32 = 0; i < n; i++) {
    const q: usize = VECTOR * (n * m + i);
    adamVector(theta + q, m1 + q, m2 + q, v128.load(ERROR + VECTOR * i), scalars);
  }
}
