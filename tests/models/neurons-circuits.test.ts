import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/models/families.ts';
import { absoluteCircuit } from '../../src/models/neurons/absolute-circuit.ts';
import { rescaleForDisplay } from '../../src/models/neurons/display-scale.ts';
import { forward } from '../../src/models/neurons/forward.ts';
import { handSetMotif } from '../../src/models/neurons/hand-set-motif.ts';
import { asymmetricMotifs } from '../../src/models/neurons/motif.ts';

/** ReLU(+x_i) and ReLU(−x_i) for each of three features, at odd scales: neuron 2i reads x_i > 0, 2i + 1 the other side. */
function wholeCircuit(): { W: number[]; W2: number[]; b: number[] } {
  const [n, m] = [3, 6];
  const [W, W2] = [new Array<number>(n * m).fill(0), new Array<number>(n * m).fill(0)];
  for (let k = 0; k < m; k++) {
    const scale = 0.5 + k;
    const at = (k >> 1) * m + k;
    W[at] = k & 1 ? -scale : scale;
    W2[at] = 1 / scale;
  }
  return { W, W2, b: [0, 0, 0] };
}

describe('the circuit of the absolute value', () => {
  it('is recognised at any scale, with the neurons of each side', () => {
    const { features, exact, shared, bystanders } = absoluteCircuit(wholeCircuit());
    expect([exact, shared, bystanders]).toEqual([true, [], []]);
    for (const { feature, positive, negative, computed, sharesWith } of features) {
      expect(positive).toEqual({ neurons: [2 * feature], gain: 1 });
      expect(negative).toEqual({ neurons: [2 * feature + 1], gain: 1 });
      expect([computed, sharesWith]).toEqual(['both', []]);
    }
  });

  it('may take several neurons for a side, and leave some unused', () => {
    const { W, W2, b } = wholeCircuit();
    // Neuron 5 joins neuron 0; feature 2 keeps its positive side alone.
    [W[5], W2[5], W[17], W2[17]] = [2, 0.25, 0, 0];
    W2[0] = 1;
    const { features, exact } = absoluteCircuit({ W, W2, b });
    expect(features[0].positive).toEqual({ neurons: [0, 5], gain: 1 });
    expect(features.map(({ computed }) => computed)).toEqual(['both', 'both', 'one']);
    expect(exact).toBe(false);
    W2[5] = 0;
    expect(absoluteCircuit({ W, W2, b }).bystanders).toEqual([5]);
  });

  it.each([
    ['a gain is 6 % off', 'W2', 0, 2 * 1.06],
    ['a bias is .06', 'b', 1, 0.06],
    ['a neuron reads another feature', 'W', 6, 0.06 * 0.5],
    ['a neuron writes another feature', 'W2', 6, -0.06 / 0.5],
  ] as const)('is not exact when %s, and is when that is a little less', (_, part, at, value) => {
    const off = wholeCircuit();
    off[part][at] = value;
    expect(absoluteCircuit(off).exact).toBe(false);
    const right = wholeCircuit();
    right[part][at] += (value - right[part][at]) * 0.8;
    expect(absoluteCircuit(right).exact).toBe(true);
  });

  it('tells who shares a neuron, and does not take a bias for a gain', () => {
    const { W, W2 } = handSetMotif(2, true);
    const { features, shared, bystanders } = absoluteCircuit({ W, W2, b: [0, 0] });
    expect([shared, bystanders]).toEqual([[0], [1]]);
    expect(features.map(({ sharesWith }) => sharesWith)).toEqual([[1], [0]]);
    expect(features.map(({ computed }) => computed)).toEqual(['one', 'one']);
    expect(absoluteCircuit({ W: [0, 0], W2: [0, 0], b: [0.5, 0.5] }).features[0].computed).toBe('none');
  });
});

describe('the motif set by hand', () => {
  it.each([1, 1.5, 2, 3])('with a = %d disturbs by a² and by 1/a²', (a) => {
    const { onSecond, onFirst } = handSetMotif(a, false);
    expect(onSecond).toBeCloseTo(a * a, 12);
    expect(onFirst).toBeCloseTo(1 / (a * a), 12);
    expect(handSetMotif(a, true).onSecond).toBe(0);
    expect(handSetMotif(a, true).onFirst).toBeCloseTo(1 / (a * a), 12);
  });

  it('computes both of its sides right', () => {
    for (const inhibited of [false, true]) {
      const { y } = forward(FAMILIES.absolute, handSetMotif(2, inhibited), [0.7, 0]);
      expect(y[0]).toBeCloseTo(0.7, 12);
      expect(forward(FAMILIES.absolute, handSetMotif(2, inhibited), [0, -0.7]).y[1]).toBeCloseTo(0.7, 12);
    }
  });
});

describe('the search for motifs', () => {
  it('finds the one set by hand, at any scale of its neurons', () => {
    const network = handSetMotif(2, true);
    for (const found of [asymmetricMotifs(network), asymmetricMotifs(rescaleForDisplay(network))]) {
      expect(found).toHaveLength(1);
      const [{ neuron, inhibitor, first, second, a, left }] = found;
      expect([neuron, inhibitor]).toEqual([0, 1]);
      expect(a).toBeCloseTo(2, 12);
      expect(left).toBeCloseTo(0, 12);
      expect([first.feature, first.side, second.feature, second.side]).toEqual([0, 1, 1, -1]);
      expect([first.gain, first.interference, second.gain, second.interference].map((v) => v.toFixed(9))).toEqual(
        [1, 4, 1, 1 / 4].map((v) => v.toFixed(9)),
      );
    }
  });

  it('wants the damage inhibited, the two features unequal, and both served', () => {
    expect(asymmetricMotifs(handSetMotif(2, false))).toEqual([]);
    expect(asymmetricMotifs(handSetMotif(1, true))).toEqual([]);
    const { W, W2, b } = handSetMotif(2, true);
    const idle = Array.from(W2);
    idle[2] = 0.2;
    expect(asymmetricMotifs({ W, W2: idle, b })).toEqual([]);
    expect(asymmetricMotifs(wholeCircuit())).toEqual([]);
  });
});
