/** The asymmetric motif as a trained network has it (E20): its two neurons, and what runs through them by themselves. */
import { FAMILIES } from '../../../models/families.ts';
import { cutOut } from '../../../models/neurons/cut-out.ts';
import { forward, type Network } from '../../../models/neurons/forward.ts';
import type { Motif } from '../../../models/neurons/motif.ts';
import type { Flow, OutputSignal } from '../../../viz/flow.ts';
import type { NeuronView } from '../../../viz/neuron-view.ts';

/** Which of the motif's two features are there. */
export type Present = 'first' | 'second' | 'both';

/** @param network of the family `absolute`, as the motif was found in it */
export function foundFlow(network: Network, { neuron, inhibitor, first, second }: Motif, present: Present): Flow {
  const part = cutOut(network, [first.feature, second.feature], [neuron, inhibitor]);
  const input = [present === 'second' ? 0 : first.side, present === 'first' ? 0 : second.side] as const;
  const { pre, h, z, y } = forward(FAMILIES.absolute, part, input);
  const output = (i: 0 | 1): OutputSignal => ({ before: z[i], after: y[i], wanted: Math.abs(input[i]) });
  return {
    W: part.W,
    W2: part.W2,
    input,
    hidden: Array.from(h, (after, k) => ({ before: pre[k], after })),
    output: [output(0), output(1)],
    features: [first.feature, second.feature],
  };
}

/** The two neurons of the motif and nothing else; the features keep the colours that they have in the whole network. */
export function motifNeurons(view: NeuronView, { neuron, inhibitor }: Motif): NeuronView {
  const all = Array.from({ length: view.n }, (_, i) => i);
  const { W, W2 } = cutOut(view, all, [neuron, inhibitor]);
  return { ...view, m: 2, W, W2, kinds: [view.kinds[neuron], view.kinds[inhibitor]] };
}
