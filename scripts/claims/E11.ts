/** E11: five features in two dimensions, one of them rarer than the others. */
import { readOdd } from '../../src/models/geometry/odd.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { oddCurves, type OddCurves } from '../../src/models/theory/odd-curves.ts';
import { ODD, oddMinimum } from '../../src/models/theory/odd-feature.ts';
import { lineRoot } from './crossing.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { graded, within } from './tolerance.ts';
import { startsOf, type TrainedStart } from './train.ts';

const PERTURBED = 'Elhage et al. 2022, “Perturbing a single feature”';
const STARTS = 32;
const STEPS = 2000;
const FEATURE = 0;

const at = (ratio: number): Setting<'perturbed'> => setting('perturbed', { ratio, starts: STARTS, steps: STEPS });
const base = densityOf(at(1).values.S);

/** Relative densities between which the branches cross, and on both sides of it. */
const AROUND = [0.24, 0.26, 0.28, 0.3];
/** What the paper gives. */
const PAPER = 1 / 2.5;
const NEAR = 0.01;

export const E11: ExperimentDefinition = {
  id: 'E11',
  title: 'One feature rarer than the others',
  protocol: `Five equally important features in two dimensions, four of density ${base} and one of another, relative to theirs. ${STARTS} starts of ${STEPS} steps; those that keep all five features are one branch, those of two opposite pairs the other, and of each the start of the lowest loss is measured. Theory minimises the exact loss of each arrangement without any training.`,
  claims: [
    ...[1, 0.6, 0.3].map((ratio): ClaimDefinition => ({
      id: `E11.row.ratio=${ratio}`,
      source: `${PERTURBED}: how the pentagon deforms; exact loss`,
      statement: `At ${ratio === 1 ? 'equal density' : `${ratio} times the others’ density`}: the angle between the feature and its neighbours in the pentagon, its length and theirs, and the loss, with that of two opposite pairs where a start ends there.`,
      paper: null,
      theory: () => theoryRow(ratio),
      tolerance: graded('0.5° in angle, 1 % in lengths and losses', (expected) =>
        expected > 10 ? 0.5 : 0.01 * expected,
      ),
      by: 'quantity',
      link: linkTo(at(ratio)),
      measure: async () => ({ value: await trainedRow(ratio) }),
    })),
    {
      id: 'E11.crossover',
      source: `${PERTURBED}: the pentagon gives way where the feature is about 2.5 times sparser; exact loss`,
      statement: `The relative density below which two opposite pairs without the feature lose less than the pentagon, the others’ being ${base}.`,
      paper: PAPER,
      theory: () => crossing(),
      tolerance: within(NEAR),
      saidIn: 'geometry.html#one-feature-differs',
      link: linkTo(at(0.27)),
      measure: async () => ({ value: await trainedCrossing() }),
    },
  ],
};

function rowOf(theta: ArrayLike<number>, loss: number): Record<string, number> {
  const numbers = Array.from(theta);
  const { angle, odd, neighbours } = readOdd(numbers.slice(0, ODD.n * ODD.m), numbers.slice(ODD.n * ODD.m), FEATURE);
  return { angle, 'its length': odd.norm, 'their length': neighbours.norm, pentagon: loss };
}

function theoryRow(ratio: number): Record<string, number> {
  const { theta, loss } = oddMinimum('pentagon', base, ratio);
  return { ...rowOf(theta, loss), 'two pairs': oddMinimum('pairs', base, ratio).loss };
}

/** The best start of each branch, if any ends there. */
async function branches(ratio: number): Promise<{ readonly pentagon?: TrainedStart; readonly pairs?: TrainedStart }> {
  const starts = await startsOf(at(ratio), { family: 'relu' });
  const pentagon = starts.find(({ W, b }) => readOdd(W, b, FEATURE).kept === ODD.n);
  const pairs = starts.find(({ geometry }) => geometry.kind === 'digons');
  return { ...(pentagon && { pentagon }), ...(pairs && { pairs }) };
}

async function trainedRow(ratio: number): Promise<Record<string, number>> {
  const { pentagon, pairs } = await branches(ratio);
  if (!pentagon) return {};
  return { ...rowOf(pentagon.theta, pentagon.loss), ...(pairs && { 'two pairs': pairs.loss }) };
}

function crossing(): number {
  const steps = oddCurves(base, [1, 0.8, 0.65, 0.5, 0.4, 0.33, 0.25]);
  let step: IteratorResult<void, OddCurves> = steps.next();
  while (!step.done) step = steps.next();
  return step.value.crossing ?? NaN;
}

/** Where the straight line through the gaps of the trained branches' losses is zero. */
async function trainedCrossing(): Promise<number> {
  const gaps: [number, number][] = [];
  for (const ratio of AROUND) {
    const { pentagon, pairs } = await branches(ratio);
    if (pentagon && pairs) gaps.push([ratio, pentagon.loss - pairs.loss]);
  }
  return lineRoot(gaps);
}
