/** E13: two sets of ten correlated features in ten dimensions. */
import { readSets } from '../../src/models/geometry/sets.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { equalSets } from '../../src/models/parameters/geometry-problem.ts';
import type { ExperimentDefinition } from './definition.ts';
import { linkTo, setting } from './setting.ts';
import { asStated } from './tolerance.ts';
import { bestOf } from './train.ts';

const chosen = setting('correlated', { n: 20, m: 10, sets: 2, starts: 6 });
const { n, m, sets, S, starts, steps } = chosen.values;
const density = densityOf(S);
/** Interference across the sets is at least so many times that within them. */
const TIMES = 4;
const DIGITS = 3;

export const E13: ExperimentDefinition = {
  id: 'E13',
  title: 'Local almost-orthogonal bases',
  protocol: `${sets} correlated sets of ${n / sets} features in ${m} dimensions, each set present with probability ${density}: the best of ${starts} starts of ${steps} steps. Interference is |W_i·W_j|, its mean taken over pairs of features of one set and of different sets.`,
  claims: [
    {
      id: 'E13.blocks',
      source: 'Elhage et al. 2022, “Local Almost-Orthogonal Bases”',
      statement: `Features of one set are nearly orthogonal: those of different sets interfere more than ${TIMES} times as much on average.`,
      paper: null,
      theory: null,
      tolerance: asStated((mean) => typeof mean === 'object' && mean.across > TIMES * mean.within),
      by: 'features',
      link: linkTo(chosen),
      async measure() {
        const { W } = await bestOf(chosen, { family: 'relu', density });
        const members = equalSets(n, sets, 'correlated').map((set) => set.members);
        const { within, across } = readSets(W, n, m, members);
        const short = (value: number): number => Number(value.toPrecision(DIGITS));
        return { value: { within: short(within), across: short(across) } };
      },
    },
  ],
};
