import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { motifFlow } from '../../src/article/figures/motif/flow.ts';
import { keyOf } from '../../src/article/figures/motif/words.ts';
import SignalFlow from '../../src/viz/SignalFlow.svelte';

describe('the key of the motif', () => {
  it.each([
    ['untouched, with both outputs right', true, [1, 0], false],
    ['with nothing there', true, [0, 0], false],
    ['with an output that says too much', false, [1, 0], true],
    ['with both inputs there, and an output that says too little', true, [1, -0.5], true],
  ] as const)('names hatching where some is drawn: %s', (_, inhibited, input, hatched) => {
    const flow = motifFlow(2, inhibited, input);
    const { body } = render(SignalFlow, { props: { flow, named: true, width: 960, domain: [0, 10] } });
    expect(/<rect[^>]*fill="url\(/.test(body)).toBe(hatched);
    expect(keyOf(flow).includes('Hatched')).toBe(hatched);
  });
});
