import { describe, expect, it } from 'vitest';
import { cosTurn, drawWords, ln, normalAt, pcg4d, streamKey, toUnit, type Purpose } from '../../src/models/random.ts';

/** PCG4D as the paper states it, on integers without overflow. */
function pcg4dBig(input: readonly number[]): number[] {
  const word = (value: bigint): bigint => value & 0xffffffffn;
  const v = input.map((x) => word(word(BigInt(x)) * 1664525n + 1013904223n));
  const stir = (): void => {
    v[0] = word(v[0] + v[1] * v[3]);
    v[1] = word(v[1] + v[2] * v[0]);
    v[2] = word(v[2] + v[0] * v[1]);
    v[3] = word(v[3] + v[1] * v[2]);
  };
  stir();
  for (let k = 0; k < 4; k++) v[k] ^= v[k] >> 16n;
  stir();
  return v.map(Number);
}
const four = (...words: [number, number, number, number]): number[] => {
  const out = new Uint32Array(4);
  pcg4d(out, ...words);
  return Array.from(out);
};

describe('the counter-based generator', () => {
  it('computes PCG4D as big integers do, at the edges of 32 bits too', () => {
    const edges = [0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff, 1013904223];
    for (const x of edges)
      for (const y of edges) expect(four(x, y, 7, 0xffffffff)).toEqual(pcg4dBig([x, y, 7, 0xffffffff]));
    let word = 1;
    const next = (): number => (word = (Math.imul(word, 747796405) + 12345) >>> 0);
    for (let k = 0; k < 500; k++) {
      const input = [next(), next(), next(), next()] as [number, number, number, number];
      expect(four(...input)).toEqual(pcg4dBig(input));
    }
  });

  it('gives 1000 seeds × 64 starts 64,000 streams', () => {
    const keys = new Set<string>();
    for (let seed = 0; seed < 1000; seed++)
      for (let start = 0; start < 64; start++) keys.add(streamKey(seed, start, 0, 'data').join(' '));
    expect(keys.size).toBe(64_000);
  });

  it('gives each model and purpose a stream of its own, and seed and start are not interchangeable', () => {
    const purposes: Purpose[] = ['init', 'data', 'evaluate'];
    const keys = [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].flatMap((b) => [0, 1].flatMap((model) => purposes.map((p) => streamKey(a, b, model, p).join(' ')))),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('never draws the same block twice within a step', () => {
    const seen = new Set<string>();
    const key = streamKey(7, 0, 0, 'data');
    const out = new Uint32Array(4);
    for (let sample = 0; sample < 256; sample++)
      for (const block of [0, 1, 254, 255]) {
        drawWords(out, key, 0, sample, block);
        seen.add(out.join(' '));
      }
    expect(seen.size).toBe(1024);
  });

  it('turns words into numbers in [0, 1) that a float32 holds', () => {
    expect(toUnit(0)).toBe(0);
    expect(toUnit(0xffffffff)).toBe(1 - 2 ** -24);
    for (const word of [0x12345678, 0xdeadbeef, 0x80000000, 0xff]) {
      expect(Math.fround(toUnit(word))).toBe(toUnit(word));
      expect(Math.abs(toUnit(word) - word / 2 ** 32)).toBeLessThan(2 ** -24);
    }
  });

  it('draws uniform words: mean, variance, and no correlation between neighbours in sample, step or feature', () => {
    const count = 1 << 16;
    const key = streamKey(3, 1, 4, 'data');
    const a = new Uint32Array(4);
    const b = new Uint32Array(4);
    const c = new Uint32Array(4);
    let mean = 0;
    let square = 0;
    const products = [0, 0, 0];
    for (let s = 0; s < count; s++) {
      drawWords(a, key, 9, s, 0);
      drawWords(b, key, 9, s + 1, 0);
      drawWords(c, key, 10, s, 0);
      const u = toUnit(a[0]) - 0.5;
      mean += u / count;
      square += (u * u) / count;
      [b[0], c[0], a[1]].forEach((word, k) => (products[k] += (u * (toUnit(word) - 0.5)) / count));
    }
    const sigma = Math.sqrt(1 / 12 / count);
    expect(Math.abs(mean)).toBeLessThan(5 * sigma);
    expect(Math.abs(square - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / count));
    for (const product of products) expect(Math.abs(product)).toBeLessThan(5 * (1 / 12 / Math.sqrt(count)));
  });

  it('has logarithm and cosine as exact as the host’s', () => {
    for (const x of [1e-10, 2 ** -33, 0.1, 0.5, 0.7071, 0.99999, 1, 1.4143, 2, 10, 12345.678]) {
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(1e-15 * Math.max(1, Math.abs(Math.log(x))));
    }
    for (let turns = -2; turns <= 2; turns += 0.01) {
      expect(Math.abs(cosTurn(turns) - Math.cos(2 * Math.PI * turns))).toBeLessThan(4e-15);
    }
  });

  it('draws standard normals: four moments of 2^16 of them', () => {
    const key = streamKey(5, 0, 0, 'init');
    const count = 1 << 16;
    const moments = [0, 0, 0, 0];
    for (let j = 0; j < count; j++) {
      const value = normalAt(key, j);
      for (let k = 0; k < 4; k++) moments[k] += value ** (k + 1) / count;
    }
    // Standard deviations of the sample moments: √1, √2, √15, √96 over √count.
    [0, 1, 0, 3].forEach((expected, k) => {
      expect(Math.abs(moments[k] - expected), `moment ${k + 1}`).toBeLessThan(5 * Math.sqrt([1, 2, 15, 96][k] / count));
    });
  });
});
