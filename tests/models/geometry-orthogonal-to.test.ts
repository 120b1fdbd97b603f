import { describe, expect, it } from 'vitest';
import { nameGeometry } from '../../src/models/geometry/name.ts';
import { orthogonalTo, unitRows } from '../../src/models/geometry/orthogonal-to.ts';
import { gram } from '../../src/models/metrics.ts';

const close = (a: ArrayLike<number>, b: ArrayLike<number>): void => {
  expect(a).toHaveLength(b.length);
  Array.from(a).forEach((value, at) => expect(value).toBeCloseTo(b[at], 12));
};

describe('features at right angles to what is taken out', () => {
  it.each([2, 3, 4, 5, 6])('without (1, …, 1) of %i are a simplex: WᵀW = I − 11ᵀ/n', (n) => {
    const { W, d } = orthogonalTo([new Array<number>(n).fill(1)], n);
    expect(d).toBe(n - 1);
    close(
      gram(W, n, d),
      Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0) - 1 / n),
    );
    close(
      gram(unitRows(W, d), n, d),
      Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : -1 / (n - 1))),
    );
  });

  it('without (1, 0, 1, 0) and (0, 1, 0, 1) are a square of two digons', () => {
    const { W, d } = orthogonalTo([[1, 0, 1, 0], [0, 1, 0, 1]], 4); // prettier-ignore
    expect(d).toBe(2);
    close(gram(W, 4, 2), [0.5, 0, -0.5, 0, 0, 0.5, 0, -0.5, -0.5, 0, 0.5, 0, 0, -0.5, 0, 0.5]);
    expect(nameGeometry(W, 4, 2).pairs).toEqual([[0, 2], [1, 3]]); // prettier-ignore
  });

  it('have as WᵀW a projection of as many dimensions as are left, whatever is taken out', () => {
    const { W, d } = orthogonalTo([[1, 2, 0, -1, 0.5], [0, 1, 1, 1, 0], [2, 5, 1, -1, 1]], 5); // prettier-ignore
    // The third is 2 · the first + the second.
    expect(d).toBe(3);
    const G = gram(W, 5, d);
    const squared = Float64Array.from({ length: 25 }, (_, at) =>
      [0, 1, 2, 3, 4].reduce((sum, k) => sum + G[Math.floor(at / 5) * 5 + k] * G[k * 5 + (at % 5)], 0),
    );
    close(squared, G);
    for (const vector of [
      [1, 2, 0, -1, 0.5],
      [0, 1, 1, 1, 0],
    ])
      // prettier-ignore
      for (let i = 0; i < 5; i++) expect(vector.reduce((sum, x, j) => sum + x * G[i * 5 + j], 0)).toBeCloseTo(0, 12);
  });

  it('are all of them where nothing is taken out, and none where everything is', () => {
    close(gram(orthogonalTo([[0, 0, 0]], 3).W, 3, 3), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(orthogonalTo([[1, 0], [0, 1]], 2)).toMatchObject({ d: 0 }); // prettier-ignore
  });

  it('lose one that is itself taken out, and its length stays 0', () => {
    const { W, d } = orthogonalTo([[1, 0, 0]], 3);
    expect(Array.from(unitRows(W, d).subarray(0, 2)).map(Math.abs)).toEqual([0, 0]);
  });
});
