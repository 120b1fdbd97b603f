/** E8: how many dimensions a feature takes, D* = m / ‖W‖²_F, when all features are alike. */
import { dimensionsPerFeature } from '../../src/models/metrics.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { withinShare } from './tolerance.ts';
import { link, modelAt, SIZE, STEPS } from './uniform.ts';

/** At the rare end of the plateau most starts end with a pentagon among the pairs, at a loss a little higher. */
const STARTS = 16;

const SOURCE = 'Elhage et al. 2022, “Uniform Superposition”, figure of D* over 1/(1−S)';

/** D* of the best start, by 1/(1−S). */
async function perFeatureAt(inverses: readonly number[]): Promise<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const inverse of inverses) {
    const { W, m } = await modelAt(densityOf(inverse), STARTS);
    values[inverse] = dimensionsPerFeature(W, m);
  }
  return values;
}

const densityOf = (inverse: number): number => Number((1 / inverse).toPrecision(4));

interface Range {
  readonly id: string;
  readonly statement: string;
  readonly inverses: readonly number[];
  readonly value: number;
  readonly share: number;
}

const range = ({ id, statement, inverses, value, share }: Range): ClaimDefinition => ({
  id,
  source: SOURCE,
  statement,
  paper: value,
  theory: value,
  tolerance: withinShare(share),
  by: '1/(1−S)',
  link: link(inverses.map(densityOf), STARTS),
  measure: async () => ({ value: await perFeatureAt(inverses) }),
});

export const E8: ExperimentDefinition = {
  id: 'E8',
  title: 'Dimensions per feature',
  protocol: `${SIZE.n} features, all equally important and equally dense, in ${SIZE.m} dimensions; at each density the best of ${STARTS} starts of ${STEPS} steps. The paper trains 400 features in 30 dimensions; it finds, as here, that the numbers do not matter while there are many more features than dimensions.`,
  claims: [
    range({
      id: 'E8.dense',
      statement: 'Dense features: each takes a dimension.',
      inverses: [1],
      value: 1,
      share: 0.03,
    }),
    range({
      id: 'E8.digon-plateau',
      statement: 'From 1/(1−S) = 3 to 4 each takes half of one: all are in opposite pairs.',
      inverses: [3, 3.25, 3.5, 3.75, 4],
      value: 0.5,
      share: 0.04,
    }),
    range({
      id: 'E8.digon-plateau.begin',
      statement: 'The plateau of the pairs has begun at 1/(1−S) = 2.5.',
      inverses: [2.5],
      value: 0.5,
      share: 0.06,
    }),
  ],
};
