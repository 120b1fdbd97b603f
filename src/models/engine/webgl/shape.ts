/** The part of a problem and recipe that is baked into the shaders, and which problems they can take. Pure: no tfjs. */
import { FAMILIES, type Activation, type Family, type Target } from '../../families.ts';
import { batchFamily, parameterCount } from '../../layout.ts';
import type { ModelSettings, Problem, Recipe } from '../../problem.ts';
import { MAX_FEATURES } from '../../random.ts';
import { stateColumns } from './arrangement.ts';

/** Up to this many parameters a model, recomputing the forward pass for each texel beats storing it (measured). */
const RECOMPUTE_LIMIT = 24;
/** Fragments of the gradient pass aimed at: enough to fill a GPU, few enough that the sum over chunks stays short. */
const GRADIENT_FRAGMENTS = 4096;
/** One small model: 64 cost software GL a tenth more (measured). */
const MAX_CHUNKS = 32;

/** Of the models' computation, all that changes the shaders' text. */
interface Form {
  /** f, on the hidden layer. */
  readonly hidden: Activation;
  /** g, on the output; `threshold` is identity and ReLU, which the models' settings tell apart. */
  readonly output: 'threshold' | 'gelu';
  /** W₂ = Wᵀ. */
  readonly tied: boolean;
  readonly target: Target;
  readonly hiddenBias: boolean;
  readonly signed: boolean;
  /** Whether any model's active features are other than uniform. */
  readonly laws: boolean;
  /** Whether any model's features come in sets. */
  readonly sets: boolean;
  /** The chance that a hidden dimension is switched off for a sample. */
  readonly dropout: number;
}

export interface Shape extends Form {
  readonly n: number;
  readonly m: number;
  readonly models: number;
  /** Parameters of one model (layout.ts). */
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

/** What all models of a batch must have alike, beside `output`. */
const SHARED = ['hidden', 'tied', 'target', 'signed'] as const;

type Dropout = Pick<Recipe, 'dropout'>;

function formOf(problem: Problem, { dropout = 0 }: Dropout): Form {
  const family = batchFamily(problem);
  const { hidden, tied, target, signed } = family;
  return {
    hidden,
    output: outputOf(family),
    tied,
    target,
    hiddenBias: problem.hiddenBias ?? false,
    signed,
    laws: problem.models.some(({ law = 'uniform' }) => law !== 'uniform'),
    sets: hasSets(problem.models),
    dropout,
  };
}

/** Whether any model's features come in sets. */
export const hasSets = (models: readonly ModelSettings[]): boolean => models.some(({ sets = [] }) => sets.length > 0);

const outputOf = ({ output }: Family): Form['output'] => (output === 'gelu' ? 'gelu' : 'threshold');

/** Tied, with linear hidden layer, independent uniform features and nothing else: what S2's shader computes. */
const isPlain = ({ hidden, output, tied, target, hiddenBias, signed, laws, sets, dropout }: Form): boolean =>
  hidden === 'identity' &&
  output === 'threshold' &&
  tied &&
  target === 'identity' &&
  !(hiddenBias || signed || laws || sets || dropout);

/**
 * Draws a training step takes: 2 (S2) where the forward pass is recomputed for every gradient texel, which it is for
 * small models of the plain form, else 5 (S5).
 */
export function drawsPerStep(problem: Problem, recipe: Dropout = {}): 2 | 5 {
  return parameterCount(problem) <= RECOMPUTE_LIMIT && isPlain(formOf(problem, recipe)) ? 2 : 5;
}

/**
 * Every family, up to 1024 features and hidden dimensions (what the generator's counter holds). The models of a batch
 * may differ in density, importance, value law and feature sets, and one may have linear where another has ReLU output.
 */
export function supportsWebgl(problem: Problem): boolean {
  const first = batchFamily(problem);
  return (
    problem.n <= MAX_FEATURES &&
    problem.m <= MAX_FEATURES &&
    problem.models.every(({ family }) => {
      const own: Family = FAMILIES[family];
      return SHARED.every((key) => own[key] === first[key]) && outputOf(own) === outputOf(first);
    })
  );
}

export function shapeOf(problem: Problem, recipe: Recipe): Shape {
  const { n, m } = problem;
  const form = formOf(problem, recipe);
  const models = problem.models.length;
  const parameters = parameterCount(problem);
  const draws = drawsPerStep(problem, recipe);
  const featureBlocks = Math.ceil(n / 4);
  const hiddenBlocks = Math.ceil(m / 4);
  const columns =
    draws === 2 ? Math.ceil(parameters / 4) : stateColumns({ ...form, m, featureBlocks, hiddenBlocks }).count;
  const rows = draws === 2 ? 1 : featureBlocks;
  const { batch } = recipe;
  const units = models * columns * rows;
  let chunks = 4;
  while (chunks < MAX_CHUNKS && chunks * 4 <= batch && units * chunks < GRADIENT_FRAGMENTS) chunks *= 2;
  return { ...form, n, m, models, parameters, batch, featureBlocks, hiddenBlocks, columns, rows, chunks, draws };
}
