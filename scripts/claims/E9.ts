/** E9: the shares of a dimension, D_i, that the features of one model get. */
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { ExperimentDefinition } from './definition.ts';
import { asStated } from './tolerance.ts';
import { link, modelAt, SIZE, STEPS } from './uniform.ts';

/** The figure's own. */
const DENSITIES = figureDefaults('uniform').p;
const STARTS = 4;
const { m } = SIZE;
/** A trained network uses at least this share of its dimensions. */
const USED = 0.97;
/** Rounding of the sum of float32 weights' products. */
const ROUNDING = 1e-6;

export const E9: ExperimentDefinition = {
  id: 'E9',
  title: 'Feature dimensionality',
  protocol: `The same ${SIZE.n} features in ${m} dimensions, the best of ${STARTS} starts of ${STEPS} steps, at the figure’s densities.`,
  claims: [
    {
      id: 'E9.sum',
      source:
        'Elhage et al. 2022, “Feature dimensionality”; D_i is at most the leverage score of feature i, and these add up to the rank of W',
      statement: `The shares of all features together are never more than the ${m} dimensions, and training uses at least ${USED * 100} % of them.`,
      paper: null,
      theory: m,
      tolerance: asStated((measured) => {
        const sums = typeof measured === 'object' ? Object.values(measured).map(Number) : [];
        return sums.length > 0 && sums.every((sum) => sum <= m + ROUNDING && sum >= USED * m);
      }),
      link: link(DENSITIES, STARTS),
      async measure() {
        const value: Record<string, number> = {};
        for (const density of DENSITIES) {
          const { metrics } = await modelAt(density, STARTS);
          value[density] = metrics.dimensionality.reduce((sum, share) => sum + share, 0);
        }
        return { value };
      },
    },
  ],
};
