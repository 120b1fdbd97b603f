/** How the figure looks at what it has trained. */
import type { Plane } from '../../../models/neurons/rotate.ts';

/** The neurons that the reader turns into each other: the first two in canonical order. */
export const TURNED: Plane = [0, 1];

/** Non-empty samples on which it is measured what turning does to both losses, at every move of the slider: some milliseconds. */
export const TURN_SAMPLES = 1 << 11;

/** The densities of the paper's regimes (E18), as sparsities, from dense data to rare; the slider likes to rest there. */
export const DENSITY_STOPS: readonly number[] = [0.3, 0.7, 0.85, 0.88, 0.94, 0.96];

/** The density slider goes from every feature always present to one in a hundred. */
export const RAREST_S = 0.99;
