/** The numbers of the page's text: from the theory, from the figure's own defaults. */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { share } from '../../../models/phase/grid.ts';
import { boundaryDensity, triplePoint } from '../../../models/theory/phase.ts';

export const values = figureDefaults('phase');

/** How many networks the map trains untouched. */
export const cellCount = values.cells * values.cells;
export const networkCount = cellCount * values.starts;

export { boundaryDensity, triplePoint };

/** Where on the map's axis of density S stands, 0 … 1: the knob under a word that sets it. */
export const densityAt = (S: number): number => clamped(share([1, values.pmin], 1 - S));

const clamped = (at: number): number => Math.max(0, Math.min(1, at));
