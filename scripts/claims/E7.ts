/** E7: the phase diagram of three features in two dimensions, importances 1, 1 and r. */
import { bestCandidate, triplePoint } from '../../src/models/theory/phase.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { regionOf } from './phase-region.ts';
import { optimumSwitch, trainedSwitch } from './phase-switch.ts';
import { linkToPlace, STARTS, trainedBest } from './phase-training.ts';
import { exact, withinShare } from './tolerance.ts';

const N = 3;

/** Two places well inside each of the four regions. */
const PLACES = [
  { r: 0.2, p: 0.7 },
  { r: 0.4, p: 0.9 },
  { r: 0.2, p: 0.1 },
  { r: 0.6, p: 0.25 },
  { r: 2, p: 0.9 },
  { r: 6, p: 0.85 },
  { r: 2, p: 0.2 },
  { r: 6, p: 0.4 },
] as const;

/** Relative importances beyond 1. */
const BEYOND = [1.5, 2, 3, 5, 8] as const;

export const E7: ExperimentDefinition = {
  id: 'E7',
  title: 'Three features, two dimensions',
  protocol: `As before, with ${STARTS} starts at each place. A region is named by what becomes of the extra feature: it is left out, or shares a dimension with another, or is alone while another is left out or the two others share one. A model is of the region whose features have the same classes as its own.`,
  claims: [
    ...PLACES.map(({ r, p }): ClaimDefinition => ({
      id: `E7.regions.r=${r}.p=${p}`,
      source: 'Elhage et al. 2022, “Superposition as a Phase Change”: the diagram of three features in two dimensions',
      statement: `The region of relative importance ${r} and density ${p}.`,
      paper: null,
      theory: bestCandidate(N, r, p).name,
      tolerance: exact,
      link: linkToPlace({ n: N, r, p }),
      measure: async () => ({ value: regionOf((await trainedBest({ n: N, r, p })).W, N) }),
    })),
    {
      id: 'E7.boundary.r>1',
      source: 'Exact loss; with fixed weights the boundary is constant too, at 4/7',
      statement:
        'The density above which the two others stop sharing a dimension is the same at every relative importance beyond 1: the extra feature takes no part, so it is that of two equal features in one dimension.',
      paper: null,
      theory: () => optimumSwitch({ n: 2, r: 1 }, (W) => regionOf(W, 2) === 'extra shared'),
      tolerance: withinShare(0.05),
      by: 'importance',
      link: linkToPlace({ n: N, r: 2, p: Number(triplePoint(N).p.toFixed(3)) }),
      async measure() {
        const found: Record<string, number> = {};
        for (const r of BEYOND)
          found[`${r}x`] = await trainedSwitch({ n: N, r }, (W) => regionOf(W, N) === 'others shared');
        return { value: found };
      },
    },
  ],
};
