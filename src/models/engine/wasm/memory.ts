/** The kernel's memory: where each array of a call lies, and how a call's problem and state get in and out. */
import { parameterCount } from '../../layout.ts';
import type { Problem, Recipe, State } from '../../problem.ts';
import { stepScalars } from '../../recipe.ts';
import { pad4, type Prepared } from './prepared.ts';

/** Steps whose scalars fit in memory at once: longer runs are cut up, which changes no bit. */
export const STEPS_PER_CALL = 256;

/** Floats from row to row of a tile (assembly/tile.ts). */
export const TILE_STRIDE = 64 + 4;

/** Numbers in front of a job's addresses: models, n, m, batch, from, steps. */
const JOB_NUMBERS = 6;

/** Byte offsets of a list of arrays, each on a multiple of 16, and where the last one ends. */
export function placeArrays<Name extends string>(
  base: number,
  bytes: Record<Name, number>,
): { at: Record<Name, number>; end: number } {
  const at: Record<string, number> = {};
  let end = base;
  for (const name of Object.keys(bytes) as Name[]) {
    at[name] = end;
    end += Math.ceil(bytes[name] / 16) * 16;
  }
  return { at, end };
}

/** Bytes of every array of a training call, in the order in which they lie in memory and in which the job names them. */
export function trainingArrays(problem: Problem, prepared: Prepared) {
  const { n, m, models } = problem;
  const padded = pad4(parameterCount(problem));
  const arrays = {
    scalars: 16 * STEPS_PER_CALL,
    models: prepared.models.byteLength,
    law: prepared.law.byteLength,
    counts: prepared.counts.byteLength,
    theta: 4 * models.length * padded,
    m1: 4 * models.length * padded,
    m2: 4 * models.length * padded,
    sums: 16 * padded,
    x: 4 * pad4(n) * TILE_STRIDE,
    dz: 4 * n * TILE_STRIDE,
    h: 4 * m * TILE_STRIDE,
    dh: 4 * m * TILE_STRIDE,
    lanes: 3 * 16 * padded,
    ...sparseArrays(n, m, prepared),
    ...generalArrays(n, m, prepared),
  };
  return { job: 4 * (JOB_NUMBERS + Object.keys(arrays).length), ...arrays };
}

/** Their sizes grow with n², and most problems have no use for them. */
function sparseArrays(n: number, m: number, { sparse }: Prepared) {
  const width = sparse ? pad4(n) : 0;
  return {
    gram: 4 * width * width,
    moment: 4 * width * width,
    transposed: 2 * 4 * m * width,
    bias: 4 * width,
    error: 4 * width,
    targets: 2 * 4 * width,
    entries: 2 * 32 * width,
    gradient: 4 * pad4(m * width + width),
  };
}

function generalArrays(n: number, m: number, { members, general }: Prepared) {
  const rows = general ? 4 * TILE_STRIDE : 0;
  return {
    members: members.byteLength,
    words: general ? 16 * pad4(n) : 0,
    masks: rows * pad4(m),
    slopes: rows * m,
    wanted: rows * n,
    active: general ? 2 * 4 * n : 0,
    lists: general ? 16 * 8 * n : 0,
  };
}

export type TrainingPlaces = Record<keyof ReturnType<typeof trainingArrays>, number>;

/** Writes everything of a training call that its steps share. */
export function writeProblem(
  memory: ArrayBuffer,
  at: TrainingPlaces,
  problem: Problem,
  prepared: Prepared,
  state: State,
): void {
  new Uint32Array(memory, at.models, prepared.models.length).set(prepared.models);
  new Float32Array(memory, at.law, prepared.law.length).set(prepared.law);
  new Uint32Array(memory, at.counts, prepared.counts.length).set(prepared.counts);
  new Uint32Array(memory, at.members, prepared.members.length).set(prepared.members);
  const P = parameterCount(problem);
  const count = problem.models.length;
  writeRows(new Float32Array(memory, at.theta, count * pad4(P)), state.theta, P);
  writeRows(new Float32Array(memory, at.m1, count * pad4(P)), state.m1, P);
  writeRows(new Float32Array(memory, at.m2, count * pad4(P)), state.m2, P);
  new Float32Array(memory, at.sums, 4 * pad4(P)).fill(0);
}

/** Rows of P to rows of P padded to 4, zeros behind. */
function writeRows(to: Float32Array, rows: Float32Array, P: number): void {
  if (P % 4 === 0) return to.set(rows);
  for (let q = 0, from = 0; from < rows.length; q += pad4(P) - P) {
    for (let j = 0; j < P; j++) to[q++] = rows[from++];
    to.fill(0, q, q + pad4(P) - P);
  }
}

function readRows(rows: Float32Array, count: number, P: number): Float32Array {
  if (P % 4 === 0) return rows.slice();
  const out = new Float32Array(count * P);
  for (let q = 0, to = 0; to < out.length; q += pad4(P) - P) {
    for (let j = 0; j < P; j++) out[to++] = rows[q++];
  }
  return out;
}

/** Writes the job (assembly/job.ts) for `steps` ≤ STEPS_PER_CALL steps from `from`, and their scalars. */
export function writeJob(
  memory: ArrayBuffer,
  at: TrainingPlaces,
  problem: Problem,
  recipe: Recipe,
  from: number,
  steps: number,
): void {
  const { job, ...arrays } = at;
  const { n, m, models } = problem;
  const words = [models.length, n, m, recipe.batch, from, steps, ...Object.values(arrays)];
  new Uint32Array(memory, job, words.length).set(words);
  const rows = new Float32Array(memory, arrays.scalars, 4 * steps);
  for (let t = 0; t < steps; t++) {
    const { rate, keep, unbias1, unbias2 } = stepScalars(recipe, from + t);
    rows[4 * t] = rate * unbias1;
    rows[4 * t + 1] = 1 - keep;
    rows[4 * t + 2] = unbias2;
  }
}

/** The state after the call, copied out. */
export function readState(memory: ArrayBuffer, at: TrainingPlaces, problem: Problem, step: number): State {
  const P = parameterCount(problem);
  const count = problem.models.length;
  const read = (start: number): Float32Array => readRows(new Float32Array(memory, start, count * pad4(P)), count, P);
  return { step, theta: read(at.theta), m1: read(at.m1), m2: read(at.m2) };
}
