/** The losses of both arrangements of odd-feature.ts over the odd feature's relative density, and where they cross. */
import { oddMinimum, type OddMinimum } from './odd-feature.ts';

/** One relative density. */
export interface OddPoint {
  readonly ratio: number;
  /** Least losses; null where there is no such arrangement any more: the odd feature does not stay in a pentagon. */
  readonly pentagon: number | null;
  readonly pairs: number;
}

export interface OddCurves {
  /** Density of the other features. */
  readonly base: number;
  /** Ascending. */
  readonly points: readonly OddPoint[];
  /** The relative density under which two pairs lose less than the pentagon; null where they do everywhere, or nowhere. */
  readonly crossing: number | null;
}

/** ‖W‖ of the odd feature below which a minimum is no longer a pentagon. */
const KEPT = 0.5;
/** The crossing is found within this share of itself, or where the losses differ by no more than this share of them. */
const NEAREST = 1e-4;
const LEVEL = 1e-6;
const MOST_STEPS = 20;

/**
 * Point after point, from ratio 1 down and then up, each from its neighbour; yields before each, so that who has other
 * things to do can do them between.
 *
 * @param base density of the other features, in (0, 1]
 * @param ratios of which no one makes base · ratio exceed 1; one of them should be near 1
 */
export function* oddCurves(base: number, ratios: readonly number[]): Generator<void, OddCurves> {
  const ascending = [...ratios].sort((a, b) => a - b);
  const found = new Map<number, Found>();
  for (const side of [ascending.filter((ratio) => ratio <= 1).reverse(), ascending.filter((ratio) => ratio > 1)]) {
    let last: Found | undefined;
    for (const ratio of side) {
      yield;
      last = foundAt(base, ratio, last);
      found.set(ratio, last);
    }
  }
  const points = ascending.flatMap((ratio) => {
    const at = found.get(ratio);
    return at ? [{ ratio, pentagon: at.pentagon?.loss ?? null, pairs: at.pairs.loss }] : [];
  });
  const switched = ascending.findIndex(
    (ratio, k) => k > 0 && gapOf(found, ascending[k - 1]) >= 0 && gapOf(found, ratio) < 0,
  );
  const from = found.get(ascending[switched - 1]);
  if (switched < 1 || !from?.pentagon) return { base, points, crossing: null };
  yield;
  return { base, points, crossing: crossingOf(base, from, [ascending[switched - 1], ascending[switched]]) };
}

interface Found {
  readonly pentagon: OddMinimum | null;
  readonly pairs: OddMinimum;
}

function foundAt(base: number, ratio: number, last: Found | undefined): Found {
  const pentagon = last?.pentagon === null ? null : oddMinimum('pentagon', base, ratio, last?.pentagon);
  return {
    pentagon: pentagon && Math.abs(pentagon.theta[1]) >= KEPT ? pentagon : null,
    pairs: oddMinimum('pairs', base, ratio, last?.pairs),
  };
}

/** By how much the pentagon loses more than the pairs: without limit where there is none. */
const gap = ({ pentagon, pairs }: Found): number => (pentagon ? pentagon.loss - pairs.loss : Infinity);

function gapOf(found: ReadonlyMap<number, Found>, ratio: number): number {
  const at = found.get(ratio);
  return at ? gap(at) : NaN;
}

/** Between two ratios, by the rule of false position in log ratio, along which both losses are nearly straight. */
function crossingOf(base: number, from: Found, [low, high]: readonly [number, number]): number {
  let [a, b] = [Math.log(low), Math.log(high)];
  let [fa, fb] = [gap(from), gap(foundAt(base, high, from))];
  for (let step = 0; step < MOST_STEPS && b - a > NEAREST; step++) {
    const c = a - (fa * (b - a)) / (fb - fa);
    const fc = gap(foundAt(base, Math.exp(c), from));
    if (Math.abs(fc) < LEVEL * from.pairs.loss) return Math.exp(c);
    if (fc > 0) [a, fa] = [c, fc];
    else [b, fb] = [c, fc];
  }
  return Math.exp((a + b) / 2);
}
