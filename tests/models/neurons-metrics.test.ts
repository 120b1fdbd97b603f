import { describe, expect, it } from 'vitest';
import { basisAlignment } from '../../src/models/neurons/basis-alignment.ts';
import { arrangeNeurons, canonicalNeurons } from '../../src/models/neurons/canonical.ts';
import { MONOSEMANTIC, neuronMetrics } from '../../src/models/neurons/metrics.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';

const noise = (length: number, seed = 1): number[] =>
  Array.from({ length }, (_, j) => normalAt(streamKey(seed, 0, 0, 'init'), j));

/** Columns of a matrix as they stand. */
const columns = (rows: ArrayLike<number>, m: number): number[][] =>
  Array.from({ length: m }, (_, k) => Array.from(rows).filter((_, at) => at % m === k));

describe('a neuron', () => {
  it('is monosemantic when one feature has the share of its weights that makes it so, whatever the sign', () => {
    // Three features, columns: all of feature 1; a share of just MONOSEMANTIC; just less; three alike.
    const rest = (1 - MONOSEMANTIC) / 2;
    const W = [0, rest, 0.31, 1, -2, MONOSEMANTIC, 0, -1, 0, rest, MONOSEMANTIC - 0.01, 1];
    const { neurons, monosemantic, polysemantic } = neuronMetrics(W, 3, 4);
    expect(neurons.map(({ kind }) => kind)).toEqual(['monosemantic', 'monosemantic', 'polysemantic', 'polysemantic']);
    expect(neurons.map(({ feature }) => feature)).toEqual([1, 1, 2, 0]);
    expect(neurons[0].share).toBe(1);
    expect(neurons[1].share).toBeCloseTo(MONOSEMANTIC, 12);
    expect(neurons[3].share).toBeCloseTo(1 / 3, 12);
    expect([monosemantic, polysemantic]).toEqual([2, 2]);
  });

  it('is unused when it reads or writes next to nothing, and counts as neither', () => {
    const reads = [0.4, 3, 0, 0.01, 0, 0];
    expect(neuronMetrics(reads, 2, 3).neurons.map(({ kind }) => kind)).toEqual(['unused', 'monosemantic', 'unused']);
    const writes = [0.9, 0.01, 0, 0, 0.01, 0];
    const { neurons, monosemantic, polysemantic } = neuronMetrics(reads, 2, 3, writes);
    expect(neurons.map(({ kind }) => kind)).toEqual(['monosemantic', 'unused', 'unused']);
    expect([monosemantic, polysemantic]).toEqual([1, 0]);
    expect(neurons[2].share).toBe(0);
  });

  it('is what it is at any scale: reading more and writing less changes nothing', () => {
    const [n, m] = [6, 4];
    const [W, W2] = [noise(n * m), noise(n * m, 2)];
    const scale = [0.01, 3, 40, 0.5];
    const scaled = neuronMetrics(
      W.map((w, at) => w * scale[at % m]),
      n,
      m,
      W2.map((w, at) => w / scale[at % m]),
    );
    const plain = neuronMetrics(W, n, m, W2);
    scaled.neurons.forEach(({ share, ...rest }, k) => {
      const { share: expected, ...same } = plain.neurons[k];
      expect(rest).toEqual(same);
      expect(share).toBeCloseTo(expected, 12);
    });
  });
});

describe('the canonical order of neurons', () => {
  it('puts monosemantic ones first and unused ones last, each kind by its most important feature', () => {
    // Columns: 0 unused, 1 both 1 and 2, 2 feature 2 alone, 3 both 0 and 2, 4 feature 0 alone.
    const W = [0, 0, 0, 0.8, 1, 0, 0.9, 0, 0.05, 0, 0, -1, 1, 1, 0];
    expect(canonicalNeurons(W, 3, 5).order).toEqual([4, 2, 3, 1, 0]);
    expect(canonicalNeurons(W, 3, 5, { importance: [0.1, 0.2, 0.9] }).order).toEqual([2, 4, 3, 1, 0]);
  });

  it('puts the neuron of x > 0 before that of x < 0, and lets the next feature decide between equals', () => {
    const W = [-1, 1, 1, 0, 0, -0.9, 0, 0.9, 0, 0, 0, 0];
    // Columns: (−1, 0, 0) (1, −.9, 0) (1, 0, 0) (0, .9, 0)
    expect(canonicalNeurons(W, 3, 4).order).toEqual([2, 0, 3, 1]);
  });

  it('does not depend on the order it is given in, and arranges what belongs together alike', () => {
    const [n, m] = [8, 5];
    const [W, W2, c] = [noise(n * m), noise(n * m, 2), noise(m, 3)];
    const shuffled = { order: [3, 0, 4, 1, 2], signs: [1, 1, 1, 1, 1] } as const;
    const arrangement = canonicalNeurons(W, n, m, { W2 });
    const other = canonicalNeurons(arrangeNeurons(W, shuffled), n, m, { W2: arrangeNeurons(W2, shuffled) });
    for (const rows of [W, W2, c])
      expect(arrangeNeurons(arrangeNeurons(rows, shuffled), other)).toEqual(arrangeNeurons(rows, arrangement));
    const together = columns([...W, ...W2, ...c], m);
    expect(
      columns(
        [W, W2, c].flatMap((rows) => [...arrangeNeurons(rows, arrangement)]),
        m,
      ),
    ).toEqual(arrangement.order.map((k) => together[k]));
  });

  it('turns signs in a linear layer only, so that WᵀW stays and a ReLU’s neurons keep their side', () => {
    const [n, m] = [6, 4];
    const W = noise(n * m);
    expect(canonicalNeurons(W, n, m).signs).toEqual([1, 1, 1, 1]);
    const flipped = W.map((w, at) => (at % m === 2 || at % m === 0 ? -w : w));
    const linear = (rows: number[]): Float64Array =>
      arrangeNeurons(rows, canonicalNeurons(rows, n, m, { linear: true }));
    expect(linear(flipped)).toEqual(linear(W));
    expect(linear(W)).not.toEqual(arrangeNeurons(W, canonicalNeurons(W, n, m)));
  });
});

describe('the alignment with the basis', () => {
  it('is 1 along an axis, 1/√2 on a diagonal of two, and 1/√m on the diagonal of all', () => {
    const { features, mean } = basisAlignment([0, -2, 0, 1, 0, 1, 1, -1, 1, 0, 0, 0], 4, 3);
    expect(features[0]).toBe(1);
    expect(features[1]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(features[2]).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(features[3]).toBe(0);
    expect(mean).toBeCloseTo((1 + Math.SQRT1_2 + 1 / Math.sqrt(3)) / 3, 12);
  });

  it('leaves features that are hardly there out of the mean', () => {
    expect(basisAlignment([0, 1, 0.3, 0.3], 2, 2).mean).toBe(1);
    expect(basisAlignment([0, 0.1], 1, 2).mean).toBeNaN();
  });
});
