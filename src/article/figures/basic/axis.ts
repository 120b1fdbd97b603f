/** The figure's axis of density. */

/** Decimals of the densities that the slider sets, as significant digits: links stay short. */
export const DENSITY_DIGITS = 4;

/** The axis of density reaches at least this far. */
export const RAREST = 0.001;
