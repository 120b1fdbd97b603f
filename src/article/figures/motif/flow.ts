/** What runs through the motif: the hand-set network, run on one sample. */
import { FAMILIES } from '../../../models/families.ts';
import { forward } from '../../../models/neurons/forward.ts';
import { handSetMotif } from '../../../models/neurons/hand-set-motif.ts';
import type { Flow, OutputSignal } from '../../../viz/flow.ts';

/** @param a > 0 */
export function motifFlow(a: number, inhibited: boolean, input: readonly [number, number]): Flow {
  const network = handSetMotif(a, inhibited);
  const { pre, h, z, y } = forward(FAMILIES.absolute, network, input);
  const output = (i: 0 | 1): OutputSignal => ({ before: z[i], after: y[i], wanted: Math.abs(input[i]) });
  return {
    W: network.W,
    W2: network.W2,
    input,
    hidden: Array.from(h, (after, k) => ({ before: pre[k], after })),
    output: [output(0), output(1)],
  };
}
