import { describe, expect, it } from 'vitest';
import { listNumbers } from '../../src/viz/origin-list.ts';
import { crosses, type Box } from '../../src/viz/place-labels.ts';
import { planeLayout, type PlaneLayout } from '../../src/viz/plane-layout.ts';
import { nothing, pairs, polar, rightAngle } from './models.ts';

const SIZE = 368;

function listBox({ atOrigin }: PlaneLayout): Box {
  if (!atOrigin) throw new Error('No list at the origin');
  return atOrigin.box;
}

describe('the list of features at the origin', () => {
  it('lists features at the origin beside it instead of drawing them', () => {
    const { arrows, atOrigin } = planeLayout(rightAngle, SIZE);
    expect(arrows).toHaveLength(2);
    expect(atOrigin?.lines).toEqual(['3–5']);
    expect(planeLayout(pairs, SIZE).atOrigin?.lines).toEqual(['5']);
    expect(planeLayout(nothing, SIZE).atOrigin?.lines).toEqual(['1–3']);
  });

  it.each([200, 280, 368])('breaks a long list at the origin after commas, within the picture at %i px', (size) => {
    // Every third of twenty is kept, so no run is longer than two: the longest list there is.
    const rows = Array.from({ length: 20 }, (_, i) => [i % 3 === 2 ? 1.4 : 0, 30 * i] as const);
    const layout = planeLayout(polar(rows), size);
    const lines = layout.atOrigin?.lines ?? [];
    expect(lines.join(' ')).toBe('1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20');
    expect(lines.slice(0, -1).every((line) => line.endsWith(','))).toBe(true);
    expect(lines.length).toBeLessThan(6);
    const { x, y, width, height } = listBox(layout);
    expect(width).toBeLessThanOrEqual(12 * 7.5);
    expect(Math.abs(x - size / 2) + width / 2).toBeLessThan(size / 2);
    expect(Math.abs(y - size / 2) + height / 2).toBeLessThan(size / 2);
  });

  it('keeps the list at the origin off the arrows', () => {
    const layout = planeLayout(pairs, SIZE);
    const { arrows, origin } = layout;
    const { x, y } = listBox(layout);
    expect(Math.hypot(x - origin[0], y - origin[1])).toBeLessThan(40);
    const list: Box = { x, y, width: 7, height: 12 };
    for (const { tip } of arrows) expect(crosses({ from: origin, to: tip }, list)).toBe(false);
  });

  it.each([280, 368])('keeps the list of the features that are left out 5 px off every arrow at %i px', (size) => {
    for (let kept = 1; kept <= 8; kept++) {
      for (let turn = 0; turn < 360; turn += 30) {
        const rows = Array.from({ length: 12 }, (_, i) => [i < kept ? 1.1 : 0, turn + (360 * i) / kept] as const);
        const layout = planeLayout(polar(rows), size);
        const { arrows, origin } = layout;
        const written = listBox(layout);
        const list: Box = { ...written, width: written.width + 10, height: written.height + 10 };
        for (const { tip } of arrows)
          expect(crosses({ from: origin, to: tip }, list), `${kept} kept, turned by ${turn}°`).toBe(false);
      }
    }
  });
});

describe('a list of features', () => {
  it('joins runs of three and more', () => {
    expect(listNumbers([4, 5])).toBe('4, 5');
    expect(listNumbers([1, 3, 4, 5, 6, 9])).toBe('1, 3–6, 9');
  });
});
