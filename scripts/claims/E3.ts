/** E3: twenty features in five dimensions, importances .7^i, at the paper's seven densities. */
import { DEDICATED, REPRESENTED } from '../../src/models/metrics.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { byDensity, linkToBasic, reluModel, TWENTY } from './basic.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { within, withinShare } from './tolerance.ts';

const FIGURE = 'Elhage et al. 2022, “Demonstrating Superposition”, counted off the figure of 20 features';
const { m, decay, starts, steps } = TWENTY.values;

/** Bars of at least .9 of full length in the paper's figure, and those of them without superposition. */
const PAPER = [
  { density: 1, represented: 5, dedicated: 5 },
  { density: 0.3, represented: 7, dedicated: 3 },
  { density: 0.1, represented: 9, dedicated: 1 },
  { density: 0.03, represented: 10, dedicated: 0 },
  { density: 0.01, represented: 11, dedicated: 0 },
  { density: 0.003, represented: 12, dedicated: 0 },
  { density: 0.001, represented: 12, dedicated: 0 },
] as const;

/** Bars between .4 and .9 are many at the sparsest: where to draw the line is a matter of two features there. */
const slack = (density: number): number => (density < 0.003 ? 2 : 1);

/** Where nothing is in superposition it is the linear model's optimum: one dimension each for the most important. */
const theoryAt = (density: number): number | null => (density === 1 ? m : null);

/** Densities at which a feature that is left out has the bias of a feature that nothing is read of. */
const UNDISTURBED = [1, 0.3, 0.1];
/** ‖W_i‖ below which a feature is not represented. */
const LEFT_OUT = 0.5;

export const E3: ExperimentDefinition = {
  id: 'E3',
  title: 'Twenty features, five dimensions',
  protocol: `Each feature is ${decay} times as important as the one before. At each density ${starts} starts of ${steps} steps are trained, and the start of the lowest loss, on an evaluation set that all starts share, is measured. A feature is represented when its direction has length ${REPRESENTED} or more, and dedicated when moreover its superposition is below ${DEDICATED}. The paper prints no counts: those below are counted off its figure.`,
  claims: [
    ...PAPER.map(({ density, represented }): ClaimDefinition => ({
      id: `E3.represented.p=${density}`,
      source: FIGURE,
      statement: `Represented at density ${density}, sparsity ${densityOf(density)}`,
      paper: represented,
      theory: theoryAt(density),
      tolerance: within(slack(density)),
      link: linkToBasic(TWENTY, density),
      measure: async () => ({ value: (await reluModel(TWENTY, density)).metrics.represented }),
    })),
    ...PAPER.map(({ density, dedicated }): ClaimDefinition => ({
      id: `E3.dedicated.p=${density}`,
      source: FIGURE,
      statement: `Dedicated at density ${density}, sparsity ${densityOf(density)}`,
      paper: dedicated,
      theory: theoryAt(density),
      tolerance: within(1),
      link: linkToBasic(TWENTY, density),
      measure: async () => ({ value: (await reluModel(TWENTY, density)).metrics.dedicated }),
    })),
    {
      id: 'E3.bias.unrepresented',
      source: 'Elhage et al. 2022, “Demonstrating Superposition”: the bias is the expected value of what is left out',
      statement: 'Mean bias of the features left out, as a share of the density',
      paper: 0.5,
      theory: 0.5,
      tolerance: withinShare(0.03),
      link: linkToBasic(TWENTY),
      measure: async () => ({
        value: await byDensity(TWENTY, UNDISTURBED, ({ b, metrics: { norms }, settings: { density } }) => {
          const shares = Array.from(b, (bias, i) => bias / density[i]).filter((_, i) => norms[i] < LEFT_OUT);
          return shares.reduce((sum, share) => sum + share, 0) / shares.length;
        }),
      }),
    },
  ],
};
