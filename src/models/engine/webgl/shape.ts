/** The part of a problem and recipe that is baked into the shaders, and which problems they can take. Pure: no tfjs. */
import { FAMILIES } from '../../families.ts';
import { parameterCount } from '../../layout.ts';
import type { Problem, Recipe } from '../../problem.ts';
import { MAX_FEATURES } from '../../random.ts';

/** Up to this many parameters a model, recomputing the forward pass for each texel beats storing it (measured). */
const RECOMPUTE_LIMIT = 24;
/** Fragments of the gradient pass aimed at: enough to fill a GPU, few enough that the sum over chunks stays short. */
const GRADIENT_FRAGMENTS = 4096;
/** One small model: 64 cost software GL a tenth more (measured). */
const MAX_CHUNKS = 32;

export interface Shape {
  readonly n: number;
  readonly m: number;
  readonly models: number;
  /** Parameters of one model, n·m + n. */
  readonly parameters: number;
  readonly batch: number;
  /** ⌈n / 4⌉ and ⌈m / 4⌉: texels for one value per feature, per hidden dimension. */
  readonly featureBlocks: number;
  readonly hiddenBlocks: number;
  /** One model's parameters as a rectangle of texels. */
  readonly columns: number;
  readonly rows: number;
  /** The batch is summed in this many interleaved parts (sample s belongs to part s mod chunks), a power of two ≥ 4. */
  readonly chunks: number;
  readonly draws: 2 | 5;
}

/** Draws a training step takes: 2 (S2) where the forward pass is recomputed for every gradient texel, else 5 (S5). */
export function drawsPerStep(problem: Problem): 2 | 5 {
  return parameterCount(problem) <= RECOMPUTE_LIMIT ? 2 : 5;
}

/** Tied weights, no hidden activation, linear or ReLU output (models of a batch may differ in it), independent features. */
export function supportsWebgl(problem: Problem): boolean {
  return (
    !problem.hiddenBias &&
    problem.n <= MAX_FEATURES &&
    problem.models.every(({ family, sets, law = 'uniform' }) => {
      const { hidden, output, tied, target, signed } = FAMILIES[family];
      const plain = tied && !signed && hidden === 'identity' && target === 'identity';
      return plain && (output === 'identity' || output === 'relu') && law === 'uniform' && (sets ?? []).length === 0;
    })
  );
}

export function shapeOf(problem: Problem, recipe: Recipe): Shape {
  const { n, m } = problem;
  const models = problem.models.length;
  const parameters = parameterCount(problem);
  const draws = drawsPerStep(problem);
  const featureBlocks = Math.ceil(n / 4);
  const hiddenBlocks = Math.ceil(m / 4);
  const columns = draws === 2 ? Math.ceil(parameters / 4) : m + 1;
  const rows = draws === 2 ? 1 : featureBlocks;
  const { batch } = recipe;
  const units = models * columns * rows;
  let chunks = 4;
  while (chunks < MAX_CHUNKS && chunks * 4 <= batch && units * chunks < GRADIENT_FRAGMENTS) chunks *= 2;
  return { n, m, models, parameters, batch, featureBlocks, hiddenBlocks, columns, rows, chunks, draws };
}
