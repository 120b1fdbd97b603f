/** The valleys of the bias-free loss surface: its minima, and the way down to them from anywhere. */
import { biasFreeGradient, biasFreeLoss, type WeightPair } from './bias-free-loss.ts';

export interface BiasFreeMinimum {
  /** Of the two signs that mean the same model the one with w₁ > 0. */
  readonly w: WeightPair;
  readonly loss: number;
}

/** Starts cover 0 … REACH of w₁ and −REACH … REACH of w₂: one of each two signs. Minima lie well within. */
const REACH = 1.6;
const STARTS = [5, 10] as const;
/** Minima nearer than this are one. */
const APART = 1e-6;

/**
 * All local minima up to the sign of w, the lowest first: one or two of them. Newton's method where the surface is convex,
 * gradient descent elsewhere, from a grid of starts, each to the last digits of float64.
 *
 * @param p density, in (0, 1] @param r importance of feature 2 relative to feature 1's, > 0
 */
export function biasFreeMinima(p: number, r: number): readonly BiasFreeMinimum[] {
  const found: BiasFreeMinimum[] = [];
  const [columns, rows] = STARTS;
  for (let k = 0; k < columns * rows; k++) {
    const from: WeightPair = [
      (REACH * ((k % columns) + 0.5)) / columns,
      REACH * ((2 * Math.floor(k / columns) + 1) / rows - 1),
    ];
    const settled = settle(p, r, from);
    if (!settled) continue;
    const sign = settled[0] < 0 ? -1 : 1;
    const w: WeightPair = [sign * settled[0], sign * settled[1]];
    if (found.some((other) => Math.hypot(other.w[0] - w[0], other.w[1] - w[1]) < APART)) continue;
    found.push({ w, loss: biasFreeLoss(p, r, w) });
  }
  return found.sort((one, other) => one.loss - other.loss);
}

/** Places of a drawn path. */
const MOST_PLACES = 200;
/** Steps of a descent before it is drawn with fewer places. */
const MOST_STEPS = 20_000;
/** First and largest step, in units of the surface's own scale: its curvature is about p (1 + r). */
const RATE = 0.02;
/** Below this slope, in the same units, the path has arrived, or stands on a saddle. */
const FLAT = 1e-6;
/** How far around itself a path looks before it ends, so that it ends in a valley. */
const NUDGE = 1e-3;

/**
 * The way gradient descent takes from a place to a minimum: at most 200 places, its start first and its end last, at
 * about equal distances along the way. The loss never rises along it. Where it stands still on a saddle (an axis, on which
 * one output is dead, is one from one side) it goes on from the lowest place nearby, as a run with noise would.
 */
export function biasFreeDescent(p: number, r: number, from: WeightPair): readonly WeightPair[] {
  const scale = p * (1 + r);
  const path: WeightPair[] = [from];
  let at = from;
  let loss = biasFreeLoss(p, r, at);
  let rate = RATE / scale;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [g1, g2] = biasFreeGradient(p, r, at);
    const flat = Math.hypot(g1, g2) < FLAT * scale;
    const next = flat ? lowestNear(p, r, at) : moved(at, [-rate * g1, -rate * g2]);
    const below = biasFreeLoss(p, r, next);
    if (below < loss) {
      [at, loss] = [next, below];
      path.push(at);
    } else if (flat) break;
    // Far out the surface is steep, and a step that is right within would leap over the valley.
    else rate /= 2;
  }
  return thinned(path, MOST_PLACES);
}

/** Eight directions, at a distance of NUDGE. */
const AROUND = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y): WeightPair => [NUDGE * x, NUDGE * y]));

const lowestNear = (p: number, r: number, at: WeightPair): WeightPair =>
  AROUND.map((by) => moved(at, by)).reduce((best, other) =>
    biasFreeLoss(p, r, other) < biasFreeLoss(p, r, best) ? other : best,
  );

/** At most `most` of a path's places, at about equal distances along it; its two ends always. */
function thinned(path: readonly WeightPair[], most: number): readonly WeightPair[] {
  if (path.length <= most) return path;
  const along = [0];
  for (let k = 1; k < path.length; k++)
    along.push(along[k - 1] + Math.hypot(path[k][0] - path[k - 1][0], path[k][1] - path[k - 1][1]));
  const gap = along[along.length - 1] / (most - 2);
  let last = 0;
  return path.filter((_, k) => {
    const kept = k === 0 || k === path.length - 1 || along[k] - along[last] >= gap;
    if (kept) last = k;
    return kept;
  });
}

const MOST_NEWTON_STEPS = 200;
/** A step this small ends the search; the next one of Newton's would be its square. */
const STILL = 1e-11;
/** Below this length Newton's steps need no watching, and the loss no longer has the digits to watch them. */
const NEAR = 1e-4;
/** Of the differences that give the second derivatives. */
const H = 1e-6;

/** The minimum at the foot of a place's slope; undefined where the search ends on a saddle or does not end. */
function settle(p: number, r: number, from: WeightPair): WeightPair | undefined {
  let at = from;
  for (let step = 0; step < MOST_NEWTON_STEPS; step++) {
    const [g1, g2] = biasFreeGradient(p, r, at);
    const { h11, h12, h22 } = curvature(p, r, at);
    const determinant = h11 * h22 - h12 * h12;
    const convex = h11 > 0 && determinant > 0;
    const scale = p * (1 + r);
    let by: WeightPair = convex
      ? [(h12 * g2 - h22 * g1) / determinant, (h12 * g1 - h11 * g2) / determinant]
      : [-g1 / scale, -g2 / scale];
    const loss = biasFreeLoss(p, r, at);
    while (Math.hypot(...by) > NEAR && biasFreeLoss(p, r, moved(at, by)) > loss) by = [by[0] / 2, by[1] / 2];
    at = moved(at, by);
    if (Math.hypot(...by) < STILL) return convex ? at : undefined;
  }
  return undefined;
}

const moved = (at: WeightPair, by: WeightPair): WeightPair => [at[0] + by[0], at[1] + by[1]];

/** The second derivatives, by central differences of the gradient. */
function curvature(p: number, r: number, [w1, w2]: WeightPair): { h11: number; h12: number; h22: number } {
  const [right, left] = [biasFreeGradient(p, r, [w1 + H, w2]), biasFreeGradient(p, r, [w1 - H, w2])];
  const [up, down] = [biasFreeGradient(p, r, [w1, w2 + H]), biasFreeGradient(p, r, [w1, w2 - H])];
  return { h11: (right[0] - left[0]) / (2 * H), h12: (up[0] - down[0]) / (2 * H), h22: (up[1] - down[1]) / (2 * H) };
}
