/**
 * The still of figure `perturbed`: all starts at the default relative density and at those of the sweep, the branches'
 * losses, and for the text where they cross at other densities.
 */
import { dotOf, foundOf } from '../../src/article/figures/perturbed/found.ts';
import { perturbedParts } from '../../src/article/figures/perturbed/parts.ts';
import { CURVE_RATIOS, SWEEP_RATIOS } from '../../src/article/figures/perturbed/protocol.ts';
import type { PerturbedRecord } from '../../src/article/figures/perturbed/still.ts';
import { densityOf } from '../../src/models/parameters/density.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { reachesRatio } from '../../src/models/parameters/geometry-problem.ts';
import { oddCurves, type OddCurves } from '../../src/models/theory/odd-curves.ts';
import { allStarts } from './best-starts.ts';

/** Of what is drawn. */
const DIGITS = 4;
const short = (value: number): number => Number(value.toPrecision(DIGITS));

/** Densities of the other features at which the text says where the branches cross. */
const BASES = [0.02, 0.05, 0.1];

export async function perturbedStill(): Promise<PerturbedRecord> {
  const values = figureDefaults('perturbed');
  const [part] = perturbedParts(values);
  const [starts] = await allStarts(part);
  const dots: PerturbedRecord['dots'][number][] = [];
  for (const ratio of SWEEP_RATIOS) {
    const [each] = perturbedParts({ ...values, ratio });
    const [{ importance }] = each.problem.models;
    for (const { theta, loss, start } of (await allStarts(each))[0]) {
      const dot = dotOf(foundOf(theta, importance, loss, start), ratio);
      dots.push({ ...dot, superposition: short(dot.superposition), norm: short(dot.norm) });
    }
  }
  const curves = curvesAt(densityOf(values.S));
  return {
    command: 'npm run stills',
    starts,
    dots,
    curves: {
      ...curves,
      points: curves.points.map(({ ratio, pentagon, pairs }) => ({
        ratio,
        pentagon: pentagon === null ? null : short(pentagon),
        pairs: short(pairs),
      })),
    },
    crossings: BASES.flatMap((base) => {
      const { crossing } = curvesAt(base);
      return crossing === null ? [] : [{ base, crossing: short(crossing) }];
    }),
  };
}

function curvesAt(base: number): OddCurves {
  const steps = oddCurves(
    base,
    CURVE_RATIOS.filter((ratio) => reachesRatio(base, ratio)),
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
