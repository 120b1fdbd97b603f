/** E18: ten features on five ReLU neurons, importances .75^i: what a privileged basis makes of superposition. */
import { densityOf } from '../../src/models/parameters/density.ts';
import { MONOSEMANTIC, neuronMetrics } from '../../src/models/neurons/metrics.ts';
import { lossUnderRotation } from '../../src/models/neurons/rotate.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { asStated, exact } from './tolerance.ts';
import { bestOf, type TrainedStart } from './train.ts';

const STARTS = 100;
const STEPS = 2000;

const at = (density: number, model: 'relu' | 'relu-hidden' = 'relu-hidden'): Setting<'hidden'> =>
  setting('hidden', { S: densityOf(density), model, starts: STARTS, steps: STEPS });
const { n, m, decay } = at(1).values;

/** What the paper says of its best models, in counts. */
const PAPER = [
  {
    density: 0.7,
    counts: { monosemantic: 5, represented: 5 },
    statement: 'every neuron carries one feature, and the five most important features have one neuron each',
  },
  {
    density: 0.3,
    counts: { monosemantic: 3, represented: 6 },
    statement: 'the three most important features have a neuron each, and the next three share the other two',
  },
  {
    density: 0.15,
    counts: { monosemantic: 2, represented: 7 },
    statement: 'two features have a neuron each, and five share the other three',
  },
  {
    density: 0.05,
    counts: { monosemantic: 0, represented: 8 },
    statement: 'no feature has a neuron of its own: eight share all five',
  },
] as const;

/** Where the hidden space is turned, by how much, and on how many samples it is measured. */
const TURNED = { density: 0.3, turns: 1 / 8, samples: 1 << 14 };
/** Share of the loss under which a change is rounding. */
const ROUNDING = 1e-6;

export const E18: ExperimentDefinition = {
  id: 'E18',
  title: 'A ReLU on the hidden layer',
  protocol: `${n} features on ${m} neurons, each feature ${decay} times as important as the one before. At each density ${STARTS} starts of ${STEPS} steps are trained, where the paper trains 1000, and the start of the lowest loss is measured. A neuron is monosemantic when one feature has at least ${MONOSEMANTIC} of the sum of its weights’ sizes.`,
  claims: [
    ...PAPER.map(({ density, counts, statement }): ClaimDefinition => ({
      id: `E18.regime.p=${density}`,
      source: 'Elhage et al. 2022, “Superposition in a Privileged Basis”: the models of lowest loss, in words',
      statement: `At density ${density}, sparsity ${densityOf(density)}, ${statement}.`,
      paper: counts,
      theory: null,
      tolerance: exact,
      by: 'count',
      link: linkTo(at(density)),
      measure: async () => ({ value: countsOf(await bestOf(at(density), { family: 'relu-hidden' })) }),
    })),
    {
      id: 'E18.rotation',
      source:
        'Elhage et al. 2022, “Superposition in a Privileged Basis”: a ReLU makes the neurons a basis of their own',
      statement: `Turning two of the hidden dimensions by an eighth of a turn leaves the loss as it is where the hidden layer is linear, whichever they are, and raises it by more than a tenth where it has a ReLU, even for those that matter least: share of the loss by which it changes at density ${TURNED.density}.`,
      paper: null,
      theory: null,
      tolerance: asStated((change) => typeof change === 'object' && change.linear <= ROUNDING && change.ReLU > 0.1),
      by: 'hidden layer',
      link: linkTo(at(TURNED.density)),
      async measure() {
        const linear = await bestOf(at(TURNED.density, 'relu'), { family: 'relu' });
        const relu = await bestOf(at(TURNED.density), { family: 'relu-hidden' });
        return {
          value: {
            linear: Math.max(...changes(linear).map(Math.abs)),
            ReLU: Math.min(...changes(relu)),
          },
        };
      },
    },
  ],
};

function countsOf({ W, metrics: { represented } }: TrainedStart): Record<string, number> {
  return { monosemantic: neuronMetrics(W, n, m).monosemantic, represented };
}

/** (loss turned − loss) / loss in the plane of every two hidden dimensions, whole multiples of what counts as rounding. */
function changes({ settings, theta }: TrainedStart): number[] {
  const planes = Array.from({ length: m }, (_, j) => Array.from({ length: j }, (_, i) => [i, j] as const)).flat();
  return planes.map((plane) => {
    const [before, after] = lossUnderRotation(settings, m, theta, plane, [0, TURNED.turns], { count: TURNED.samples });
    return Math.round((after / before - 1) / ROUNDING) * ROUNDING;
  });
}
