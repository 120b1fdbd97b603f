/**
 * Mean and variance of one sparse feature: 0 with probability 1 − p, else U[0, 1].
 *
 * v(p) = p/3 − p²/4 is the cost of not reading a feature of importance 1 (its best constant guess is p/2), the unit in
 * which every closed form of the paper's storage models is written.
 */
export const featureMean = (density: number): number => density / 2;

/** v(p), in [0, 1/9]; the largest value is at p = 2/3, so a dense feature costs less to ignore than one at p = 2/3. */
export const featureVariance = (density: number): number => density / 3 - (density * density) / 4;
