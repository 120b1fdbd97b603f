/** E5: the linear model never gains by representing more features than it has dimensions, at any density. */
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { linearOptimum } from '../../src/models/theory/linear.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { exact, withinShare } from './tolerance.ts';
import { bestOf, type TrainedStart } from './train.ts';

const SOURCE = 'Elhage et al. 2022, “Mathematical Understanding”: feature benefit and interference of the linear model';
const STARTS = 2;
/** Rarer still, the noise of sampling is all that such a short training would show. */
const DENSITIES = [1, 0.3, 0.1, 0.03];

/** The model without ReLU of one size at every density. */
interface Size {
  readonly n: number;
  readonly m: number;
  readonly at: (density: number) => Setting;
}

const SIZES: readonly Size[] = [
  {
    n: 5,
    m: 2,
    at: (density) => setting('hero', { S: densityOf(density), model: 'linear', starts: STARTS, steps: 4000 }),
  },
  {
    n: 20,
    m: 5,
    at: (density) => setting('basic', { p: [density], model: 'linear', starts: STARTS, steps: 4000 }),
  },
];

export const E5: ExperimentDefinition = {
  id: 'E5',
  title: 'Benefit against interference',
  protocol: `Models without a ReLU at densities ${DENSITIES.join(', ')}, the better of ${STARTS} starts of 4000 steps each, importances .9^i for five features and .7^i for twenty. The loss is the exact one. A feature is represented when its direction has length 0.9 or more.`,
  claims: SIZES.flatMap((size): ClaimDefinition[] => {
    const name = `${size.n} features in ${size.m} dimensions`;
    const shared = { source: SOURCE, link: linkTo(size.at(DENSITIES[2])) };
    return [
      {
        ...shared,
        id: `E5.linear.represented.${size.n}-${size.m}`,
        statement: `Features represented by the linear model, by density: ${name}`,
        paper: size.m,
        theory: size.m,
        tolerance: exact,
        measure: async () => ({ value: await byDensity(size, ({ metrics }) => metrics.represented) }),
      },
      {
        ...shared,
        id: `E5.linear.loss.${size.n}-${size.m}`,
        statement: `Loss of the linear model, by density: ${name}, against the variance of all but the ${size.m} most important`,
        paper: null,
        theory: () => optima(size),
        tolerance: withinShare(0.005),
        measure: async () => ({ value: await byDensity(size, ({ loss }) => loss) }),
      },
    ];
  }),
};

async function byDensity({ at }: Size, valueOf: (model: TrainedStart) => number): Promise<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const density of DENSITIES) values[density] = valueOf(await bestOf(at(density), { family: 'linear', density }));
  return values;
}

function optima({ m, at }: Size): ClaimValue {
  return Object.fromEntries(
    DENSITIES.map((density) => {
      const { figure, values } = at(density);
      const [settings] = toProblem(figure, values).problem.models.filter(({ density: [p] }) => p === density);
      return [density, linearOptimum(settings, m).loss];
    }),
  );
}
