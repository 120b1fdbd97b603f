/** What the plate says of the flow. */
import type { Flow } from '../../../viz/flow.ts';
import { FLOW_SEEN } from '../../../viz/flow.ts';
import { formatPlain } from '../../../viz/format.ts';

export interface Sentence {
  readonly finding: string;
  /** What follows the finding. */
  readonly after: string;
}

/** The key of the picture, of what is drawn now. */
export function keyOf({ output }: Flow): string {
  const lines = 'On a line: its weight, and in bold what it carries now.';
  const off = output.some(({ after, wanted }) => Math.abs(after - wanted) >= FLOW_SEEN);
  return off ? `${lines} Hatched: how far an output is from what is right.` : lines;
}

export function sentenceOf({ input: [x1, x2], output: [y1, y2] }: Flow, inhibited: boolean): Sentence {
  const [off1, off2] = [y1.after - y1.wanted, y2.after - y2.wanted];
  if (x1 === 0 && x2 === 0) return { finding: 'Nothing is there', after: ', and nothing comes out.' };
  const wrong = [off1, off2].filter((off) => Math.abs(off) >= FLOW_SEEN).length;
  if (wrong === 0) {
    const why = inhibited && x1 > 0 ? ': what neuron A adds to the second, neuron B takes away' : '';
    return { finding: 'Both outputs are right', after: `${why}.` };
  }
  const told = (name: string, { after, wanted }: Flow['output'][0]): string =>
    `${name} says ${formatPlain(after)} where ${formatPlain(wanted)} is right`;
  const each = [
    ...(Math.abs(off1) >= FLOW_SEEN ? [told('output 1', y1)] : []),
    ...(Math.abs(off2) >= FLOW_SEEN ? [told('output 2', y2)] : []),
  ];
  const together = x1 > 0 && x2 < 0 ? ' Both inputs are there at once, which rare features seldom are.' : '';
  const [first] = each[0];
  return { finding: `${first.toUpperCase()}${each.join(', ').slice(1)}`, after: `.${together}` };
}
