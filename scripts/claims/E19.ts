/** E19: networks that compute absolute values, small, and a hundred features on forty neurons. */
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import { absoluteCircuit, type FeatureCircuit } from '../../src/models/neurons/absolute-circuit.ts';
import type { Network } from '../../src/models/neurons/forward.ts';
import { MONOSEMANTIC, neuronMetrics } from '../../src/models/neurons/metrics.ts';
import type { ExperimentDefinition } from './definition.ts';
import { RARE, trainHandSet, TRIED } from './hand-set-start.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { asStated } from './tolerance.ts';
import { bestOf, startsOf } from './train.ts';

const SMALL = setting('absolute', { n: 3, m: 6, p: [0.3], starts: 100 });
/** Every feature computed: the least loss is 0. */
const SOLVED = 1e-4;

const large = (p: readonly number[]): Setting<'absolute'> => setting('absolute', { n: 100, m: 40, p, starts: 2 });
const DENSE = large([1]);
const SPARSE = large([0.1, 0.03, 0.01]);
const { n, m, decay, starts, steps } = DENSE.values;

const PAPER = 'Elhage et al. 2022, “Computation in Superposition”';

export const E19: ExperimentDefinition = {
  id: 'E19',
  title: 'Absolute values',
  protocol: `Each feature is ${decay} times as important as the one before. The small network, ${SMALL.values.n} features on ${SMALL.values.m} neurons at density ${SMALL.values.p[0]}, is trained from ${SMALL.values.starts} starts of ${SMALL.values.steps} steps; of the large one, ${n} features on ${m} neurons, the best of ${starts} starts of ${steps} steps is measured. A neuron is monosemantic when one feature has at least ${MONOSEMANTIC} of the sum of the weights’ sizes that it reads with. Where features are as rare as ${RARE}, random starts end in poor minima, so there one more start is trained, with the ${m / 2} most important features set by hand on two neurons each, from ${TRIED.values.steps} steps of learning rate ${TRIED.values.lr} like the random ones beside it.`,
  claims: [
    {
      id: 'E19.small',
      source: `${PAPER}; nine of ten starts in a run made for this project’s specification`,
      statement: `At least three quarters of the starts compute |x| as ReLU(x) + ReLU(−x), each side of each feature by neurons of its own, with a loss below ${SOLVED}: how many of ${SMALL.values.starts}.`,
      paper: null,
      theory: null,
      tolerance: asStated((found) => Number(found) >= 0.75 * SMALL.values.starts),
      link: linkTo(SMALL),
      async measure() {
        const models = await startsOf(SMALL, { family: 'absolute' });
        return { value: models.filter((model) => model.loss < SOLVED && absoluteCircuit(model).exact).length };
      },
    },
    {
      id: 'E19.dense',
      source: `${PAPER}: in dense data each neuron has a single feature`,
      statement:
        'When every feature is always present, no neuron is polysemantic, and features hold more than the two neurons each that they need.',
      paper: null,
      theory: null,
      tolerance: asStated((measured) => of(measured, 'polysemantic') === 0 && of(measured, 'neurons a feature') > 2),
      by: 'count',
      link: linkTo(DENSE),
      async measure() {
        const best = await bestOf(DENSE, { family: 'absolute' });
        const { monosemantic, polysemantic } = kinds(best);
        const { features } = absoluteCircuit(best);
        const computed = features.filter((feature) => feature.computed === 'both').length;
        return { value: { computed, polysemantic, 'neurons a feature': (monosemantic + polysemantic) / computed } };
      },
    },
    {
      id: 'E19.sparse',
      source: `${PAPER}: the network at density 0.01`,
      statement: `At density ${RARE}, the network of the lowest loss that was found has monosemantic and polysemantic neurons side by side, and the most important features, counted from the first, have neurons of their own. It began with features set by hand; random starts lose more.`,
      paper: null,
      theory: null,
      tolerance: asStated(
        (measured) =>
          ['monosemantic', 'polysemantic', 'features of their own'].every((count) => of(measured, count) >= 5) &&
          of(measured, 'times the loss from random starts') < 1,
      ),
      by: 'count',
      link: linkTo(TRIED),
      async measure() {
        const random = await bestOf(TRIED, { family: 'absolute' });
        const best = await trainHandSet(RARE);
        return {
          value: {
            ...kinds(best),
            'features of their own': leadingAlone(best),
            'times the loss from random starts': best.loss / random.loss,
          },
        };
      },
    },
    {
      id: 'E19.sparse.random',
      source: `${PAPER}: superposition sets in as features get rarer`,
      statement: `From random starts, at each density the better of ${starts} of ${steps} steps, monosemantic neurons give way to polysemantic ones as features get rarer, until none of ${m} is left: how many are monosemantic. One start alone can have other numbers.`,
      paper: null,
      theory: null,
      tolerance: asStated((measured) => {
        const [first, second, third] = SPARSE.values.p.map((density) => of(measured, String(density)));
        return m > first && first > second && second > third && third === 0;
      }),
      link: linkTo(SPARSE),
      async measure() {
        const value: Record<string, number> = {};
        for (const density of SPARSE.values.p)
          value[density] = kinds(await bestOf(SPARSE, { family: 'absolute', density })).monosemantic;
        return { value };
      },
    },
  ],
};

const of = (measured: ClaimValue, key: string): number => (typeof measured === 'object' ? measured[key] : NaN);

function kinds({ W, W2 }: Network): { monosemantic: number; polysemantic: number } {
  const { monosemantic, polysemantic } = neuronMetrics(W, n, m, W2);
  return { monosemantic, polysemantic };
}

/** How many features, from the most important on, are computed on both sides by monosemantic neurons alone. */
function leadingAlone(model: Network): number {
  const { neurons } = neuronMetrics(model.W, n, m, model.W2);
  const alone = ({ positive, negative, computed }: FeatureCircuit): boolean =>
    computed === 'both' && [...positive.neurons, ...negative.neurons].every((k) => neurons[k].kind === 'monosemantic');
  const first = absoluteCircuit(model).features.findIndex((feature) => !alone(feature));
  return first < 0 ? n : first;
}
