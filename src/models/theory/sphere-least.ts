/**
 * The least energies of up to twelve points on circle and sphere: on the sphere Thomson's are the known ones, on the
 * circle those of the regular polygon. Those of features are the lowest that 80 to 200 descents from anywhere ended in;
 * up to two points for each dimension they are 0.
 */
import type { Repulsion } from './sphere-energy.ts';

/** From N = 2d + 1. */
const RELU: Readonly<Record<2 | 3, readonly number[]>> = {
  2: [
    ...[0.954915028125, 3, 5.43197756606, 7.80816892283, 10.686291501, 13.8196601125, 18.3898770659],
    ...[23.0075634169],
  ],
  3: [0.954915028125, 2.04383329436, 3.70588235294, 5.9561667057, 8.52269446207, 11.0974100968],
};

/** From N = 2. */
const THOMSON: readonly number[] = [
  ...[0.5, 1.73205080757, 3.67423461417, 6.47469149469, 9.98528137424, 14.4529774142, 19.6752878612, 25.7599865313],
  ...[32.7169494601, 40.5964505082, 49.1652530576],
];

/**
 * @param n 2 … 12
 * @param d 2 or 3
 */
export function leastEnergy(n: number, d: 2 | 3, repulsion: Repulsion): number {
  if (repulsion === 'relu') return n <= 2 * d ? 0 : RELU[d][n - 2 * d - 1];
  return d === 3 ? THOMSON[n - 2] : polygonEnergy(n);
}

/** Σ_{i<j} 1/‖u_i − u_j‖ of the regular polygon: two points k corners apart are 2 sin(πk/n) from each other. */
function polygonEnergy(n: number): number {
  let sum = 0;
  for (let k = 1; k < n; k++) sum += n / (4 * Math.sin((Math.PI * k) / n));
  return sum;
}
