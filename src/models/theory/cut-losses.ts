/** What each solution loses along a cut through the phase diagram, and where another one begins to lose least. */
import { endsOf, placeOn, type PhaseAxis } from '../phase/axis.ts';
import type { PhaseGrid, PhasePlace } from '../phase/grid.ts';
import type { ValueLaw } from '../problem.ts';
import { bestCandidate, candidates, type Candidate, type PhaseFeatures } from './phase.ts';
import { readNothingLoss } from './read-nothing.ts';

export interface Cut {
  readonly grid: PhaseGrid;
  readonly n: PhaseFeatures;
  readonly law: ValueLaw;
  /** The axis that the cut runs along, through the place. */
  readonly axis: PhaseAxis;
  readonly place: PhasePlace;
}

/**
 * A loss as a share of the loss of reading nothing, (n − 1 + r) v(p): a feature that is left out then costs the same at
 * every density, a pair that shares a dimension the same at every importance, so that what crosses is seen to cross.
 */
export function lossShare({ n, law }: Pick<Cut, 'n' | 'law'>, { r, p }: PhasePlace, loss: number): number {
  const density = Array.from({ length: n }, () => p);
  const importance = density.map((_, i) => (i < n - 1 ? 1 : r));
  return loss / readNothingLoss({ family: 'relu', density, importance, law });
}

/** The densest place that has a share: features that are always 1 are known without reading them. */
const DENSEST = 1 - 1e-9;

/** The shares of the solutions at a value of the cut's axis, in the order of `candidates`. */
export function sharesAt(cut: Cut, value: number): number[] {
  const { r, p: density } = placeOn(cut.place, cut.axis, value);
  const p = Math.min(DENSEST, density);
  return candidates(cut.n).map((c) => lossShare(cut, { r, p }, c.loss(r, p, cut.law)));
}

export interface Switch {
  /** On the cut's axis. */
  readonly value: number;
  /** The solutions of least loss before and after it, in the direction in which the axis is drawn. */
  readonly from: Candidate['name'];
  readonly to: Candidate['name'];
}

/** Values at which the cut is looked at for a change, and halvings that then find it, to some 1e-9 of the axis. */
const LOOKS = 256;
const HALVINGS = 24;

/** Where the solution of least loss changes along the cut, in the order in which the axis is drawn. */
export function switches(cut: Cut): Switch[] {
  const [start, end] = endsOf(cut.grid, cut.axis);
  const valueAt = (at: number): number => start * (end / start) ** (at / LOOKS);
  const best = (at: number): Candidate['name'] => {
    const { r, p } = placeOn(cut.place, cut.axis, valueAt(at));
    return bestCandidate(cut.n, r, p, cut.law).name;
  };
  const found: Switch[] = [];
  for (let k = 0; k < LOOKS; k++) {
    const from = best(k);
    if (best(k + 1) === from) continue;
    let [low, high] = [k, k + 1];
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      if (best(middle) === from) low = middle;
      else high = middle;
    }
    found.push({ value: valueAt(high), from, to: best(high) });
  }
  return found;
}
