import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repulsionSentence } from '../../src/article/figures/polytopes/repulsion-words.ts';
import { RepellingPoints } from '../../src/article/figures/polytopes/repulsion.svelte.ts';

let frames: ((time: number) => void)[];
let reduced: boolean;
beforeEach(() => {
  [frames, reduced] = [[], false];
  vi.stubGlobal('matchMedia', () => ({ matches: reduced }));
  vi.stubGlobal('requestAnimationFrame', (tick: (time: number) => void) => frames.push(tick));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});
afterEach(() => vi.unstubAllGlobals());

/** Frames until none is asked for any more, a second each. */
function watch(): number {
  let count = 0;
  for (let tick = frames.shift(); tick; tick = frames.shift()) tick(1000 * count++);
  return count;
}
const say = ({ n, d, energy, least }: RepellingPoints): string => {
  const { finding, after } = repulsionSentence(n, d, energy, least);
  return finding + after;
};

describe('the points of the figure on repulsion', () => {
  it('open at rest as features, where electrons would still push: the figure’s point, untouched', () => {
    const points = new RepellingPoints();
    expect(points.now).toBe('settled');
    expect(say(points)).toMatch(
      /^As features, these five points on a sphere do not interfere: no two are closer than a right angle; as electrons they are 0\.1\d above their least\.$/,
    );
    expect(new RepellingPoints().U).toEqual(points.U);
  });

  it('are scattered, stand for a moment, and settle while they are watched', () => {
    const points = new RepellingPoints();
    const before = points.U;
    points.scatter();
    const scattered = points.U;
    expect(points.now).toBe('moving');
    expect(points.energy.relu).toBeGreaterThan(0.1);
    frames.shift()?.(0);
    frames.shift()?.(100);
    expect(points.U).toBe(scattered);
    expect(watch()).toBeGreaterThan(5);
    expect(points.now).toBe('settled');
    expect(points.U).not.toEqual(before);
    expect(say(points)).toContain('do not interfere');
  });

  it('stand where they were stopped or put, and settle from there', () => {
    const points = new RepellingPoints();
    points.settle('thomson');
    frames.shift()?.(0);
    points.stop();
    expect([points.now, frames.length]).toEqual(['standing', 0]);
    points.settle(points.law);
    watch();
    expect([points.now, points.law]).toEqual(['settled', 'thomson']);
    expect(say(points)).toContain('as electrons they are settled');
    points.move(0, [0, 0, 1]);
    expect(points.now).toBe('standing');
  });

  it('come to rest at once where no motion is wanted, and once scattered stand until told to settle', () => {
    reduced = true;
    const points = new RepellingPoints();
    points.scatter();
    expect([points.now, frames.length]).toEqual(['standing', 0]);
    expect(points.energy.relu).toBeGreaterThan(0.1);
    points.settle('relu', { n: 7 });
    expect([points.now, frames.length]).toEqual(['settled', 0]);
    expect(say(points)).toContain('cannot interfere less than this, 0.95 in all');
  });

  it('are at rest for every number of them, on circle and sphere', () => {
    const points = new RepellingPoints();
    for (const d of [2, 3] as const)
      for (let n = 2; n <= 8; n++) {
        points.arrange({ n, d });
        expect([points.U.length, points.now], `${n} ${d}`).toEqual([n * d, 'settled']);
        expect(say(points), `${n} ${d}`).toMatch(/do not interfere|cannot interfere less/);
      }
  });

  it('have no “0.00 above their least”: what is small gets the digits that tell it', () => {
    const points = new RepellingPoints();
    points.arrange({ n: 8 });
    expect(say(points)).toMatch(/; as electrons they are 0\.0006 above their least\.$/);
    points.settle('thomson');
    watch();
    expect(say(points)).toContain('interfere by 2.046, and could get down to 2.044;');
  });
});
