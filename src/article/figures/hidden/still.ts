/**
 * The figure before any script runs: what `npm run stills` trained with the reader's own engine at the default setting.
 * It comes with the page, as the island's property, and not with its code.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import type { Shown } from '../neurons/starts-figure.svelte.ts';
import { shownStill, type StillStart } from '../neurons/still.ts';
import { hiddenParts } from './parts.ts';

export interface HiddenStill {
  readonly model: StillStart;
  readonly linear: StillStart;
}

/** What still.json holds: the figure's models and, for the text, the best one at each of the paper's densities. */
export interface HiddenRecord extends HiddenStill {
  readonly command: string;
  readonly regimes: readonly (StillStart & { readonly S: number })[];
}

/** The figure's own model and the linear one beside it. */
export function stillParts({ model, linear }: HiddenStill): readonly Shown<'hidden'>[] {
  const [own, beside] = hiddenParts(figureDefaults('hidden'));
  return [shownStill(own, [model]), shownStill(beside, [linear])];
}
