import { describe, expect, it } from 'vitest';
import { probe } from '../../src/models/probe.ts';
import { normalAt, streamKey } from '../../src/models/random.ts';
import { THREE_UNIVERSITIES } from '../../src/models/three-universities.ts';

const key = streamKey(3, 0, 0, 'init');
const numbers = (count: number, from: number): number[] =>
  Array.from({ length: count }, (_, k) => normalAt(key, from + k));

/** The formula as it is written, in loops. */
function outputs(W: readonly number[], b: readonly number[], x: readonly number[], m: number, relu: boolean): number[] {
  const h = Array.from({ length: m }, (_, k) => x.reduce((sum, xi, i) => sum + W[i * m + k] * xi, 0));
  return b.map((bias, i) => {
    const z = h.reduce((sum, hk, k) => sum + W[i * m + k] * hk, bias);
    return relu ? Math.max(0, z) : z;
  });
}

describe('the probe', () => {
  it.each([
    [5, 2, 'relu'],
    [20, 4, 'relu'],
    [7, 1, 'identity'],
    [3, 3, 'identity'],
  ] as const)('of %d features in %d dimensions (%s) gives what the formula gives', (n, m, activation) => {
    const [W, b, importance] = [numbers(n * m, 0), numbers(n, 200), numbers(n, 300).map(Math.abs)];
    const x = numbers(n, 400).map((value, i) => (i % 3 === 0 ? 0 : value));
    const { rows, loss } = probe({ W, b, importance, activation }, x);
    const expected = outputs(W, b, x, m, activation === 'relu');
    rows.forEach((row, i) => expect(row.after).toBeCloseTo(expected[i], 12));
    expect(loss).toBeCloseTo(
      expected.reduce((sum, y, i) => sum + importance[i] * (x[i] - y) ** 2, 0),
      10,
    );
  });

  it('splits every reading into what each present feature adds, and leaves absent ones out', () => {
    const [W, b] = [numbers(10, 0), numbers(5, 50)];
    const x = [0.4, 0, 0.9, 0, 0.2];
    const { rows, present, path, h } = probe({ W, b, importance: [1, 1, 1, 1, 1], activation: 'relu' }, x);
    expect(present).toEqual([0, 2, 4]);
    for (const { contributions, read, bias, before } of rows) {
      expect(contributions.map(({ feature }) => feature)).toEqual(present);
      expect(contributions.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(read, 12);
      expect(read + bias).toBeCloseTo(before, 12);
    }
    expect(path).toHaveLength(4);
    expect(path[0]).toEqual([0, 0]);
    path[3].forEach((sum, k) => expect(sum).toBeCloseTo(h[k], 12));
  });

  it('of nothing is nothing but the bias', () => {
    const { path, rows, loss } = probe({ W: [1, -1], b: [0.2, -0.3], importance: [1, 2], activation: 'relu' }, [0, 0]);
    expect(path).toEqual([[0]]);
    expect(rows.map(({ after }) => after)).toEqual([0.2, 0]);
    expect(loss).toBeCloseTo(0.04, 12);
  });
});

describe('three universities', () => {
  const network = { ...THREE_UNIVERSITIES, activation: 'relu' } as const;

  it('have directions of length 1 at 120°', () => {
    const { rows } = probe(network, [1, 1, 1]);
    rows.forEach(({ contributions }, i) =>
      contributions.forEach(({ overlap }, j) => expect(overlap).toBeCloseTo(i === j ? 1 : -0.5, 12)),
    );
  });

  it('cannot tell inputs apart that differ by the same amount of all three', () => {
    const { h } = probe(network, network.input);
    for (const t of [-0.9, -0.3, 0.1]) {
      const moved = probe(
        network,
        network.input.map((value, i) => value + t * network.unseen[i]),
      ).h;
      moved.forEach((value, k) => expect(value).toBeCloseTo(h[k], 12));
    }
  });

  it('read one of them alone exactly', () => {
    const { rows } = probe(network, [0.9, 0, 0]);
    expect(rows.map(({ error }) => Math.abs(error) < 1e-12)).toEqual([true, true, true]);
  });
});
