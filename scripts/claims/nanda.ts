/** The open problems on small networks of Nanda 2023 (article/references.ts), as far as they were tried. */
import { basisAlignment } from '../../src/models/neurons/basis-alignment.ts';
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import type { FigureValues } from '../../src/models/parameters/figures.ts';
import type { ExperimentDefinition } from './definition.ts';
import { minimise } from '../../src/models/theory/minimise.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { asStated, withinShare, within } from './tolerance.ts';
import { startsOf } from './train.ts';

const SOURCE = 'Neel Nanda, “200 Concrete Open Problems in Mechanistic Interpretability”';

const two = (values: Partial<FigureValues<'absolute'>>): Setting<'absolute'> =>
  setting('absolute', { n: 2, starts: 100, ...values });

/** x² of two equally important features. */
const square = (m: number, bias: boolean): Setting<'absolute'> =>
  two({ target: 'square', bias, m, p: [0.5], decay: 1, starts: 24 });
/** Neurons for two features. */
const FEW = 4;
const MORE = 8;
/** How much less a hidden bias loses. */
const LESS = 5;

const larger = (m: number): Setting<'absolute'> => two({ target: 'max', m, p: [1] });

/** AND and OR of a pair of binary features. */
const gates = (m: number, bias: boolean): Setting<'absolute'> => two({ target: 'and-or', m, bias, p: [0.5] });

const DROPPED = { S: densityOf(0.1), model: 'relu', starts: 64 } as const;
const dropped = (dropout: number): Setting<'hidden'> => setting('hidden', { ...DROPPED, dropout });
const DROPOUTS = [0, 0.05, 0.2, 0.5];

export const nanda: ExperimentDefinition = {
  id: 'nanda',
  title: 'Open problems',
  protocol: `Two features on few neurons: of ${larger(2).values.starts} starts (of ${square(FEW, false).values.starts} for the square) of ${larger(2).values.steps} steps, the lowest loss. Dropout: ten features in five linear hidden dimensions at density 0.1, the mean of ${DROPPED.starts} starts.`,
  claims: [
    {
      id: 'nanda.x2',
      source: `${SOURCE}: absolute-value networks on x²; the best fit of a line with one bend`,
      statement: `Without a hidden bias every neuron bends at 0, and only the output’s own ReLU adds a bend, the same on both sides: ${FEW} neurons find its best place. Mean squared error of x² where the feature is present.`,
      paper: null,
      theory: oneBend,
      tolerance: withinShare(0.01),
      link: linkTo(square(FEW, false)),
      measure: async () => ({ value: await squareError(FEW, false) }),
    },
    {
      id: 'nanda.x2.bias',
      source: `${SOURCE}: absolute-value networks on x²`,
      statement: `With a hidden bias, ${MORE} neurons place their bends where they are needed and lose less than one part in ${LESS} of that.`,
      paper: null,
      theory: null,
      tolerance: asStated((error) => Number(error) < oneBend() / LESS),
      link: linkTo(square(MORE, true)),
      measure: async () => ({ value: await squareError(MORE, true) }),
    },
    {
      id: 'nanda.max',
      source: `${SOURCE}: max(x, y); of one neuron, the variance of |x − y|/2`,
      statement:
        'Two neurons and no hidden bias compute the larger of two features exactly, as x + ReLU(y − x); one neuron can only give their mean plus a constant. Loss by the number of neurons.',
      paper: null,
      theory: { 1: 1 / 72, 2: 0 },
      tolerance: within(1e-4),
      by: 'neurons',
      link: linkTo(larger(2)),
      measure: async () => ({ value: { 1: await lowestLoss(larger(1)), 2: await lowestLoss(larger(2)) } }),
    },
    {
      id: 'nanda.and',
      source: `${SOURCE}: AND and OR of binary features`,
      statement:
        'Two neurons with a hidden bias compute both AND and OR of a pair exactly, one being ReLU(x + y − 1); without a hidden bias it takes three, and two come near only.',
      paper: null,
      theory: null,
      tolerance: asStated(
        (loss) =>
          of(loss, '2 and bias') < 1e-8 &&
          of(loss, '3') < 1e-8 &&
          of(loss, '2') > 1e-4 &&
          of(loss, '1 and bias') > 0.05,
      ),
      by: 'neurons',
      link: linkTo(gates(2, true)),
      measure: async () => ({
        value: {
          '1 and bias': await lowestLoss(gates(1, true)),
          '2 and bias': await lowestLoss(gates(2, true)),
          '2': await lowestLoss(gates(2, false)),
          '3': await lowestLoss(gates(3, false)),
        },
      }),
    },
    {
      id: 'nanda.dropout',
      source: `${SOURCE}: dropout on the hidden layer`,
      statement:
        'Dropout on a linear hidden layer does not align features in superposition with its dimensions: it spreads each over more of them. The largest weight of a feature as a share of its length, on average.',
      paper: null,
      theory: null,
      tolerance: asStated((alignment) =>
        DROPOUTS.slice(1).every((q) => of(alignment, String(q)) < of(alignment, '0') - 0.03),
      ),
      by: 'dropout',
      link: linkTo(dropped(0.2)),
      async measure() {
        const value: Record<string, number> = {};
        for (const q of DROPOUTS) {
          const models = await startsOf(dropped(q), { family: DROPPED.model });
          value[q] = models.reduce((sum, { W, n, m }) => sum + basisAlignment(W, n, m).mean, 0) / models.length;
        }
        return { value };
      },
    },
  ],
};

const of = (value: ClaimValue, key: string): number => (typeof value === 'object' ? value[key] : NaN);

async function lowestLoss(tried: Setting<'absolute'>): Promise<number> {
  const family = tried.values.target === 'square' ? 'square' : 'max-min';
  const [best] = await startsOf(tried, { family });
  return best.loss;
}

/** Per feature and sample in which it is present. */
async function squareError(m: number, bias: boolean): Promise<number> {
  const tried = square(m, bias);
  return (await lowestLoss(tried)) / (tried.values.n * tried.values.p[0]);
}

/** Least mean squared error of ReLU(s x − c) from x² on [0, 1], c > 0: ∫ to c/s of x⁴, and from there of (x² − s x + c)². */
function oneBend(): number {
  const error = ([s, c]: Float64Array): number => {
    const bend = c / s;
    // The antiderivative of (x² − s x + c)² = x⁴ − 2s x³ + (s² + 2c) x² − 2sc x + c².
    const F = (x: number): number =>
      x ** 5 / 5 - (s * x ** 4) / 2 + ((s * s + 2 * c) * x ** 3) / 3 - s * c * x * x + c * c * x;
    return bend ** 5 / 5 + F(1) - F(bend);
  };
  return minimise(error, [1, 0.2]).value;
}
