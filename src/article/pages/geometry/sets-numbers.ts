/** The numbers of the sections on an odd feature and on sets of features: from the recorded models and the figures' defaults. */
import { densityOf } from '../../../models/parameters/density.ts';
import { FIGURES, figureDefaults } from '../../../models/parameters/figures.ts';
import { positionOf } from '../../../models/parameters/scale.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import { foundOf as foundSets, principalOf, type Found as FoundSets } from '../../figures/correlated/found.ts';
import { correlatedParts } from '../../figures/correlated/parts.ts';
import { PRESETS } from '../../figures/correlated/presets.ts';
import recordedSets from '../../figures/correlated/still.json' with { type: 'json' };
import type { CorrelatedRecord } from '../../figures/correlated/still.ts';
import recordedOdd from '../../figures/perturbed/still.json' with { type: 'json' };
import type { PerturbedRecord } from '../../figures/perturbed/still.ts';

const { command: _, crossings, ...odd }: PerturbedRecord = recordedOdd;

/** What the island of the odd feature is given. */
export const oddStill = odd;
export const oddValues = figureDefaults('perturbed');
/** Density of the others. */
export const oddBase = densityOf(oddValues.S);

/** Where both branches lose the same at some density of the others. */
export function crossingAt(base: number): number {
  const found = crossings.find((each) => each.base === base);
  if (!found) throw new RangeError(`No crossing at density ${base} is recorded: run \`npm run stills\`.`);
  return found.crossing;
}

/** Of the starts recorded at the relative density that is nearest to this one, how many left the odd feature out. */
export function leftOutAt(ratio: number): { readonly ratio: number; readonly left: number; readonly of: number } {
  const nearest = odd.dots.reduce((best, dot) =>
    Math.abs(Math.log(dot.ratio / ratio)) < Math.abs(Math.log(best.ratio / ratio)) ? dot : best,
  ).ratio;
  const there = odd.dots.filter((dot) => dot.ratio === nearest);
  return { ratio: nearest, left: there.filter(({ kept }) => kept < oddValues.n).length, of: there.length };
}

/** Where on the figure's slider a relative density stands, 0 … 1: the knob under a word that sets it. */
export const ratioAt = (ratio: number): number => positionOf(FIGURES.perturbed.parameters.ratio, ratio);

const { command: __, collapse, ...together }: CorrelatedRecord = recordedSets;

/** What the island of the features in sets is given. */
export const setsStill = together;
export const setsValues = figureDefaults('correlated');

/** The best of three correlated pairs at one density. */
export interface Collapse {
  readonly density: number;
  readonly found: FoundSets;
  readonly settings: ModelSettings;
}

/** From rare to dense. */
export const collapses: readonly Collapse[] = collapse.map(({ density, loss, start, theta }) => {
  const [{ problem }] = correlatedParts({ ...setsValues, ...PRESETS.three.values, S: densityOf(density) });
  const [settings] = problem.models;
  return { density, found: foundSets(settings, theta, { loss, start }), settings };
});

const densest = collapses[collapses.length - 1];
/** What the densest of them comes to resemble. */
export const collapsePrincipal = principalOf(densest.settings, densest.found);

/** The recorded densities at which so many of the sets have collapsed, from rare to dense. */
export const densitiesWith = (collapsed: number): number[] =>
  collapses.filter(({ found }) => found.reading.collapsed === collapsed).map(({ density }) => density);
