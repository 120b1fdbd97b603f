/** The kernel's memory: where each array of a call lies, and how a call's problem and state get in and out. */
import { FAMILIES } from '../../families.ts';
import { parameterCount } from '../../layout.ts';
import type { ModelSettings, Problem, Recipe, State } from '../../problem.ts';
import { streamKey } from '../../random.ts';
import { stepScalars } from '../../recipe.ts';
import { WASM_PATHS, wasmPath } from './paths.ts';

/** Steps whose scalars fit in memory at once: longer runs are cut up, which changes no bit. */
export const STEPS_PER_CALL = 256;

/** Floats from row to row of a tile (assembly/tile.ts). */
export const TILE_STRIDE = 64 + 4;

const JOB_WORDS = 20;

export const pad4 = (count: number): number => Math.ceil(count / 4) * 4;

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

/** Bytes of every array of a training call, in the order in which they lie in memory. */
export function trainingArrays({ n, m, models }: Problem) {
  const padded = pad4(n * m + n);
  return {
    job: 4 * JOB_WORDS,
    scalars: 16 * STEPS_PER_CALL,
    models: 16 * models.length,
    law: 12 * models.length * pad4(n),
    theta: 4 * models.length * padded,
    m1: 4 * models.length * padded,
    m2: 4 * models.length * padded,
    sums: 16 * padded,
    x: 4 * pad4(n) * TILE_STRIDE,
    dz: 4 * n * TILE_STRIDE,
    h: 4 * m * TILE_STRIDE,
    dh: 4 * m * TILE_STRIDE,
  };
}

export type TrainingPlaces = Record<keyof ReturnType<typeof trainingArrays>, number>;

/** Writes everything of a training call that its steps share. */
export function writeProblem(
  memory: ArrayBuffer,
  at: TrainingPlaces,
  problem: Problem,
  recipe: Recipe,
  state: State,
): void {
  const { n, m, models } = problem;
  const width = pad4(n);
  const keys = new Uint32Array(memory, at.models, 4 * models.length);
  const law = new Float32Array(memory, at.law, 3 * width * models.length);
  law.fill(0);
  models.forEach((settings, k) => {
    const key = streamKey(settings.seed, settings.start, settings.model, 'data');
    const path = WASM_PATHS.indexOf(wasmPath(n, m, settings));
    keys.set([...key, isRelu(settings) ? 1 : 0, path], 4 * k);
    for (let i = 0; i < n; i++) {
      const p = Math.fround(settings.density[i]);
      // Powers of two change no digit: u < p and u · (1 / p) come out as in data.ts.
      law[(3 * k + 0) * width + i] = p * 2 ** 24;
      law[(3 * k + 1) * width + i] = Math.fround(1 / p) * 2 ** -24;
      law[(3 * k + 2) * width + i] = (2 * settings.importance[i]) / recipe.batch;
    }
  });
  const P = parameterCount(problem);
  for (const name of ['theta', 'm1', 'm2'] as const) {
    const rows = new Float32Array(memory, at[name], models.length * pad4(P));
    rows.fill(0);
    for (let k = 0; k < models.length; k++) rows.set(state[name].subarray(k * P, (k + 1) * P), k * pad4(P));
  }
  new Float32Array(memory, at.sums, 4 * pad4(P)).fill(0);
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
  const { scalars, models, law, theta, m1, m2, sums, x, dz, h, dh } = at;
  const { n, m, models: batch } = problem;
  new Uint32Array(memory, at.job, JOB_WORDS).set([
    ...[batch.length, n, m, recipe.batch, from, steps],
    ...[scalars, models, law, theta, m1, m2, sums, x, dz, h, dh],
  ]);
  const rows = new Float32Array(memory, scalars, 4 * steps);
  for (let t = 0; t < steps; t++) {
    const { rate, keep, unbias1, unbias2 } = stepScalars(recipe, from + t);
    rows.set([rate * unbias1, 1 - keep, unbias2, 0], 4 * t);
  }
}

/** The state after the call, copied out. */
export function readState(memory: ArrayBuffer, at: TrainingPlaces, problem: Problem, step: number): State {
  const P = parameterCount(problem);
  const count = problem.models.length;
  const read = (start: number): Float32Array => {
    const rows = new Float32Array(memory, start, count * pad4(P));
    const out = new Float32Array(count * P);
    for (let k = 0; k < count; k++) out.set(rows.subarray(k * pad4(P), k * pad4(P) + P), k * P);
    return out;
  };
  return { step, theta: read(at.theta), m1: read(at.m1), m2: read(at.m2) };
}

export const isRelu = (settings: ModelSettings): boolean => FAMILIES[settings.family].output === 'relu';
