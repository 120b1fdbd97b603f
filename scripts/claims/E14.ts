/** E14: three correlated pairs in two dimensions, from superposition to principal components. */
import { densityOf } from '../../src/models/parameters/density.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { collapsedPairs, lowestThreePairs, THREE_PAIRS } from './set-shapes.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { exact } from './tolerance.ts';
import { bestOf } from './train.ts';

const STARTS = 6;
const { n, m, members } = THREE_PAIRS;

/** How many pairs have collapsed: none up to about .05, one to .15, two to .2, three from .25 (E14). */
const PAPER = [
  { density: 0.05, collapsed: 0 },
  { density: 0.1, collapsed: 1 },
  { density: 0.175, collapsed: 2 },
  { density: 0.3, collapsed: 3 },
  { density: 0.4, collapsed: 3 },
] as const;

const at = (density: number): Setting<'correlated'> =>
  setting('correlated', { n, m, sets: members.length, S: densityOf(density), p: [density], starts: STARTS });

export const E14: ExperimentDefinition = {
  id: 'E14',
  title: 'Collapse of correlated features',
  protocol: `${members.length} correlated pairs in ${m} dimensions: at each density the best of ${STARTS} starts of ${at(1).values.steps} steps. A pair has collapsed when both its features have the same direction, within 12°. Theory minimises the exact loss from arrangements with no, one, two and three collapsed pairs, without training, and takes the lowest.`,
  claims: PAPER.map(({ density, collapsed }): ClaimDefinition => ({
    id: `E14.regime.p=${density}`,
    source: 'Elhage et al. 2022, “Collapsing of Correlated Features”: regimes of density, in words; exact loss',
    statement: `How many of the ${members.length} pairs have collapsed in the best model at density ${density}.`,
    paper: collapsed,
    theory: () => collapsedPairs(lowestThreePairs(density).x.slice(0, n * m)),
    tolerance: exact,
    saidIn: 'geometry.html#collapse',
    link: linkTo(at(density)),
    measure: async () => ({ value: collapsedPairs((await bestOf(at(density), { family: 'relu', density })).W) }),
  })),
};
