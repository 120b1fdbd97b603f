/** E20: the asymmetric superposition motif, set by hand and found in trained networks. */
import { asymmetricMotifs } from '../../src/models/neurons/motif.ts';
import { handSetMotif } from '../../src/models/neurons/hand-set-motif.ts';
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import type { ExperimentDefinition } from './definition.ts';
import { asStated, within } from './tolerance.ts';
import { startsOf } from './train.ts';

/** The paper's example. */
const A = 2;

const DENSITIES = [0.5, 0.3, 0.2];
const TRAINED: Setting<'absolute'> = setting('absolute', { n: 20, m: 10, p: DENSITIES, starts: 6 });
const { n, m, decay, starts, steps } = TRAINED.values;
/** The figure with one of the densities. */
const link = (density: number): string => linkTo({ ...TRAINED, values: { ...TRAINED.values, p: [density] } });

export const E20: ExperimentDefinition = {
  id: 'E20',
  title: 'The asymmetric superposition motif',
  protocol: `The motif of two features and two neurons is set by hand and run. Networks of ${n} features on ${m} neurons, each feature ${decay} times as important as the one before, are trained for the absolute value from ${starts} starts of ${steps} steps, and the motif is looked for in every one of them: a neuron that serves two features, read at strengths that differ by a factor of two at least, and another that takes away nine tenths or more of the larger disturbance.`,
  claims: [
    {
      id: 'E20.interference',
      source: 'Elhage et al. 2022, “The Asymmetric Superposition Motif”; its arithmetic',
      statement: `With a = ${A}, the first feature disturbs the second’s output by a² of itself, the second the first’s by 1/a², and once inhibited the larger disturbance is gone.`,
      paper: null,
      theory: { second: A ** 2, first: 1 / A ** 2, inhibited: 0 },
      tolerance: within(1e-6),
      by: 'disturbed output',
      link: link(0.2),
      measure: () => {
        const { onSecond, onFirst } = handSetMotif(A, false);
        const value = { second: onSecond, first: onFirst, inhibited: handSetMotif(A, true).onSecond };
        return Promise.resolve({ value });
      },
    },
    {
      id: 'E20.found',
      source:
        'Elhage et al. 2022, “The Asymmetric Superposition Motif”; the sizes are those of the ARENA course, at density 0.5',
      statement: `Trained networks use the motif where features are rare: at density 0.2 it is in most of ${starts}. At density 0.5 it is in none: the five most important features have two neurons each.`,
      paper: null,
      theory: null,
      tolerance: asStated((found) => at(found, 0.5) === 0 && at(found, 0.2) > starts / 2),
      link: link(0.2),
      async measure() {
        const value: Record<string, number> = {};
        for (const density of DENSITIES) {
          const models = await startsOf(TRAINED, { family: 'absolute', density });
          value[density] = models.filter((model) => asymmetricMotifs(model).length > 0).length;
        }
        return { value };
      },
    },
  ],
};

const at = (found: ClaimValue, density: number): number => (typeof found === 'object' ? found[density] : NaN);
