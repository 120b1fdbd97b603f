/** What the page says of the borders of its map, in the map that it ships with. */
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { phaseOptimum } from '../../scripts/claims/phase-optimum.ts';
import { PARTLY } from '../../src/models/geometry/order.ts';
import { DEDICATED } from '../../src/models/metrics.ts';
import { biasFreeMinima } from '../../src/models/theory/bias-free-loss-minima.ts';
import { REPRESENTED_FROM, SUPERPOSED_FROM } from '../../src/models/theory/phase.ts';
import { stillPicture, type PhaseStill } from '../../src/article/figures/phase/still.ts';

const still = JSON.parse(
  readFileSync(new URL('../../src/article/figures/phase/still.json', import.meta.url), 'utf8'),
) as PhaseStill;
const { map, shows } = stillPicture(still);
const { cells } = map.grid;

/** The models of a column from dense to rare, each once: its importance and the lengths of its two arrows. */
const columns = Array.from({ length: cells }, (_, column) => {
  const shown = Array.from({ length: cells }, (_, row) => (shows ? shows[row * cells + column] : row * cells + column));
  return [...new Set(shown)].flatMap((k) => {
    const model = k < 0 ? null : map.read(k);
    return model ? [{ r: model.r, lengths: [Math.abs(model.theta[0]), Math.abs(model.theta[1])] as const }] : [];
  });
}).filter((column) => column.length > 0);

/** Neither out nor in. */
const isBetween = (length: number): boolean => length > 0.05 && length < 0.6;

it('the classes of the map end where its legend says: left out as on the first page, shared not so soon', () => {
  expect(REPRESENTED_FROM).toBe(PARTLY);
  expect(SUPERPOSED_FROM).toBeGreaterThan(DEDICATED);
});

describe('the borders of the recorded map', () => {
  const far = columns.filter(([{ r }]) => Math.abs(Math.log(r)) > Math.log(1.45));

  it('switch away from equal importance: the weaker arrow is out or in, in no cell between the two', () => {
    expect(far.length).toBeGreaterThan(30);
    for (const column of far) {
      const lengths = column.map(({ r, lengths }) => lengths[r < 1 ? 1 : 0]);
      expect(lengths.filter(isBetween), `importance ${column[0].r}`).toEqual([]);
      expect(lengths[0]).toBeLessThan(0.05);
      expect(lengths.at(-1)).toBeGreaterThan(0.9);
    }
  });

  it('fade where the first feature’s arrow comes in short: the superposition of the second, its square, grows on', () => {
    for (const column of far.filter(([{ r }]) => r > 1)) {
      const entry = column.find(({ lengths }) => lengths[0] > 0.05);
      expect((entry?.lengths[0] ?? 1) ** 2, `importance ${column[0].r}`).toBeLessThan(0.8);
    }
  });

  it('fade near equal importance, where the second arrow grows from nothing before it jumps', () => {
    const near = columns.filter(([{ r }]) => r > 0.85 && r < 1);
    expect(near.length).toBeGreaterThan(0);
    for (const column of near) expect(column.filter(({ lengths }) => isBetween(lengths[1])).length).toBeGreaterThan(1);
  });
});

describe('with three features in two dimensions', () => {
  /** Lengths of the two features of importance 1, the shorter first, and the cosine between them. */
  const others = (p: number) => {
    const { x: theta } = phaseOptimum({ n: 3, r: 2, p, law: 'uniform' });
    const [a, b] = [theta.slice(0, 2), theta.slice(2, 4)];
    const lengths = [Math.hypot(...a), Math.hypot(...b)].sort((x, y) => x - y);
    return { lengths, cosine: (a[0] * b[0] + a[1] * b[1]) / (lengths[0] * lengths[1]) };
  };

  it('the two that matter less are opposite and equal at density 0.5, and one is half as long as the other at 0.8', () => {
    const below = others(0.5);
    expect(below.cosine).toBeCloseTo(-1, 3);
    expect(below.lengths[0] / below.lengths[1]).toBeCloseTo(1, 3);
    const above = others(0.8);
    expect(above.lengths[0] / above.lengths[1]).toBeCloseTo(0.5, 1);
  });
});

describe('without biases, at importance 0.8', () => {
  it('the two valleys are as deep as each other at density 0.58, and each is the deeper one on its side', () => {
    const [first, second] = biasFreeMinima(0.58, 0.8);
    expect(second.loss / first.loss - 1).toBeLessThan(0.001);
    /** Whether the two weights of the deepest valley are opposite, from dense to rare. */
    const opposite = [0.9, 0.7, 0.6, 0.56, 0.4, 0.1].map((p) => biasFreeMinima(p, 0.8)[0].w[1] < 0);
    expect(opposite).toEqual([false, false, false, true, true, true]);
  });
});
