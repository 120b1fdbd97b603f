/** Three universities in two dimensions: what one reads of another, and what no reading can tell. */
import { probe, type ProbedNetwork } from '../../src/models/probe.ts';
import { THREE_UNIVERSITIES } from '../../src/models/three-universities.ts';
import type { ExperimentDefinition } from './definition.ts';
import { within } from './tolerance.ts';

const EXAMPLE = 'The forum discussion of the paper: Clemson, Duke and NC State as directions at 120°';
const { names, input, unseen, W, b, importance } = THREE_UNIVERSITIES;
const network: ProbedNetwork = { W, b, importance, activation: 'identity' };
const clipped: ProbedNetwork = { ...network, activation: 'relu' };
const [clemson, duke] = names.map((_, i) => i);

const byName = (numbers: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, numbers[i]]));

/** How far along the unseen direction the input is moved: as far as signed values between −1 and 1 allow. */
const MOVES = [-0.9, -0.5, 0.1];

export const universities: ExperimentDefinition = {
  id: 'universities',
  title: 'Three universities, two dimensions',
  protocol: `Nothing is trained: three directions of length 1 at 120°, no biases, written and read back in double precision. The input is ${names[0]} and ${names[1]} at ${input[0]} each.`,
  claims: [
    {
      id: 'universities.projection',
      source: EXAMPLE,
      statement: `${names[duke]} alone, at 1, as read for ${names[clemson]}`,
      paper: -0.5,
      theory: Math.cos((2 * Math.PI) / 3),
      tolerance: within(1e-12),
      measure: () =>
        Promise.resolve({
          value: probe(
            network,
            names.map((_, i) => (i === duke ? 1 : 0)),
          ).rows[clemson].after,
        }),
    },
    {
      id: 'universities.output',
      source: EXAMPLE,
      statement: 'What is read back without a ReLU',
      paper: byName([0.45, 0.45, -0.9]),
      theory: null,
      tolerance: within(1e-12),
      by: 'university',
      measure: () => Promise.resolve({ value: byName(probe(network, input).rows.map(({ after }) => after)) }),
    },
    {
      id: 'universities.clipped',
      source: 'Own arithmetic: the same with a ReLU',
      statement: 'What is read back with a ReLU: who is there is right, how much is halved',
      paper: null,
      theory: byName([0.45, 0.45, 0]),
      tolerance: within(1e-12),
      by: 'university',
      measure: () => Promise.resolve({ value: byName(probe(clipped, input).rows.map(({ after }) => after)) }),
    },
    {
      id: 'universities.ambiguity',
      source: EXAMPLE,
      statement: `Distance that the hidden vector moves when all three inputs change by as much (by ${MOVES.join(', ')}): no reading of it can tell these inputs apart`,
      paper: null,
      theory: 0,
      tolerance: within(1e-12),
      by: 'change',
      measure: () => {
        const { h } = probe(network, input);
        const moved = (by: number): number =>
          Math.hypot(
            ...probe(
              network,
              input.map((x, i) => x + by * unseen[i]),
            ).h.map((value, k) => value - h[k]),
          );
        return Promise.resolve({ value: Object.fromEntries(MOVES.map((by) => [String(by), moved(by)])) });
      },
    },
  ],
};
