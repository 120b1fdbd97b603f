import { describe, expect, it } from 'vitest';
import { flowSentence } from '../../src/viz/describe-neurons.ts';
import type { Flow } from '../../src/viz/flow.ts';
import { signalFlowLayout } from '../../src/viz/signal-flow-layout.ts';
import { motif } from './motif.ts';

const WIDTHS = [260, 280, 619, 620, 1200];

describe('the flow through the asymmetric motif', () => {
  it('carries weight times signal on every line: E20’s interferences a² and 1/a² at a = 2', () => {
    const carried = (flow: Flow): Record<string, number> =>
      Object.fromEntries(signalFlowLayout(flow, { width: 700 }).edges.map((edge) => [edge.key, edge.carried]));
    expect(carried(motif(2, false, [1, 0]))).toEqual({ 'x1 A': 2, 'x2 A': -0, 'A y1': 1, 'A y2': 4 });
    expect(carried(motif(2, false, [0, -1]))).toEqual({ 'x1 A': 0, 'x2 A': 0.5, 'A y1': 0.25, 'A y2': 1 });
    expect(carried(motif(2, true, [1, 0]))).toMatchObject({ 'x1 B': 1, 'A y2': 4, 'B y2': -4 });
  });

  it('shows the interference as what lies between target and output, and none where neuron B inhibits it', () => {
    const [first, second] = signalFlowLayout(motif(2, false, [1, 0]), { width: 700 }).ledgers.outputs;
    expect([first.interference, second.interference]).toEqual([0, 4]);
    expect(second.afterX).toBeGreaterThan(second.wantedX);
    const inhibited = signalFlowLayout(motif(2, true, [1, 0]), { width: 700 }).ledgers.outputs[1];
    expect(inhibited.interference).toBe(0);
    expect(inhibited.afterX).toBe(inhibited.wantedX);
  });

  it('adds the neurons up from 0 to the sum before the ReLU, each from where the one before ended', () => {
    const flow = motif(1.5, true, [0.8, 0.9]);
    const { zero, outputs } = signalFlowLayout(flow, { width: 700 }).ledgers;
    outputs.forEach(({ contributions, beforeX, afterX }, i) => {
      expect(contributions[0].from).toBe(zero);
      expect(contributions[1].from).toBe(contributions[0].to);
      expect(contributions[1].to).toBeCloseTo(beforeX, 9);
      expect(contributions[0].value + contributions[1].value).toBeCloseTo(flow.output[i].before, 9);
      expect(afterX).toBeGreaterThanOrEqual(zero);
    });
    // x₂ > 0 drives output 2 below zero: what the ReLU clips lies left of 0.
    expect(outputs[1].beforeX).toBeLessThan(zero);
  });

  it('stands still while a slider moves, when it is given its axis', () => {
    const at = (a: number) =>
      signalFlowLayout(motif(a, false, [1, 0]), { width: 700, domain: [0, 16] }).ledgers.outputs[0];
    expect(at(1).wantedX).toBe(at(4).wantedX);
    expect(at(1).contributions[0].y).toBe(at(4).contributions[0].y);
  });

  it('stays inside and in reading order at every width, the ledgers under the flow on a phone', () => {
    for (const width of WIDTHS)
      for (const inhibited of [false, true]) {
        const { nodes, ledgers, height, radius } = signalFlowLayout(motif(2, inhibited, [0.8, -0.6]), { width });
        for (const { x, y, valueY } of nodes) {
          expect(x - radius).toBeGreaterThanOrEqual(0);
          expect(x + radius).toBeLessThanOrEqual(width);
          expect(Math.max(y + radius, valueY)).toBeLessThan(height);
          expect(Math.min(y - radius, valueY - 10)).toBeGreaterThan(0);
        }
        expect(ledgers.values).toBeLessThanOrEqual(width);
        expect(ledgers.bottom).toBeLessThanOrEqual(height);
        const flowRight = Math.max(...nodes.map(({ x }) => x + radius));
        const flowBottom = Math.max(...nodes.map(({ y }) => y + radius));
        if (width >= 620) expect(ledgers.words).toBeGreaterThan(flowRight + 20);
        else expect(ledgers.outputs[0].headY - 10).toBeGreaterThan(flowBottom);
      }
  });

  it('takes one neuron or two', () => {
    const flow = motif(2, false, [1, 0]);
    expect(() => signalFlowLayout({ ...flow, hidden: [] }, { width: 700 })).toThrow(RangeError);
    expect(() => signalFlowLayout({ ...flow, W: [1] }, { width: 700 })).toThrow(RangeError);
  });

  it('can be said in words, with what is clipped and what differs from the target', () => {
    expect(flowSentence(motif(2, false, [1, 0]))).toBe(
      'Inputs 1.00 and 0.00. Neuron A gives 2.00. Output 1 is 1.00 where 1.00 is wanted. ' +
        'Output 2 is 4.00 where 0.00 is wanted: interference 4.00.',
    );
    expect(flowSentence(motif(2, true, [0.5, 0.5]))).toContain('Output 2 is 0.00, clipped from −0.50 where 0.50');
  });
});
