import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../src/models/engine/wasm/members.ts';

describe('the members of sets', () => {
  it.each([0.001, 0.03, 0.3, 0.7, 1])(
    'are chosen for the very words that data.ts chooses them for (p = %d)',
    (density) => {
      const p = Math.fround(density);
      for (const size of [1, 2, 3, 5, 7, 10]) {
        const members = Array.from({ length: size }, (_, i) => 2 * i + 1);
        const densities = Array<number>(2 * size).fill(p);
        const found = membersOf([{ kind: 'anticorrelated', members }], densities);
        found.forEach(({ feature, switch: by, low, high }, position) => {
          expect([feature, by]).toEqual([members[position], 1]);
          const chosen = (k: number): number => Math.min(size - 1, Math.floor((k / 2 ** 24 / p) * size));
          for (const k of [low, Math.ceil(high) - 1]) expect(chosen(k), `word ${k}`).toBe(position);
          expect(low).toBe(position === 0 ? 0 : found[position - 1].high);
        });
        expect(found[size - 1].high).toBe(p * 2 ** 24);
        for (const { low, high } of membersOf([{ kind: 'correlated', members }], densities)) {
          expect([low, high]).toEqual([0, p * 2 ** 24]);
        }
      }
    },
  );
});
