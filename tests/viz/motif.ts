/** E20's motif run by hand, in float64. */
import type { Flow, Signal } from '../../src/viz/flow.ts';

const relu = (before: number): Signal => ({ before, after: Math.max(0, before) });

/** Neuron A reads (a, −1/a) and writes (1/a, a); neuron B, where asked for, reads x₁ and writes −a² to output 2. */
export function motif(a: number, inhibited: boolean, [x1, x2]: readonly [number, number]): Flow {
  const A = relu(a * x1 - x2 / a);
  const B = relu(x1);
  const taken = inhibited ? a * a * B.after : 0;
  return {
    W: inhibited ? [a, 1, -1 / a, 0] : [a, -1 / a],
    W2: inhibited ? [1 / a, 0, a, -a * a] : [1 / a, a],
    input: [x1, x2],
    hidden: inhibited ? [A, B] : [A],
    output: [
      { ...relu(A.after / a), wanted: Math.abs(x1) },
      { ...relu(a * A.after - taken), wanted: Math.abs(x2) },
    ],
  };
}
