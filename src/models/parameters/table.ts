/**
 * The one table of parameters: by key, its group, its label, its range and default (or its default and options), and what
 * is unusual about it (rows.ts). Ranges here are the engine's; a figure narrows them (figures.ts).
 */
import type { Activation, FamilyName } from '../families.ts';
import type { Recipe, Schedule, ValueLaw } from '../problem.ts';
import { choice, flag, integer, list, real, table } from './rows.ts';

type Options<V extends string> = readonly { readonly value: V; readonly label: string }[];

/** An eighth of a decade in 24 steps. */
const SPARSITY_STEP = 1 / 192;

export const PARAMETERS = table({
  n: integer('data', 'features', [2, 1024], 20, { symbol: 'n' }),
  S: real('data', 'sparsity', [0, 0.9999], 0.9, { symbol: 'S', scale: 'sparsity', step: SPARSITY_STEP }),
  p: list('data', 'densities', [0.0001, 1], [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001], {
    symbol: 'p',
    maxLength: 64,
  }),
  decay: real('data', 'importance decay', [0.01, 1], 0.9, { step: 0.01 }),
  m: integer('model', 'hidden dimensions', [1, 512], 5, { symbol: 'm' }),
  model: choice('model', 'model', 'relu', [
    { value: 'linear', label: 'linear' },
    { value: 'relu', label: 'ReLU output' },
    { value: 'gelu', label: 'GELU output' },
    { value: 'relu-hidden', label: 'ReLU hidden layer' },
    { value: 'relu-inner', label: 'ReLU on the hidden layer only' },
    { value: 'absolute', label: 'absolute value' },
    { value: 'absolute-gelu', label: 'absolute value with GELU' },
    { value: 'square', label: 'square' },
    { value: 'square-gelu', label: 'square with GELU' },
    { value: 'max-min', label: 'larger and smaller of pairs' },
    { value: 'max-min-gelu', label: 'larger and smaller of pairs with GELU' },
  ] as const satisfies Options<FamilyName>),
  r: real('data', 'relative importance', [0.01, 100], 1, { symbol: 'r', scale: 'log', step: 0.01 }),
  ratio: real('data', 'relative density', [0.01, 10], 1, { scale: 'log', step: 0.01 }),
  law: choice('data', 'values', 'uniform', [
    { value: 'uniform', label: 'anything from 0 to 1' },
    { value: 'upper', label: 'anything from 1/2 to 1' },
    { value: 'three', label: '1, 2 or 3' },
    { value: 'one', label: 'always 1' },
  ] as const satisfies Options<ValueLaw>),
  target: choice('model', 'target', 'absolute', [
    { value: 'absolute', label: 'absolute value' },
    { value: 'square', label: 'square' },
    { value: 'max', label: 'larger of each pair' },
    { value: 'and-or', label: 'AND and OR of each pair' },
  ]),
  kind: choice('data', 'features come', 'independent', [
    { value: 'independent', label: 'independently' },
    { value: 'correlated', label: 'all of a set together' },
    { value: 'anticorrelated', label: 'one of a set at a time' },
  ]),
  sets: integer('data', 'sets of features', [1, 64], 2),
  bias: flag('model', 'hidden bias', false),
  dropout: real('training', 'dropout', [0, 0.9], 0, { symbol: 'q', step: 0.05 }),
  activation: choice('model', 'output', 'relu', [
    { value: 'relu', label: 'ReLU' },
    { value: 'gelu', label: 'GELU' },
    { value: 'identity', label: 'none (linear)' },
  ] as const satisfies Options<Activation>),
  cells: integer('data', 'cells a side', [8, 256], 32, { scale: 'log', step: 0.05, unit: 'cells' }),
  rmin: real('data', 'least importance', [0.01, 100], 0.1, { control: 'number', scale: 'log', step: 0.1 }),
  rmax: real('data', 'largest importance', [0.01, 100], 10, { control: 'number', scale: 'log', step: 0.1 }),
  pmin: real('data', 'least density', [0.001, 0.9], 0.01, { control: 'number', scale: 'log', step: 0.1 }),
  cut: choice('data', 'cut', 'density', [
    { value: 'density', label: 'from dense to rare' },
    { value: 'importance', label: 'from unimportant to important' },
  ]),
  aggregate: choice('training', 'of the starts', 'best', [
    { value: 'best', label: 'the best' },
    { value: 'paper', label: 'mean of all but the worst' },
  ]),
  gradient: choice('training', 'gradient', 'sampled', [
    { value: 'exact', label: 'exact' },
    { value: 'sampled', label: 'sampled' },
  ] as const satisfies Options<NonNullable<Recipe['gradient']>>),
  init: real('training', 'size of initial weights', [0.01, 2], 1, { scale: 'log', step: 0.05 }),
  begin: choice('training', 'initial weights', 'random', [
    { value: 'random', label: 'random' },
    { value: 'by-hand', label: 'by hand' },
  ]),
  seed: integer('training', 'seed', [0, 4294967295], 7, { control: 'number' }),
  starts: integer('training', 'starts', [1, 1000], 1),
  steps: integer('training', 'steps', [1, 200000], 10000, { scale: 'log', step: 0.05, unit: 'steps' }),
  lr: real('training', 'learning rate', [0.00001, 1], 0.001, { scale: 'log', step: 0.05 }),
  schedule: choice('training', 'schedule', 'constant', [
    { value: 'constant', label: 'constant' },
    { value: 'hold', label: 'hold, then fall' },
    { value: 'linear', label: 'linear to 0' },
    { value: 'cosine', label: 'quarter cosine to 0' },
  ] as const satisfies Options<Schedule>),
  wd: real('training', 'weight decay', [0, 1], 0.01, { step: 0.001 }),
  batch: integer('training', 'batch', [4, 65536], 1024, {
    multipleOf: 4,
    scale: 'log',
    step: 0.1,
    unit: 'samples',
  }),
  engine: choice('engine', 'engine', 'auto', [
    { value: 'auto', label: 'whichever is faster' },
    { value: 'webgl', label: 'WebGL' },
    { value: 'wasm', label: 'WebAssembly' },
  ]),
});

/** What a reader can ask to compute with. */
export type EngineChoice = (typeof PARAMETERS.engine.options)[number]['value'];
