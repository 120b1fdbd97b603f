/**
 * The figure before any script runs: what `npm run stills` trained and computed at the default setting. It comes with the
 * page, as the island's property, and not with its code.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import type { OddCurves } from '../../../models/theory/odd-curves.ts';
import type { OddDot } from '../../../viz/odd-curves-layout.ts';
import { groupsOf, startKey, type Start } from '../starts/groups.ts';
import type { Shown } from '../neurons/starts-figure.svelte.ts';
import type { StillStart } from '../neurons/still.ts';
import { perturbedParts } from './parts.ts';

export interface PerturbedStill {
  /** All starts at the default relative density. */
  readonly starts: readonly StillStart[];
  readonly curves: OddCurves;
  /** The starts at the relative densities of the sweep. */
  readonly dots: readonly OddDot[];
}

/** What still.json holds: the figure's still and, for the text, where the branches cross at other densities. */
export interface PerturbedRecord extends PerturbedStill {
  readonly command: string;
  readonly crossings: readonly { readonly base: number; readonly crossing: number }[];
}

export function stillParts({ starts }: PerturbedStill): readonly Shown<'perturbed'>[] {
  const [part] = perturbedParts(figureDefaults('perturbed'));
  const { problem, recipe } = part;
  const trained = starts.map(({ start, loss, theta }): [string, Start] => [
    startKey(problem.models[start]),
    { start, loss, theta: Float32Array.from(theta) },
  ]);
  return [{ ...part, groups: groupsOf(problem.models, new Map(trained)), step: recipe.steps }];
}
