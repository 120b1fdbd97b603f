import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { fractionScatterLayout, type ScatterColumn } from '../../src/viz/fraction-scatter-layout.ts';
import FractionScatter from '../../src/viz/FractionScatter.svelte';
import { FRACTIONS } from '../../src/viz/fractions.ts';
import { BROKEN } from './neurons.ts';

const column = (density: number, n = 12): ScatterColumn => ({
  density,
  dimensionality: Array.from({ length: n }, (_, i) => (i % 4 === 0 ? 0.5 : 0)),
  perFeature: 0.4 + 0.6 * density,
});
const lists = [[1], [0.3], [1, 0.5, 0.1], Array.from({ length: 40 }, (_, k) => 0.003 ** (k / 39))].map((densities) =>
  densities.map((density) => column(density)),
);
const WIDTHS = [280, 640, 960];
const options = (width: number) => ({ width, classes: false, best: [] });

describe.each(lists)('dots over density', (...columns) => {
  test('stand inside the axes at every width, one for each feature', () => {
    for (const width of WIDTHS) {
      const layout = fractionScatterLayout(columns, options(width));
      expect(layout.columns).toHaveLength(columns.length);
      for (const { places } of layout.columns) {
        expect(places).toHaveLength(12);
        for (const [x, y] of places) {
          expect(x).toBeGreaterThan(layout.left);
          expect(x).toBeLessThan(layout.right);
          expect(y).toBeGreaterThanOrEqual(layout.ceiling);
          expect(y).toBeLessThanOrEqual(layout.floor);
        }
      }
    }
  });

  test('columns do not run into each other, and a pointer on one finds it', () => {
    const layout = fractionScatterLayout(columns, options(960));
    layout.columns.forEach(({ x, places }, k) => {
      expect(layout.nearest(x)).toBe(k);
      const right = Math.max(...places.map(([at]) => at));
      const next = layout.columns[k + 1];
      if (next) expect(right).toBeLessThan(Math.min(...next.places.map(([at]) => at)));
    });
  });
});

describe('the layout of the scatter', () => {
  const layout = fractionScatterLayout(lists[2], options(960));

  test('puts a dot of share D on the hairline of that fraction', () => {
    const half = layout.fractions.find(({ text }) => text === '1/2');
    expect(layout.columns[0].places[0][1]).toBe(half?.y);
  });

  test('runs evenly in log 1/(1−S)', () => {
    const at = (density: number): number => layout.markers.find((marker) => marker.density === density)?.x ?? NaN;
    expect((at(0.5) - at(1)) / (at(0.1) - at(1))).toBeCloseTo(Math.log(2) / Math.log(10), 2);
  });

  test('names the line in full at every width, right of the line and off the axis', () => {
    for (const width of WIDTHS) {
      const { left, right, name, markers } = fractionScatterLayout(lists[2], options(width));
      expect(name.x).toBeGreaterThan(left + 10);
      expect(name.x).toBeLessThanOrEqual(right - 92);
      expect(name.x).toBeGreaterThan(markers[0].x);
      const props = { columns: lists[2], selected: 1, width, label: '', onselect: () => {} };
      const text = render(FractionScatter, { props }).body.replace(/<!--.*?-->|<[^>]*>/g, '');
      expect(text.replace(/\s+/g, ' ')).toMatch(/D\* = dimensions ?per feature kept/);
    }
  });

  test('keeps the fractions’ names apart', () => {
    const labels = layout.fractions.map(({ labelY }) => labelY).sort((a, b) => a - b);
    labels.slice(1).forEach((y, k) => expect(y - labels[k]).toBeGreaterThanOrEqual(18 - 1e-9));
  });

  test('has a line at every fraction, whatever the features do', () => {
    expect(layout.fractions.map(({ text }) => text)).toEqual(['1', '3/4', '2/3', '1/2', '2/5', '3/8', '0']);
  });

  test('names shapes in short on a phone, inside its width', () => {
    const all = { ...column(0.5), dimensionality: FRACTIONS.map(({ share }) => share) };
    const props = { columns: [all], selected: 0.5, width: 280, label: '', onselect: () => {} };
    const { body } = render(FractionScatter, { props });
    const { right } = fractionScatterLayout([all], options(280));
    for (const { brief } of FRACTIONS) {
      expect(body).toContain(brief);
      // 5.5 px a letter, more than any of these names takes on average.
      expect(right + 35 + 5.5 * brief.length).toBeLessThanOrEqual(282);
    }
  });

  test('is the same whenever it is drawn', () => {
    expect(fractionScatterLayout(lists[2], options(960)).columns).toEqual(layout.columns);
  });

  test('draws the second class as crosses, beside the dots of the first', () => {
    const two = fractionScatterLayout(lists[2], { ...options(960), classes: true });
    for (const { x, places, dots, crosses } of two.columns) {
      expect(dots.match(/M/g)).toHaveLength(6);
      expect(crosses.match(/M/g)).toHaveLength(6);
      places.forEach(([at], i) => expect(Math.sign(at - x)).toBe(i % 2 ? 1 : -1));
    }
    expect(layout.columns[0].crosses).toBe('');
  });

  test('draws the range of a best shape on its line, cut off at the rarest density', () => {
    const best = [
      { share: 0.5, from: 0.6, to: 0.2 },
      { share: 0.375, from: 0.2, to: 0.02 },
      { share: 1 / 3, from: 0.02, to: 0.01 },
    ];
    const { best: bars, fractions, markers } = fractionScatterLayout(lists[2], { ...options(960), best });
    expect(bars).toHaveLength(2);
    const y = (name: string): number => fractions.find(({ text }) => text === name)?.y ?? NaN;
    // Above its line, and below where the next line is near: no dot is under it.
    expect(bars[0].y).toBe(y('1/2') - 8);
    expect(bars[1].y).toBe(y('3/8') + 13);
    expect(bars[1].x + bars[1].width).toBeCloseTo(markers[2].x, 0);
  });
});

test.each(lists)('the server draws the scatter whole, with a slider through its densities', (...columns) => {
  for (const width of WIDTHS)
    for (const classes of [false, true]) {
      const { body } = render(FractionScatter, {
        props: {
          columns,
          selected: columns[0].density,
          classes,
          lit: [0, 999],
          width,
          label: 'D over density',
          leads: [{ density: columns[0].density, x: 20 }],
          onselect: () => {},
        },
      });
      expect(body).not.toMatch(BROKEN);
      expect(body).toContain(`max="${columns.length - 1}"`);
    }
});
