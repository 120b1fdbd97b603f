/**
 * Mean and variance of one sparse feature: 0 with probability 1 − p, else a value by its law (problem.ts), U[0, 1] where
 * none is named.
 *
 * v(p) = p μ₂ − p² μ₁² – p/3 − p²/4 for U[0, 1] – is the cost of not reading a feature of importance 1 (its best constant
 * guess is its mean), the unit in which every closed form of the paper's storage models is written.
 */
import type { ValueLaw } from '../problem.ts';
import { VALUE_MOMENTS } from './value-law.ts';

export const featureMean = (density: number, law: ValueLaw = 'uniform'): number => density * VALUE_MOMENTS[law].mean;

/** v(p); of U[0, 1] in [0, 1/9], the largest at p = 2/3: a dense feature costs less to ignore than one at p = 2/3. */
export const featureVariance = (density: number, law: ValueLaw = 'uniform'): number =>
  density * VALUE_MOMENTS[law].square - featureMean(density, law) ** 2;
