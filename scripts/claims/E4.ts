/** E4: eighty features in twenty dimensions, importances .9^i, at the paper's seven densities. */
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import { byDensity, DENSITIES, EIGHTY, linkToBasic } from './basic.ts';
import type { ExperimentDefinition } from './definition.ts';
import { asStated, exact } from './tolerance.ts';

const FIGURE = 'Elhage et al. 2022, “Demonstrating Superposition”, figure of 80 features; the paper gives no counts';
const { m, starts, steps, decay } = EIGHTY.values;
/** The sparsest model represents more than this many features for each dimension. */
const CROWDING = 2.5;

export const E4: ExperimentDefinition = {
  id: 'E4',
  title: 'Eighty features, twenty dimensions',
  protocol: `As before, at four times the size: each feature ${decay} times as important as the one before, and at each density the best of ${starts} starts of ${steps} steps.`,
  claims: [
    {
      id: 'E4.represented',
      source: FIGURE,
      statement: `The rarer the features, the more are represented: from the ${m} most important when all are present to more than ${CROWDING} for each dimension.`,
      paper: null,
      theory: null,
      tolerance: asStated(
        (measured) => rises(counts(measured)) && counts(measured)[0] === m && last(measured) > CROWDING * m,
      ),
      link: linkToBasic(EIGHTY),
      measure: async () => ({ value: await byDensity(EIGHTY, DENSITIES, ({ metrics }) => metrics.represented) }),
    },
    {
      id: 'E4.dedicated',
      source: FIGURE,
      statement: `The rarer the features, the fewer have a dimension of their own: from ${m} when all are present to none.`,
      paper: null,
      theory: null,
      tolerance: asStated(
        (measured) => rises(counts(measured).toReversed()) && counts(measured)[0] === m && last(measured) === 0,
      ),
      link: linkToBasic(EIGHTY),
      measure: async () => ({ value: await byDensity(EIGHTY, DENSITIES, ({ metrics }) => metrics.dedicated) }),
    },
    {
      id: 'E4.identity',
      source: 'Counting dimensions: a pair (digon) shares one',
      statement:
        'Where every represented feature stands alone or in a pair, those alone and half of those in pairs are together as many as the dimensions.',
      paper: null,
      theory: m,
      tolerance: exact,
      link: linkToBasic(EIGHTY),
      measure: async () => ({
        value: await byDensity(EIGHTY, DENSITIES, ({ metrics, geometry: { parts, pairs } }) => {
          const simple = parts.every(({ shape: { kind } }) => kind === 'single' || kind === 'pair');
          return simple ? metrics.dedicated + pairs.length : undefined;
        }),
      }),
    },
  ],
};

/** One count for each density, the densest first. */
const counts = (measured: ClaimValue): number[] =>
  typeof measured === 'object' ? DENSITIES.map((density) => measured[density]) : [];
const last = (measured: ClaimValue): number => counts(measured).at(-1) ?? NaN;
/** Each at least as large as the one before. */
const rises = (values: readonly number[]): boolean => values.every((value, k) => k === 0 || value >= values[k - 1]);
