/** How the figure looks at what it has trained. */
import { densityOf } from '../../../models/parameters/density.ts';
import { figureDefaults } from '../../../models/parameters/figures.ts';

/** The density slider goes from every set always present to one in a hundred. */
export const RAREST_S = 0.99;

/** The densities of the row, as sparsities: the slider likes to rest there. */
export const DENSITY_STOPS: readonly number[] = figureDefaults('correlated').p.map(densityOf);
