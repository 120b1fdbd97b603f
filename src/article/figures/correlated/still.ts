/**
 * The figure before any script runs: what `npm run stills` trained with the reader's own engine at the default setting.
 * It comes with the page, as the island's property, and not with its code.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { groupsOf, startKey, type Start } from '../starts/groups.ts';
import type { PartExperiment, Shown } from '../neurons/starts-figure.svelte.ts';
import { shownStill, type StillStart } from '../neurons/still.ts';
import { correlatedParts } from './parts.ts';

export interface CorrelatedStill {
  /** All starts at the default density. */
  readonly starts: readonly StillStart[];
  /** The best start at each density of the list. */
  readonly row: readonly StillStart[];
}

/** What still.json holds: the figure's still and, for the text, the best of three correlated pairs at each density. */
export interface CorrelatedRecord extends CorrelatedStill {
  readonly command: string;
  readonly collapse: readonly (StillStart & { readonly density: number })[];
}

export function stillParts({ starts, row }: CorrelatedStill): readonly Shown<'correlated'>[] {
  const [own, beside] = correlatedParts(figureDefaults('correlated'));
  return [allStarts(own, starts), shownStill(beside, row)];
}

function allStarts(part: PartExperiment<'correlated'>, starts: readonly StillStart[]): Shown<'correlated'> {
  const { problem, recipe } = part;
  const trained = starts.map(({ start, loss, theta }): [string, Start] => [
    startKey(problem.models[start]),
    { start, loss, theta: Float32Array.from(theta) },
  ]);
  return { ...part, groups: groupsOf(problem.models, new Map(trained)), step: recipe.steps };
}
