/** E6: the phase diagram of two features in one dimension, importances 1 and r. */
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import type { ValueLaw } from '../../src/models/problem.ts';
import { boundaryDensity, candidates, triplePoint } from '../../src/models/theory/phase.ts';
import { secantRoot } from './crossing.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { optimumMap, trainedMap } from './phase-map.ts';
import { phaseOptimum } from './phase-optimum.ts';
import { extraClass, regionOf } from './phase-region.ts';
import { optimumSwitch, trainedSwitch, type Belongs } from './phase-switch.ts';
import { linkToPlace, STARTS, STEPS, trainedBest } from './phase-training.ts';
import { linkTo, setting } from './setting.ts';
import { asStated, within, withinShare, type Tolerance } from './tolerance.ts';

const N = 2;
const PHASE = 'Elhage et al. 2022, “Superposition as a Phase Change”';
/** How near training comes to the exact minimum's switch. */
const NEAR = withinShare(0.03);
/** The two keys of a boundary: the paper's configurations as they stand, and the best W and b. */
const BY_WEIGHTS = 'weights';

const superposed: Belongs = (W) => extraClass(W, N) === 'superposed';
/** At equal importance either feature may be the one that is left. */
const bothSuperposed: Belongs = (W) => regionOf(W, N) === 'extra shared';

const MAP = setting('phase', { cells: 32 });
/** Share of the map's cells that must be right: cells on a boundary may fall to either side. */
const AGREEING = 0.97;

/** Where the bend of the least loss is measured. */
const BENT = 0.5;

const LAWS: Readonly<Record<ValueLaw, string>> = {
  uniform: 'active values between 0 and 1',
  one: 'active values always 1',
  three: 'active values 1, 2 or 3',
  upper: 'active values between ½ and 1',
};

export const E6: ExperimentDefinition = {
  id: 'E6',
  title: 'Two features, one dimension',
  protocol: `Each place is trained from ${STARTS} starts of ${STEPS} steps on the exact gradient, the recipe of the figure, and the start of the lowest loss is measured by the class of its extra feature. The density at which a phase ends is found by halving. The map is trained as the figure trains it, from ${MAP.values.starts} starts a cell. Theory with fixed weights compares the paper’s configurations; with free weights, it minimises the exact loss over W and b without any training. Free weights do better in superposition, so its phase is larger than the fixed ones say.`,
  claims: [
    ...[0.1, 0.5, 0.8].map((r): ClaimDefinition => ({
      id: `E6.boundary.r=${r}`,
      source: `${PHASE}: the theoretical and the empirical diagram; exact loss`,
      statement: `The density above which the extra feature is left out, at relative importance ${r}.`,
      paper: null,
      theory: async () => ({ fixed: boundaryDensity(N, r), free: await optimumSwitch({ n: N, r }, superposed) }),
      tolerance: NEAR,
      by: BY_WEIGHTS,
      link: linkToPlace({ n: N, r, p: shown(boundaryDensity(N, r)) }),
      measure: async () => ({ value: { free: await trainedSwitch({ n: N, r }, superposed) } }),
    })),
    {
      id: 'E6.triple.theory',
      source: 'Closed form: where the losses of the paper’s three configurations are equal',
      statement:
        'All three phases meet at equal importance; the density there, found as a crossing of the three losses, is the closed form’s.',
      paper: null,
      theory: () => ({ ...triplePoint(N) }),
      tolerance: within(1e-9),
      by: 'place',
      link: linkToPlace({ n: N, r: 1, p: shown(triplePoint(N).p) }),
      measure: () => Promise.resolve({ value: tripleCrossing() }),
    },
    {
      id: 'E6.agreement',
      source: 'Exact loss, minimised at every cell of the map',
      statement: `At least ${100 * AGREEING} % of the map’s ${MAP.values.cells}² cells, those on a boundary included, show the class of the model of least loss: share of the cells.`,
      paper: null,
      theory: null,
      tolerance: asStated((share) => Number(share) >= AGREEING),
      link: linkTo(MAP),
      measure: async () => ({ value: await agreement() }),
    },
    {
      id: 'E6.firstorder',
      source: `${PHASE}: the transition is of first order, for the optimal loss’s derivative is discontinuous`,
      statement: `At relative importance ${BENT}, the least loss rises with the density more than twice as steeply just below the switch as just above it: its slope on both sides.`,
      paper: null,
      theory: () => slopesAtSwitch((p) => phaseOptimum({ n: N, r: BENT, p }).value),
      tolerance: bent(),
      by: 'side',
      link: linkToPlace({ n: N, r: BENT, p: shown(boundaryDensity(N, BENT)) }),
      measure: async () => ({
        value: await slopesAtSwitch(async (p) => (await trainedBest({ n: N, r: BENT, p })).loss),
      }),
    },
    ...(['uniform', 'one', 'three', 'upper'] satisfies ValueLaw[]).map((law): ClaimDefinition => ({
      id: `E6.law.${law}`,
      source: 'Closed form for any distribution of the values: μ₂ / (μ₁² + 2 E[min²]); exact loss',
      statement: `The density above which two equally important features do not share their dimension, ${LAWS[law]}.`,
      paper: null,
      theory: async () => ({
        fixed: boundaryDensity(N, 1, law),
        free: await optimumSwitch({ n: N, r: 1, law }, bothSuperposed),
      }),
      tolerance: NEAR,
      by: BY_WEIGHTS,
      link: linkToPlace({ n: N, r: 1, p: shown(boundaryDensity(N, 1, law)), law }),
      measure: async () => ({
        value: { fixed: sharingCrossing(1, law), free: await trainedSwitch({ n: N, r: 1, law }, bothSuperposed) },
      }),
    })),
  ],
};

/** A density short enough for a link. */
function shown(p: number): number {
  return Number(p.toFixed(3));
}

const [extraIgnored, otherIgnored, extraShared] = candidates(N);

/** Where sharing and ignoring the extra feature lose alike, from their losses alone. */
function sharingCrossing(r: number, law: ValueLaw): number {
  return secantRoot((p) => extraIgnored.loss(r, p, law) - extraShared.loss(r, p, law), 0.3, 0.6, 1e-12);
}

function tripleCrossing(): Record<string, number> {
  const equalAt = (p: number): number =>
    secantRoot((r) => extraIgnored.loss(r, p) - otherIgnored.loss(r, p), 0.5, 2, 1e-12);
  const p = secantRoot((at) => otherIgnored.loss(1, at) - extraShared.loss(equalAt(at), at), 0.4, 0.7, 1e-12);
  return { r: equalAt(p), p };
}

/** Share of the map's cells whose class is that of the exact optimum. */
async function agreement(): Promise<number> {
  const optimum = optimumMap(MAP.values);
  const trained = await trainedMap(MAP.values);
  return trained.filter((found, cell) => found === optimum[cell]).length / optimum.length;
}

/** How far from the switch a slope is measured, and over which distance: shares of the density there. */
const ASIDE = 0.01;
const OVER = 0.02;

/** dL/dp of the least loss on both sides of the switch. */
async function slopesAtSwitch(leastLoss: (p: number) => number | Promise<number>): Promise<Record<string, number>> {
  const at = await optimumSwitch({ n: N, r: BENT }, superposed);
  const slope = async (from: number, to: number): Promise<number> =>
    ((await leastLoss(at * to)) - (await leastLoss(at * from))) / (at * (to - from));
  return { below: await slope(1 - ASIDE - OVER, 1 - ASIDE), above: await slope(1 + ASIDE, 1 + ASIDE + OVER) };
}

/** Near the exact slopes, and bent. */
function bent(): Tolerance {
  const near = withinShare(0.05);
  const jumps = (slopes: ClaimValue): boolean => typeof slopes === 'object' && slopes.below > 2 * slopes.above;
  return { ...near, agrees: (measured, expected) => jumps(measured) && near.agrees(measured, expected) };
}
