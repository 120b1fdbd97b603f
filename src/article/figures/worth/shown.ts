/** What the plate shows of its arrows, biases and density. */
import { gram } from '../../../models/metrics.ts';
import { bestBias } from '../../../models/theory/best-bias.ts';
import { linearWorth, reluWorth, together, type Worth } from '../../../models/theory/worth.ts';
import { featureMean } from '../../../models/theory/variance.ts';
import type { WorthCurves } from '../../../viz/worth-curve-layout.ts';
import { SPARSITY } from './controls.ts';
import { DIMENSIONS, FEATURES } from './presets.ts';

/** Densities at the ends of the curve, and how many it is drawn through. */
export const DOMAIN = [1, 1 - SPARSITY.most] as const;
const POINTS = 25;

export interface ShownWorth {
  /** WᵀW, [5, 5]. */
  readonly G: Float64Array;
  /** Features whose arrow is not left out. */
  readonly kept: readonly number[];
  readonly b: readonly number[];
  readonly linear: readonly Worth[];
  readonly relu: readonly Worth[];
}

/**
 * @param W [5, 2]
 * @param bias of the features kept; null for each output's best. A feature left out has its mean.
 */
export function shownWorth(W: readonly number[], bias: number | null, density: number): ShownWorth {
  const G = gram(W, FEATURES, DIMENSIONS);
  const b = biases(G, bias, density);
  return {
    G,
    kept: features.filter((i) => ownOf(G, i) > 0),
    b,
    linear: linearWorth(G, FEATURES),
    relu: reluWorth(G, b, density),
  };
}

/** Of the same arrows at every density; the linear model is worth the same at all of them. */
export function worthCurves({ G, linear }: Pick<ShownWorth, 'G' | 'linear'>, bias: number | null): WorthCurves {
  const densities = Array.from({ length: POINTS }, (_, k) => DOMAIN[1] ** (k / (POINTS - 1)));
  const flat = together(linear);
  return {
    linear: DOMAIN.map((density) => ({ density, value: flat })),
    relu: densities.map((density) => ({
      density,
      value: together(reluWorth(G, biases(G, bias, density), density)),
    })),
  };
}

const features = Array.from({ length: FEATURES }, (_, i) => i);
const ownOf = (G: Float64Array, i: number): number => G[i * FEATURES + i];

function biases(G: Float64Array, bias: number | null, density: number): number[] {
  return features.map((i) => {
    if (ownOf(G, i) === 0) return featureMean(density);
    return bias ?? bestBias(G.subarray(i * FEATURES, (i + 1) * FEATURES), density, i);
  });
}
