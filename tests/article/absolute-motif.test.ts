import { describe, expect, it } from 'vitest';
import { foundFlow, motifNeurons } from '../../src/article/figures/absolute/found-motif.ts';
import { viewOfNetwork } from '../../src/article/figures/neurons/network.ts';
import { cutOut } from '../../src/models/neurons/cut-out.ts';
import { asymmetricMotifs } from '../../src/models/neurons/motif.ts';
import { flowSentence } from '../../src/viz/describe-neurons.ts';
import { signalFlowLayout } from '../../src/viz/signal-flow-layout.ts';

/**
 * The motif with a = 2 hidden among bystanders: features 1 and 3 (of four) on neuron 2 (of three), neuron 0 inhibits,
 * neuron 1 has feature 0 to itself.
 */
const n = 4;
const m = 3;
const network = { W: new Float64Array(n * m), W2: new Float64Array(n * m), b: new Float64Array(n) };
for (const [weights, feature, neuron, value] of [
  ['W', 1, 2, 2],
  ['W', 3, 2, -0.5],
  ['W2', 1, 2, 0.5],
  ['W2', 3, 2, 2],
  ['W', 1, 0, 1],
  ['W2', 3, 0, -4],
  ['W', 0, 1, 1],
  ['W2', 0, 1, 1],
] as const)
  network[weights][feature * m + neuron] = value;

const [motif] = asymmetricMotifs(network);

describe('the motif found in a network', () => {
  it('is cut out with its own features and neurons, and nothing of the others', () => {
    const { W, W2, b } = cutOut(network, [1, 3], [2, 0]);
    expect([W, W2, b]).toEqual([
      [2, 1, -0.5, 0],
      [0.5, 0, 2, -4],
      [0, 0],
    ]);
  });

  it('carries a² to the second output where the first feature is there, and the inhibitor takes it away', () => {
    const flow = foundFlow(network, motif, 'first');
    expect(flow.input).toEqual([1, 0]);
    const carried = Object.fromEntries(
      signalFlowLayout(flow, { width: 700 }).edges.map((edge) => [edge.key, edge.carried]),
    );
    expect(carried).toMatchObject({ 'A y2': 4, 'B y2': -4, 'A y1': 1 });
    expect(flow.output.map(({ after }) => after)).toEqual([1, 0]);
  });

  it('disturbs the first output by 1/a² only where the second is there, on the side that its neuron serves', () => {
    const flow = foundFlow(network, motif, 'second');
    expect(flow.input).toEqual([0, -1]);
    expect(flow.output.map(({ after }) => after)).toEqual([0.25, 1]);
  });

  it('names features and outputs as the whole network does', () => {
    const flow = foundFlow(network, motif, 'second');
    expect(signalFlowLayout(flow, { width: 700 }).nodes.map(({ letter, index }) => letter + (index ?? ''))).toEqual([
      'x2',
      'x4',
      'A',
      'B',
      'y2',
      'y4',
    ]);
    expect(flowSentence(flow)).toMatch(
      /Output 2 is 0\.25 where 0\.00 is wanted: interference 0\.25\. Output 4 is 1\.00/,
    );
  });

  it('keeps the superposition that its features have in the whole network', () => {
    const view = viewOfNetwork(network, [1, 1, 1, 1]);
    const part = motifNeurons(view, motif);
    expect([part.m, part.kinds]).toEqual([2, [view.kinds[2], view.kinds[0]]]);
    expect(part.metrics).toBe(view.metrics);
    expect(Array.from(part.W).slice(2, 4)).toEqual([2, 1]);
  });
});
