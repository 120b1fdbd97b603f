/** The figure's models: one a density, what is measured of each, and which of them take long. */
import { featureDimensionality } from '../../../models/geometry/dimensionality.ts';
import { PARTLY } from '../../../models/geometry/order.ts';
import { parametersOf } from '../../../models/layout.ts';
import { dimensionsPerFeature } from '../../../models/metrics.ts';
import type { FigureValues } from '../../../models/parameters/figures.ts';
import type { Problem } from '../../../models/problem.ts';
import { featureGraph, type FeatureGraph } from '../../../viz/feature-graph.ts';
import type { Group } from '../starts/groups.ts';

export type UniformValues = FigureValues<'uniform'>;

/** What is on screen: one group a density, the densest first. */
export interface Shown {
  /** The settings that the models were trained with. */
  readonly values: UniformValues;
  readonly problem: Problem;
  readonly groups: readonly Group[];
  /** Step that the latest of them has reached. */
  readonly step: number;
}

/** The best start of one density, measured. */
export interface Model {
  readonly group: Group;
  readonly density: number;
  readonly n: number;
  readonly m: number;
  /** [n, m]. */
  readonly W: Float32Array;
  /** D_i, [n]. */
  readonly dimensionality: Float64Array;
  /** Σ D_i. */
  readonly sum: number;
  /** Features with ‖W_i‖ ≥ ½. */
  readonly represented: number;
  /** D* = m / ‖W‖²_F. */
  readonly perFeature: number;
}

const models = new WeakMap<Float32Array, Model>();
const graphs = new WeakMap<Float32Array, FeatureGraph>();

/** Measured once for each set of weights, however often it is drawn. */
export function modelOf({ problem }: Pick<Shown, 'problem'>, group: Group): Model {
  const { theta } = group.starts[0];
  const known = models.get(theta);
  // The same weights may have been ranked or measured anew.
  if (known) return known.group === group ? known : { ...known, group };
  const { n, m } = problem;
  const { W } = parametersOf({ ...problem, models: [group.settings] }, theta, 0);
  const dimensionality = featureDimensionality(W, n, m);
  const model = {
    group,
    density: group.settings.density[0],
    n,
    m,
    W,
    dimensionality,
    sum: dimensionality.reduce((sum, D) => sum + D, 0),
    represented: Array.from({ length: n }, (_, i) => normOf(W, m, i)).filter((norm) => norm >= PARTLY).length,
    perFeature: dimensionsPerFeature(W, m),
  };
  models.set(theta, model);
  return model;
}

/** ‖W_i‖. */
export const normOf = (W: Float32Array, m: number, i: number): number => Math.hypot(...W.subarray(i * m, (i + 1) * m));

/** Its shapes: more work, so only for the models whose shapes are drawn. */
export function graphOf({ group, W, n, m }: Model): FeatureGraph {
  const { theta } = group.starts[0];
  const known = graphs.get(theta) ?? featureGraph(W, n, m);
  graphs.set(theta, known);
  return known;
}

/** A group for each of the problem's densities, in its order: a trained one, or the one that was there before. */
export function newestGroups(problem: Problem, trained: readonly Group[], before: readonly Group[]): Group[] {
  const keys = [...new Set(problem.models.map(({ density: [p] }) => String(p)))];
  const of = (groups: readonly Group[], key: string): Group | undefined => groups.find((group) => group.key === key);
  return keys.flatMap((key) => of(trained, key) ?? of(before, key) ?? []);
}

/** Weights of all models from which a run takes minutes: it trains density by density, on workers of its own. */
const LONG = 100_000;

export const isLong = ({ n, m, models }: Problem): boolean => n * m * models.length >= LONG;

/** Everything that the pictures depend on: all but which density is looked at closely. */
export const pictureOf = ({ S: _, engine: __, ...rest }: UniformValues): string => JSON.stringify(rest);
