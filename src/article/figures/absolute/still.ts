/**
 * The figure before any script runs: what `npm run stills` trained with the reader's own engine at the default setting.
 * It comes with the page, as the island's property, and not with its code.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import type { Shown } from '../neurons/starts-figure.svelte.ts';
import { shownStill, type StillStart } from '../neurons/still.ts';
import { absoluteParts } from './parts.ts';

export interface AbsoluteStill {
  /** One for each density of the default setting. */
  readonly models: readonly StillStart[];
}

export const stillParts = ({ models }: AbsoluteStill): readonly Shown<'absolute'>[] =>
  absoluteParts(figureDefaults('absolute')).map((part) => shownStill(part, models));

/** What a network computes, counted. */
export interface Computed {
  /** Neurons of one feature and of several. */
  readonly monosemantic: number;
  readonly polysemantic: number;
  /** Features computed on both sides of zero, and on one. */
  readonly both: number;
  readonly one: number;
  /** Loss as a share of reading nothing. */
  readonly share: number;
}

/** What still.json holds: the figure's network and, for the text, what was found at each density of the paper's sweep. */
export interface AbsoluteRecord extends AbsoluteStill {
  readonly command: string;
  readonly sweep: readonly {
    readonly density: number;
    /** From a start with the most important features set by hand, a longer run. */
    readonly handSet: Computed;
    /** From a random start, as the figure trains it. */
    readonly random: Computed;
  }[];
}
