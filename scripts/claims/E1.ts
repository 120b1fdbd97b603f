/** E1: five features in two dimensions, importances .9^i. */
import { applyFrame, canonicalFrame } from '../../src/models/geometry/align.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { branchMinimum, lowestShape, type Branch } from './branches.ts';
import { lineRoot, secantRoot } from './crossing.ts';
import type { ClaimDefinition, ExperimentDefinition, Measurement } from './definition.ts';
import { linkTo, setting, type Setting } from './setting.ts';
import { shapeName } from './shape-name.ts';
import { exact, within } from './tolerance.ts';
import { bestOf, startsOf, type TrainedStart } from './train.ts';

const STARTS = 32;
/** At p = 1 a third feature, which is not needed, takes some 3000 steps to go. */
const STEPS = 4000;

/** The same recipe as the hero's, longer and from more starts. */
const at = (density: number): Setting<'hero'> =>
  setting('hero', { S: densityOf(density), starts: STARTS, steps: STEPS });
const settingsAt = (density: number): ModelSettings => toProblem('hero', at(density).values).problem.models[0];

export const E1: ExperimentDefinition = {
  id: 'E1',
  title: 'Five features, two dimensions',
  protocol: `Each model is trained from ${STARTS} starts of ${STEPS} steps, and the one of the lowest exact loss is measured. Theory is that exact loss minimised without any training, from each of the three shapes in every arrangement of the features.`,
  claims: [
    geometry({
      density: 1,
      shape: 'two orthogonal',
      statement:
        'At density 1, sparsity 0, the two most important features stand at right angles; the others are left out.',
    }),
    geometry({
      density: 0.2,
      shape: 'two digons',
      statement:
        'At density 0.2, sparsity 0.8, the four most important form two opposite pairs (digons) at right angles; the fifth is left out.',
    }),
    geometry({
      density: 0.1,
      shape: 'pentagon',
      statement: 'At density 0.1, sparsity 0.9, all five are represented, as a pentagon.',
    }),
    {
      id: 'E1.crossover',
      source: 'Exact loss; the paper shows the pairs at density 0.2 and the pentagon at 0.1',
      statement: 'The density at which the best two pairs and the best pentagon are equally good.',
      paper: null,
      theory: theoryCrossing,
      tolerance: within(0.005),
      link: linkTo(at(0.16)),
      measure: measureCrossing,
    },
  ],
};

interface Shown {
  readonly density: number;
  readonly shape: Branch;
  readonly statement: string;
}

function geometry({ density, shape, statement }: Shown): ClaimDefinition {
  return {
    id: `E1.geometry.p=${density}`,
    source: 'Elhage et al. 2022, figure of the introduction',
    statement,
    paper: shape,
    theory: () => lowestShape(settingsAt(density)),
    tolerance: exact,
    link: linkTo(at(density)),
    async measure(): Promise<Measurement> {
      const best = await bestOf(at(density), { family: 'relu' });
      return { value: shapeName(best.geometry), picture: pictureOf(best) };
    },
  };
}

/** Decimals enough to draw. */
const DRAWN = 4;

function pictureOf({ n, m, W, settings: { importance } }: TrainedStart): Measurement['picture'] {
  const turned = applyFrame(W, canonicalFrame(W, n, m, importance));
  return { n, m, W: Array.from(turned, (w) => Number(w.toFixed(DRAWN))), importance };
}

/** Densities on both sides of the crossing, near enough for a straight line through the losses' difference. */
const COMPARED = [0.14, 0.15, 0.16, 0.17, 0.18];

async function measureCrossing(): Promise<Measurement> {
  const gaps: [number, number][] = [];
  for (const density of COMPARED) {
    const starts = await startsOf(at(density), { family: 'relu' });
    const loss = (shape: Branch): number =>
      starts.find(({ geometry: found }) => shapeName(found) === shape)?.loss ?? NaN;
    gaps.push([density, loss('two digons') - loss('pentagon')]);
  }
  return { value: lineRoot(gaps) };
}

function theoryCrossing(): number {
  const gap = (density: number): number => {
    const settings = settingsAt(density);
    return branchMinimum(settings, 'two digons').value - branchMinimum(settings, 'pentagon').value;
  };
  return secantRoot(gap, COMPARED[0], COMPARED[COMPARED.length - 1], 1e-4);
}
