import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { PhaseFeatures } from '../../src/models/theory/phase.ts';
import CandidateLosses from '../../src/viz/CandidateLosses.svelte';
import CutCurves from '../../src/viz/CutCurves.svelte';
import FanLegend from '../../src/viz/FanLegend.svelte';
import LossSurface from '../../src/viz/LossSurface.svelte';
import PhaseMap from '../../src/viz/PhaseMap.svelte';
import RowsTable from '../../src/viz/RowsTable.svelte';
import { theoryMap } from './phase-maps.ts';

const broken = /NaN|undefined|Infinity|\[object/;
const literal = /#[0-9a-f]{3,8}\b(?!")|\b(?:rgb|hsl|oklch)\(|(?:fill|stroke|color):\s*(?:white|black|red|blue)/i;
const marks = (html: string, name: string): number =>
  [...html.matchAll(/class="([^"]*)"/g)].filter(([, classes]) => classes.split(/\s+/).includes(name)).length;
const ignore = (): void => {};
const place = { r: 0.42, p: 0.13 };

const map = (n: PhaseFeatures, more: object = {}): string =>
  render(PhaseMap, {
    props: { ...theoryMap(n), n, place, width: 612, label: 'the map', onmove: ignore, ...more },
  }).body;

const losses = [
  { name: 'left out', extra: 'not represented', loss: 0.0164 },
  { name: 'alone', extra: 'dedicated', loss: 0.0391 },
  { name: 'shared', extra: 'superposed', loss: 0.004 },
] as const;
const values = Float32Array.from({ length: 400 }, (_, cell) => 0.01 + (cell % 20) / 20 + Math.floor(cell / 20) / 10);
const minima = [{ w1: -1.5, w2: 1.5, loss: 0.01, global: true }];

const views: readonly (readonly [name: string, draw: (width: number) => string])[] = [
  ['the map of two features', (width) => map(2, { width })],
  ['the map of three features', (width) => map(3, { width, lit: 7 })],
  [
    'the fan',
    (width) => render(FanLegend, { props: { feature: 2, model: { superposition: NaN, norm: 0 }, width } }).body,
  ],
  [
    'the losses',
    (width) => render(CandidateLosses, { props: { losses, trained: 0.0039, width, label: 'losses' } }).body,
  ],
  [
    'the cut',
    (width) =>
      render(CutCurves, {
        props: {
          grid: theoryMap(2).grid,
          n: 2,
          axis: 'importance',
          place,
          models: [{ place, loss: 0.0039, superposition: 1, norm: 1 }],
          width,
          label: 'the cut',
          onmove: ignore,
        },
      }).body,
  ],
  [
    'the loss surface',
    (width) =>
      render(LossSurface, {
        props: { values, size: 20, minima, path: [minima[0], { w1: 0, w2: 0 }], width, label: 's', ondescend: ignore },
      }).body,
  ],
];

describe.each(views)('the server’s picture of %s', (_, draw) => {
  it.each([280, 320, 420, 612])('is whole at %i px, in the page’s colours', (width) => {
    const body = draw(width);
    expect(body).not.toMatch(broken);
    expect(body).not.toMatch(literal);
    expect(body).toContain('<svg');
  });
});

describe('the phase map', () => {
  it('is an image with a text alternative, and two native ranges in words', () => {
    const body = map(2);
    expect(body).toMatch(/role="img"[^>]*aria-label="the map"/);
    expect(body).toMatch(/type="range"[^>]*max="96"[^>]*aria-valuetext="importance 0.42"/);
    expect(body).toMatch(/type="range"[^>]*aria-valuetext="density 0.13, sparsity 0.87" aria-orientation="vertical"/);
  });

  it('draws the boundaries by theory only when asked, over paper', () => {
    expect([...map(2).matchAll(/<polyline/g)]).toHaveLength(4);
    expect([...map(2, { theory: false }).matchAll(/<polyline/g)]).toHaveLength(0);
  });

  it('prints the values of the cross-hair’s cell on both axes', () => {
    expect(map(2)).toMatch(/>0\.40<[\s\S]*>0\.13</);
  });

  it('stands on the page before any canvas is drawn', () => {
    expect(map(2)).toMatch(/<path d="M0,0h24v1h-24z/);
    expect(map(2, { shows: new Int32Array(48 * 48).fill(-1) })).not.toContain('v1h');
  });

  it('outlines a cell', () => {
    expect(marks(map(2), 'lit')).toBe(0);
    expect(marks(map(2, { lit: 5 }), 'lit')).toBe(2);
  });
});

describe('the other views', () => {
  it('ring the current model in the fan, and nothing without one', () => {
    const fan = (model: { superposition: number; norm: number } | null): string =>
      render(FanLegend, { props: { feature: 3, model, label: 'fan' } }).body;
    expect(marks(fan({ superposition: 0.5, norm: 0.5 }), 'ring')).toBe(2);
    expect(marks(fan(null), 'ring')).toBe(0);
    expect(fan(null)).toContain('superposition of feature 3');
    expect(fan(null)).toContain('role="img"');
  });

  it('set the least loss in bold, and draw the trained one only when there is one', () => {
    const draw = (trained: number | null): string =>
      render(CandidateLosses, { props: { losses, trained, label: 'losses' } }).body;
    expect(marks(draw(null), 'best')).toBe(1);
    expect([marks(draw(null), 'trained'), marks(draw(0.0039), 'trained')]).toEqual([0, 1]);
    expect(draw(0.0039)).toContain('trained 0.0039');
  });

  it('ring the lowest valley, and lead the way down into it', () => {
    const draw = (path: readonly { w1: number; w2: number }[]): string =>
      render(LossSurface, { props: { values, size: 20, minima, path, width: 300, label: 's', ondescend: ignore } })
        .body;
    expect(marks(draw([]), 'ringed')).toBe(1);
    expect([marks(draw([]), 'way'), marks(draw(minima), 'way')]).toEqual([0, 2]);
    expect(draw([])).toContain('aria-label="start, weight of feature 1"');
  });

  it('put numbers at the right and words at the left of a table', () => {
    const { body } = render(RowsTable, {
      props: { caption: 'cells', head: ['density', 'length', 'class'], rows: [['0.1', '1.0', 'dedicated']] },
    });
    expect(marks(body, 'word')).toBe(2);
    expect(body).toMatch(/<th scope="row"[^>]*>0\.1<\/th>/);
  });
});
