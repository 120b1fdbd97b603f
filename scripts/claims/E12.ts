/** E12: features in small sets, together or excluding each other, in two dimensions. */
import { readSets, type Relation } from '../../src/models/geometry/sets.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import type { FigureValues } from '../../src/models/parameters/figures.ts';
import { equalSets } from '../../src/models/parameters/geometry-problem.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { linkTo, setting } from './setting.ts';
import { asStated } from './tolerance.ts';
import { bestOf } from './train.ts';

const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);
/** So many seeds' best starts must be the arrangement that is claimed. */
const MOST = 9;

interface Case {
  readonly name: string;
  readonly values: Partial<FigureValues<'correlated'>>;
  readonly relation: Relation;
  readonly statement: string;
}

const CASES: readonly Case[] = [
  {
    name: 'orthogonal',
    values: {},
    relation: 'orthogonal',
    statement: 'Of two correlated pairs, the features of each pair are at right angles',
  },
  {
    name: 'antipodal',
    values: { kind: 'anticorrelated' },
    relation: 'antipodal',
    statement: 'Of two anticorrelated pairs, the features of each pair are opposite each other',
  },
  {
    name: 'hexagon',
    values: { n: 6, sets: 3 },
    relation: 'side by side',
    statement: 'Of three correlated pairs, the features of each pair are side by side around a hexagon',
  },
];

const { starts, steps, S } = setting('correlated', {}).values;

export const E12: ExperimentDefinition = {
  id: 'E12',
  title: 'Small sets of features',
  protocol: `Sets of two features in two dimensions, each set present with probability ${densityOf(S)}. For each of ${SEEDS.length} seeds, ${SEEDS[0]} to ${SEEDS.at(-1)}, ${starts} starts of ${steps} steps are trained and the start of the lowest loss is looked at. Two features are at right angles, or opposite, within the tolerance of the article’s figures.`,
  claims: CASES.map(({ name, values, relation, statement }): ClaimDefinition => ({
    id: `E12.${name}`,
    source: 'Elhage et al. 2022, “Non-Uniform Superposition”: models of features in sets',
    statement: `${statement}: seeds out of ${SEEDS.length} whose best start is so, at least ${MOST}.`,
    paper: null,
    theory: null,
    tolerance: asStated((count) => Number(count) >= MOST),
    link: linkTo(setting('correlated', values)),
    measure: async () => ({ value: await countSeeds(values, relation) }),
  })),
};

async function countSeeds(values: Case['values'], relation: Relation): Promise<number> {
  const chosen = setting('correlated', values);
  const { n, m, sets, kind } = chosen.values;
  const members = kind === 'independent' ? [] : equalSets(n, sets, kind).map((set) => set.members);
  let count = 0;
  for (const seed of SEEDS) {
    const seeded = { ...chosen, values: { ...chosen.values, seed } };
    const { W } = await bestOf(seeded, { family: 'relu', density: densityOf(S) });
    if (readSets(W, n, m, members).relation === relation) count++;
  }
  return count;
}
