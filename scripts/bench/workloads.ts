/** What is timed: the sizes of the paper's experiments, ReLU output, a batch of models each. */
import type { ModelSettings, Problem, Recipe } from '../../src/models/problem.ts';

export const WORKLOADS = ['W1', 'W2', 'W3a', 'W3b', 'W4', 'W5'] as const;
export type WorkloadName = (typeof WORKLOADS)[number];

export interface Workload {
  readonly name: WorkloadName;
  /** In a few words, for tables. */
  readonly about: string;
  readonly problem: Problem;
  readonly recipe: Recipe;
}

/** The paper's run; afterwards it begins again, so that no engine is timed on models that have long come to rest. */
const PAPER: Omit<Recipe, 'batch'> = { steps: 10_000, learningRate: 1e-3, schedule: 'constant', weightDecay: 0.01 };

const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
const linspace = (count: number): number[] => range(count).map((k) => (count > 1 ? k / (count - 1) : 0));
const geometric = (n: number, decay: number): number[] => range(n).map((i) => decay ** i);

function model(p: number, importance: readonly number[], k: number, start = 0): ModelSettings {
  return { family: 'relu', density: importance.map(() => p), importance, seed: 1, start, model: k };
}

/** One model for each of `count` densities from 1 to 1/20, evenly in their logarithm. */
const densities = (count: number, importance: readonly number[]): ModelSettings[] =>
  linspace(count).map((t, k) => model(20 ** -t, importance, k));

/** Cells of the phase diagram of two features in one dimension, four starts each. */
function phaseDiagram(): ModelSettings[] {
  const side = linspace(32);
  const cells = side.flatMap((x) => side.map((y) => ({ p: 0.01 ** x, ratio: 0.1 * 100 ** y })));
  return cells.flatMap(({ p, ratio }, cell) => range(4).map((start) => model(p, [1, ratio], cell, start)));
}

const problems: Readonly<Record<WorkloadName, () => [about: string, problem: Problem, batch: number]>> = {
  W1: () => ['n 5, m 2, one model', { n: 5, m: 2, models: [model(0.1, geometric(5, 0.9), 0)] }, 1024],
  W2: () => ['n 20, m 5, 10 models', { n: 20, m: 5, models: densities(10, geometric(20, 0.7)) }, 1024],
  W3a: () => ['n 2, m 1, 4096 models, batch 256', { n: 2, m: 1, models: phaseDiagram() }, 256],
  W3b: () => ['n 2, m 1, 4096 models', { n: 2, m: 1, models: phaseDiagram() }, 1024],
  W4: () => ['n 80, m 20, 10 models', { n: 80, m: 20, models: densities(10, geometric(80, 0.9)) }, 1024],
  W5: () => ['n 400, m 30, 8 models', { n: 400, m: 30, models: densities(8, geometric(400, 1)) }, 1024],
};

export function workload(name: WorkloadName): Workload {
  const [about, problem, batch] = problems[name]();
  return { name, about, problem, recipe: { ...PAPER, batch } };
}
