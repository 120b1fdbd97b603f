import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { modelView, type ModelView } from '../../src/viz/model-view.ts';
import { densityWords, modelStripLayout } from '../../src/viz/model-strip-layout.ts';
import ModelPanel from '../../src/viz/ModelPanel.svelte';
import ModelStrip from '../../src/viz/ModelStrip.svelte';
import { DENSE, featureAt, panelLayout } from '../../src/viz/panel-layout.ts';
import { cellPaths, toneColor, toneOf, TONES } from '../../src/viz/signed-cells.ts';

/** The first m of n features with a dimension each, the next two of them facing the first. */
function model(n: number, m: number): ModelView {
  const W = new Float32Array(n * m);
  for (let i = 0; i < m; i++) W[i * m + i] = 1;
  if (n > m) W[m * m] = -1;
  return modelView({ n, m, W, b: Array(n).fill(0.25), importance: Array(n).fill(1) });
}

const marks = (html: string, tag: string, name: string): number =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*class="([^"]*)"`, 'g'))].filter(([, names]) =>
    names.split(/\s+/).includes(name),
  ).length;

describe('cells as paths', () => {
  it('draws each value once, in the tone nearest to it, and zero not at all', () => {
    const values = [1, 0, -1, 0.5, 0.5, 0.001];
    const paths = cellPaths(values, 3, 6, 6);
    expect(paths.map(({ color }) => color)).toEqual([toneColor(TONES), toneColor(-TONES), toneColor(TONES / 2)]);
    expect(paths.map(({ negative }) => negative)).toEqual([false, true, false]);
    expect(paths[2].path).toBe('M0,6h6v6h-6zM6,6h6v6h-6z');
  });

  it('is never further from a value than half a tone, and clips what is out of range', () => {
    for (let v = -1; v <= 1; v += 0.01) expect(Math.abs(toneOf(v) / TONES - v)).toBeLessThanOrEqual(0.5 / TONES + 1e-9);
    expect([toneOf(7), toneOf(-7), toneOf(NaN)]).toEqual([TONES, -TONES, 0]);
  });
});

describe('the layout of a panel', () => {
  it('gives twenty features cells of 6 px and bars of 5 px on a pitch of 7 px, eight panels on 1200 px', () => {
    const { panel, gap, columns } = modelStripLayout(8, 20, 1200);
    expect([columns, gap, panel]).toEqual([8, 22, 130.75]);
    const { cell, bars } = panelLayout(20, panel, { beside: false });
    expect([cell, bars.pitch, bars.thickness, bars.unit]).toEqual([6, 7, 5, 100]);
  });

  it.each([1, 2, 5, 20, 59, 60, 80, 100, 128])('keeps %i features inside, at every width', (n) => {
    for (const width of [110, 131, 283, 560])
      for (const beside of [false, true]) {
        const layout = panelLayout(n, width, { beside, pixelRatio: 2 });
        expect(layout.cell).toBeGreaterThan(0);
        expect(layout.bias.x + layout.bias.width).toBeLessThanOrEqual(width + 1);
        expect(layout.bars.x + layout.bars.width).toBeCloseTo(width, 6);
        expect(layout.bars.pitch * n).toBeCloseTo(layout.bars.height, 6);
        expect(layout.bars.thickness).toBeLessThanOrEqual(layout.bars.pitch);
        if (beside) expect(layout.bars.pitch).toBeCloseTo(layout.cell, 6);
      }
  });

  it('gives a dense matrix cells of whole device pixels', () => {
    for (const pixelRatio of [1, 2, 3])
      for (const n of [60, 80, 100]) {
        const { cell } = panelLayout(n, 283, { beside: true, pixelRatio });
        expect(Math.abs(cell * pixelRatio - Math.round(cell * pixelRatio))).toBeLessThan(1e-9);
      }
  });

  it('finds the feature of every row again, through matrix and bars', () => {
    for (const beside of [false, true]) {
      const layout = panelLayout(20, 283, { beside });
      for (let i = 0; i < 20; i++) {
        expect(featureAt(layout, 20, 3, (i + 0.5) * layout.cell)).toBe(i);
        expect(featureAt(layout, 20, layout.bars.x + 3, layout.bars.y + (i + 0.5) * layout.bars.pitch)).toBe(i);
      }
    }
    expect(featureAt(panelLayout(20, 131, { beside: false }), 20, 3, 125)).toBeNull();
  });
});

describe('the layout of a strip', () => {
  it.each([
    [8, 20, 1200, 8],
    [8, 20, 800, 4],
    [8, 20, 280, 2],
    [8, DENSE, 1200, 4],
    [11, 20, 1200, 6],
    [13, 20, 1200, 7],
    [1, 20, 1200, 1],
  ])('puts %i models of %i features on %i px into lines of %i', (count, n, width, columns) => {
    const layout = modelStripLayout(count, n, width);
    expect(layout.columns).toBe(columns);
    expect(layout.lines.map(({ from, to }) => to - from).reduce((sum, each) => sum + each, 0)).toBe(count);
    expect(layout.panel * columns + layout.gap * (columns - 1)).toBeCloseTo(width, 6);
  });

  it('says a density and its sparsity with equally many decimals', () => {
    expect(densityWords(0.003)).toEqual({ density: '0.003', sparsity: '0.997' });
    expect(densityWords(1)).toEqual({ density: '1', sparsity: '0' });
    expect(densityWords(0.30140001)).toEqual({ density: '0.301', sparsity: '0.699' });
  });
});

describe('the server’s picture', () => {
  it('of a panel has a bar for each feature that is not zero, and the line of its dimensions', () => {
    const html = render(ModelPanel, { props: { view: model(20, 5), width: 131, named: true } }).body;
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect([...html.matchAll(/<rect[^>]*fill: ?(?:var\(--sup|color-mix)/g)]).toHaveLength(6);
    expect(html).toContain('5 dimensions');
    expect(marks(html, 'rect', 'veil')).toBe(0);
  });

  it('of a lit feature dims what is above and below it, in matrix and bars', () => {
    const html = render(ModelPanel, { props: { view: model(20, 5), width: 131, lit: 3 } }).body;
    expect(marks(html, 'rect', 'veil')).toBe(4);
  });

  it('of as many dimensions as features needs no line', () => {
    const html = render(ModelPanel, { props: { view: model(4, 4), width: 131, named: true } }).body;
    expect(html).not.toContain('dimensions');
  });

  it('of many features is a canvas, with neither a path nor a number out of place', () => {
    const html = render(ModelPanel, { props: { view: model(100, 20), width: 283, beside: true } }).body;
    expect(html).toContain('<canvas');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('of a strip is one group of radios: one is checked and only that one is reached by Tab', () => {
    const models = [
      { key: 'linear', density: null, view: model(20, 5), label: 'the linear model' },
      { key: '0.1', density: 0.1, view: model(20, 5), label: 'at density 0.1' },
      { key: '0.01', density: 0.01, view: model(20, 5), label: 'at density 0.01' },
    ];
    const html = render(ModelStrip, { props: { models, width: 1200, selected: '0.1', family: 'ReLU output' } }).body;
    expect(html.match(/role="radio"/g)).toHaveLength(3);
    expect(html.match(/aria-checked="true"/g)).toHaveLength(1);
    expect(html).toMatch(/aria-checked="true" aria-label="at density 0.1" tabindex="0"/);
    expect(html.match(/tabindex="-1"/g)).toHaveLength(2);
    // A feature that faces the first is kept, and takes the first one's dimension away from it.
    expect(html.match(/<b[^>]*>6<\/b>/g)).toHaveLength(3);
    expect(html.match(/<b[^>]*>4<\/b>/g)).toHaveLength(3);
  });
});
