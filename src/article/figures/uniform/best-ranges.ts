/**
 * Which shape makes the most of a dimension at which density, by theory (models/theory/packing.ts). It takes a second, so
 * `npm run stills` records it.
 */
import { POLYTOPES } from '../../../models/geometry/polytopes.ts';
import { bestPolytope, type PackedId } from '../../../models/theory/packing.ts';
import type { BestRange } from '../../../viz/fraction-scatter-layout.ts';

export interface NamedRange extends BestRange {
  /** "digon". */
  readonly name: string;
}

/** Where the question is asked: a decade in so many steps. */
const STEPS = 12;
/** A border between two shapes is found by halving, this often. */
const HALVINGS = 10;

const best = (density: number): PackedId => bestPolytope(density).id;

/** From density 1 down to the rarest. */
export function bestRanges(rarest: number): NamedRange[] {
  const ranges: { id: PackedId; from: number; to: number }[] = [{ id: best(1), from: 1, to: rarest }];
  let before = 1;
  for (let k = 1; before > rarest; k++) {
    const density = Math.max(rarest, 10 ** (-k / STEPS));
    const last = ranges[ranges.length - 1];
    const id = best(density);
    if (id !== last.id) {
      last.to = border(last.id, before, density);
      ranges.push({ id, from: last.to, to: rarest });
    }
    before = density;
  }
  return ranges.map(({ id, from, to }) => {
    const { name, d, n } = POLYTOPES[id];
    return { name, share: d / n, from: short(from), to: short(to) };
  });
}

/** Where `id` stops being the best. */
function border(id: PackedId, from: number, to: number): number {
  let [is, isNot] = [from, to];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = Math.sqrt(is * isNot);
    if (best(middle) === id) is = middle;
    else isNot = middle;
  }
  return Math.sqrt(is * isNot);
}

const short = (density: number): number => Number(density.toPrecision(4));
