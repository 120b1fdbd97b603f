/** McGrath's comment: the whole loss surface of two features in one dimension without biases, and its minima. */
import { biasFreeMinima } from '../../src/models/theory/bias-free-loss-minima.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { minimise } from '../../src/models/theory/minimise.ts';
import { phaseLoss } from './phase-loss.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { linkToPlace } from './phase-training.ts';
import { within } from './tolerance.ts';

/** Sparsity and relative importance of the four surfaces. */
const SURFACES = [
  { S: 0.1, r: 0.8, shows: 'both features half represented (“confused”); a pair in the second valley' },
  { S: 0.1, r: 0.2, shows: 'the unimportant feature small but not absent; no second valley' },
  { S: 0.5, r: 0.8, shows: 'a pair; the confused valley is the higher one' },
  { S: 0.9, r: 0.8, shows: 'a pair; in the higher valley the unimportant feature is nearly absent' },
] as const;

export const McGrath: ExperimentDefinition = {
  id: 'McGrath',
  title: 'Two features, one dimension, no biases',
  protocol:
    'Nothing is trained. The minima are those of the closed form of the surface, found by Newton’s method with its exact slopes. Theory is the general formula of the exact loss with its biases held at 0, minimised by another method and from other starts. Of w and −w, which are one model, the one with w₁ > 0 is given; the second valley, where there is one, is marked ′.',
  claims: SURFACES.map(({ S, r, shows }): ClaimDefinition => ({
    id: `McGrath.minima.S=${S}.r=${r}`,
    source: 'McGrath’s comment on “Superposition as a Phase Change”; exact loss',
    statement: `The surface at sparsity ${S}, relative importance ${r}: ${shows}.`,
    paper: null,
    theory: () => byValley(generalMinima(densityOf(S), r)),
    tolerance: within(1e-3),
    by: 'minimum',
    link: linkToPlace({ n: 2, r, p: densityOf(S) }),
    measure: () => Promise.resolve({ value: byValley(biasFreeMinima(densityOf(S), r)) }),
  })),
};

interface Valley {
  readonly w: readonly [number, number];
  readonly loss: number;
}

/** Names for the numbers of the lowest minimum and of the next. */
function byValley(valleys: readonly Valley[]): Record<string, number> {
  return Object.fromEntries(
    valleys.flatMap(({ w: [w1, w2], loss }, k) => [
      [`w₁${'′'.repeat(k)}`, w1],
      [`w₂${'′'.repeat(k)}`, w2],
      [`loss${'′'.repeat(k)}`, loss],
    ]),
  );
}

/** Minima nearer than this are one. */
const APART = 1e-3;

/** The minima of the exact loss without biases, from both sides of the diagonal and of the axes; the lowest first. */
function generalMinima(p: number, r: number): Valley[] {
  const loss = phaseLoss({ n: 2, r, p });
  const found: Valley[] = [];
  for (const from of [
    [1, 0.5],
    [0.5, 1],
    [1, -0.5],
    [0.5, -1],
  ]) {
    const { x, value } = minimise(([w1, w2]) => loss([w1, w2, 0, 0]), from);
    const sign = x[0] < 0 ? -1 : 1;
    const w = [sign * x[0], sign * x[1]] as const;
    if (!found.some((other) => Math.hypot(other.w[0] - w[0], other.w[1] - w[1]) < APART))
      found.push({ w, loss: value });
  }
  return found.sort((one, other) => one.loss - other.loss);
}
