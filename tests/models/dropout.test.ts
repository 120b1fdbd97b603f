import { describe, expect, it } from 'vitest';
import { dropoutMasks } from '../../src/models/dropout.ts';
import { settingsOf } from './theory-shapes.ts';

const COUNT = 1 << 14;
const settings = settingsOf(3, 0.5);

describe('the dropout factors', () => {
  it.each([0.1, 0.5, 0.8])('are 0 with chance q and keep the mean else (q = %d)', (q) => {
    const m = 6;
    const masks = dropoutMasks(settings, m, 0, COUNT, q);
    expect(new Set(masks)).toEqual(new Set([0, Math.fround(1 / (1 - q))]));
    for (let k = 0; k < m; k++) {
      const dropped = masks.filter((value, j) => j % m === k && value === 0).length / COUNT;
      expect(Math.abs(dropped - q), `dimension ${k}`).toBeLessThan(5 * Math.sqrt((q * (1 - q)) / COUNT));
    }
  });

  it('are independent of each other', () => {
    const m = 6;
    const masks = dropoutMasks(settings, m, 0, COUNT, 0.5);
    for (let a = 0; a < m; a++) {
      for (let b = 0; b < a; b++) {
        let both = 0;
        for (let s = 0; s < COUNT; s++) both += masks[s * m + a] * masks[s * m + b] === 0 ? 0 : 1;
        expect(Math.abs(both / COUNT - 0.25), `${a} and ${b}`).toBeLessThan(5 * Math.sqrt(0.1875 / COUNT));
      }
    }
  });

  it('are all 1 without dropout', () => {
    expect(new Set(dropoutMasks(settings, 3, 0, 64, 0))).toEqual(new Set([1]));
  });

  it('differ between steps, seeds, starts and models', () => {
    const others = [{}, { seed: 2 }, { start: 1 }, { model: 1 }].map((extra) => ({ ...settings, ...extra }));
    const draws = [...others.map((each) => dropoutMasks(each, 4, 0, 64, 0.5)), dropoutMasks(settings, 4, 1, 64, 0.5)];
    expect(new Set(draws.map((masks) => masks.join())).size).toBe(5);
  });
});
