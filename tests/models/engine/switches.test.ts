import { expect, it } from 'vitest';
import { switchesOf } from '../../../src/models/engine/webgl/switches.ts';
import { settingsOf } from '../theory-shapes.ts';

const UNIT = 2 ** -24;

it.each([2, 3, 5, 43, 64])(
  'an anticorrelated set of %i has one member on for each number below p, and none above',
  (size) => {
    const members = Array.from({ length: size }, (_, position) => size - 1 - position);
    // With size / 64 every change is at a whole number, where u/p · size may be rounded to either side.
    for (const density of [1, 0.7, 0.3, 0.01, 1e-5, 2e-7, size / 64]) {
      const p = Math.fround(density);
      const sets = [{ kind: 'anticorrelated', members } as const];
      const switches = switchesOf({ ...settingsOf(size, 0.5, { density: members.map(() => density) }), sets });
      /** Numbers around every place where the member changes, where rounding tells. */
      const around = members.flatMap((_, position) =>
        [-2, -1, 0, 1, 2].map((d) => Math.round((position * p) / size / UNIT) + d),
      );
      for (const u of [...around, Math.ceil(p / UNIT) - 1, Math.ceil(p / UNIT)].map((count) => count * UNIT)) {
        if (u < 0) continue;
        const chosen = Math.min(size - 1, Math.floor((u / p) * size));
        const on = [...switches].filter(([, { from, to }]) => from <= u && u < to).map(([feature]) => feature);
        expect(on).toEqual(u < p ? [members[chosen]] : []);
      }
      expect([...switches.values()].every(({ leader }) => leader === members[0])).toBe(true);
    }
  },
);
