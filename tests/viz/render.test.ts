import { readdirSync, readFileSync } from 'node:fs';
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import DataTable from '../../src/viz/DataTable.svelte';
import Dial from '../../src/viz/Dial.svelte';
import FeatureTable from '../../src/viz/FeatureTable.svelte';
import LossCurve from '../../src/viz/LossCurve.svelte';
import type { ModelView } from '../../src/viz/model-view.ts';
import ModelDisc from '../../src/viz/ModelDisc.svelte';
import NumberLine from '../../src/viz/NumberLine.svelte';
import PlaneDisc from '../../src/viz/PlaneDisc.svelte';
import SampleStrip from '../../src/viz/SampleStrip.svelte';
import Sized from '../../src/viz/Sized.svelte';
import { nothing, onLine, pairs, pentagon, polar, rightAngle, ring } from './models.ts';

const models: readonly (readonly [name: string, view: ModelView])[] = [
  ['a pentagon', pentagon],
  ['two at right angles', rightAngle],
  ['two pairs', pairs],
  ['nothing', nothing],
  ['two in two', ring(2)],
  ['twelve in two', ring(12)],
  ['twenty in two', ring(20)],
  ['two in one', onLine([1, -1])],
  ['twelve in one', onLine([1.2, -1, ...Array.from({ length: 10 }, () => 0.01)])],
];
const widths = [280, 368, 552];
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;
/** How many elements carry a class of ours. */
const marks = (html: string, name: string): number =>
  [...html.matchAll(/class="([^"]*)"/g)].filter(([, classes]) => classes.split(/\s+/).includes(name)).length;
const broken = /NaN|undefined|Infinity|\[object/;

describe.each(models)('the server’s picture of %s', (_, view) => {
  it('is whole at every width, with an arrow or a ring for each feature', () => {
    for (const width of widths) {
      const plane = render(hidden(view), { props: { view, width, label: 'arrows' } }).body;
      const table = render(FeatureTable, { props: { view, width } }).body;
      expect(plane).not.toMatch(broken);
      expect(table).not.toMatch(broken);
      const kept = Array.from(view.metrics.norms).filter((norm) => norm >= 0.1).length;
      expect(marks(plane, 'edge')).toBe(kept);
      expect(marks(plane, 'number')).toBe(view.m === 1 ? view.n : kept);
      expect(count(table, /role="option"/g)).toBe(view.n);
      expect(marks(table, 'bar')).toBe(Array.from(view.metrics.norms).filter((norm) => norm >= 0.05).length);
    }
  });

  it('lights any feature without breaking', () => {
    for (let lit = 0; lit < view.n; lit++) {
      const plane = render(hidden(view), { props: { view, width: 368, lit } }).body;
      const table = render(FeatureTable, { props: { view, lit } }).body;
      expect(plane + table).not.toMatch(broken);
      expect(marks(table, 'dim')).toBe(view.n - 1);
      expect(count(table, /aria-selected="true"/g)).toBe(1);
    }
  });
});

/** What draws the hidden space of a view. */
const hidden = ({ m }: ModelView): typeof PlaneDisc => (m === 1 ? NumberLine : PlaneDisc);

describe('the plane', () => {
  it('shows the hull, the angle and the rim’s name of a pentagon', () => {
    const { body } = render(PlaneDisc, { props: { view: pentagon, width: 368 } });
    expect(marks(body, 'hull')).toBe(1);
    expect(body).toContain('72°');
    expect(body).toContain('length 1');
  });

  it('shows no angle but four shadows while a feature is lit', () => {
    const { body } = render(PlaneDisc, { props: { view: pentagon, width: 368, lit: 0 } });
    expect(marks(body, 'angle')).toBe(0);
    expect(marks(body, 'shadow')).toBe(4);
    expect(marks(body, 'negative')).toBe(2);
    expect(marks(body, 'dim')).toBe(4);
  });

  it('is an image only when it has a text alternative', () => {
    expect(render(PlaneDisc, { props: { view: pairs, width: 368, label: 'two pairs' } }).body).toContain('role="img"');
    expect(render(PlaneDisc, { props: { view: pairs, width: 368 } }).body).toContain('aria-hidden="true"');
  });
});

describe('the table', () => {
  it('prints every overlap and bias of five features, and none of twelve', () => {
    expect(marks(render(FeatureTable, { props: { view: pentagon } }).body, 'value')).toBe(30);
    const dense = render(FeatureTable, { props: { view: ring(12) } }).body;
    expect(marks(dense, 'value')).toBe(0);
    expect(marks(dense, 'sign')).toBeGreaterThan(50);
  });

  it.each(widths)('prints superpositions under their name in one right-aligned column at %i px', (width) => {
    const { body } = render(FeatureTable, { props: { view: pairs, width } });
    const amounts = [...body.matchAll(/<text class="[^"]*\bamount\b[^"]*" x="([\d.]+)"[^>]*>([^<]*)</g)];
    expect(amounts.map(([, , text]) => text)).toEqual(['1.00', '1.00', '1.00', '1.00']);
    expect(new Set(amounts.map(([, x]) => x)).size).toBe(1);
    const head = width < 460 ? 'position' : 'superposition';
    expect(body).toMatch(new RegExp(`<text class="[^"]*\\bend\\b[^"]*" x="${amounts[0][1]}"[^>]*>${head}<`));
    expect(body).toContain('≥ 1');
  });

  it('prints no superposition and a hollow dot for a feature that is not represented, whatever little it has', () => {
    const partly = polar([
      [1, 90],
      [0.51, 0],
      [0.49, 180],
    ]);
    for (const view of [rightAngle, partly]) {
      const kept = Array.from(view.metrics.norms).filter((norm) => norm >= 0.5).length;
      const { body } = render(FeatureTable, { props: { view } });
      expect([marks(body, 'amount'), marks(body, 'dot'), marks(body, 'hollow')]).toEqual([kept, kept, view.n - kept]);
    }
  });

  it('is one tab stop, at the lit row', () => {
    const { body } = render(FeatureTable, { props: { view: pentagon, lit: 3 } });
    expect(count(body, /tabindex="0"/g)).toBe(1);
    expect(/aria-label="Feature 4[^>]*tabindex="0"/.test(body)).toBe(true);
  });

  it('turns dimensionalities into numbers on a phone', () => {
    const { body } = render(FeatureTable, { props: { view: pairs, width: 280 } });
    expect(marks(body, 'dot')).toBe(0);
    expect(count(body, />\.50<\/text>/g)).toBe(4);
  });
});

describe('the dial', () => {
  const brackets = [
    { from: 0, to: 6, label: 'pairs', current: false },
    { from: 7, to: 12, label: 'a pentagon', current: true },
  ];
  const draw = (value: number): string =>
    render(Dial, { props: { value, pictures: Array.from({ length: 13 }, () => pentagon), brackets } }).body;

  it('has thirteen pictures, a native range and both rows of numbers', () => {
    const body = draw(0.9);
    expect(marks(body, 'picture')).toBe(13);
    expect(body).toMatch(/type="range"[^>]*min="0"[^>]*max="288"/);
    expect(body).toContain('aria-valuetext="sparsity 0.90, density 0.10"');
    expect(marks(body, 'numbers')).toBe(13);
    expect(marks(body, 'exact')).toBe(1);
    expect(marks(body, 'here')).toBe(1);
    expect(marks(body, 'current')).toBe(1);
    expect(body).not.toMatch(broken);
  });

  it('waits at its end for values past it, and tells the truth', () => {
    const body = draw(0.985);
    expect(body).toMatch(/type="range"[^>]*value="288"/);
    expect(body).toContain('sparsity 0.985, density 0.015');
    expect(marks(body, 'here')).toBe(0);
  });

  it('rings a picture only when S stands exactly on its stop', () => {
    expect([0, 0.9].map((S) => marks(draw(S), 'here'))).toEqual([1, 1]);
    expect([0.901, 0.5].map((S) => marks(draw(S), 'here'))).toEqual([0, 0]);
  });

  it('shows empty rims while models train', () => {
    const { body } = render(Dial, { props: { value: 0.5, pictures: [] } });
    expect(marks(body, 'empty')).toBe(13);
    expect(marks(draw(0.5), 'empty')).toBe(0);
    expect(count(body, /<path/g)).toBe(0);
  });

  it('gives no cue when told not to', () => {
    expect(marks(draw(0.9), 'cue')).toBe(1);
    expect(marks(render(Dial, { props: { value: 0.9, pictures: [], cue: false } }).body, 'cue')).toBe(0);
  });
});

describe('the other views', () => {
  it('draw a loss curve with its playhead, and an empty plot before the first point', () => {
    const points = [0, 10, 100].map((step) => ({ step, loss: 1 / (1 + step) }));
    const { body } = render(LossCurve, { props: { points, readNothing: 1, playhead: 10 } });
    expect([marks(body, 'past'), marks(body, 'future'), marks(body, 'playhead')]).toEqual([1, 1, 1]);
    expect(body).toContain('0.0909');
    const empty = render(LossCurve, { props: { points: [], readNothing: 1, playhead: 0, width: 280 } }).body;
    expect(marks(empty, 'past')).toBe(0);
    expect(body + empty).not.toMatch(broken);
  });

  it('clip a loss to its plot, and draw no playhead’s dot above it', () => {
    const points = [0, 10, 100].map((step) => ({ step, loss: step ? 0.5 : 40 }));
    const draw = (playhead: number): string => render(LossCurve, { props: { points, readNothing: 1, playhead } }).body;
    expect(count(draw(10), /clip-path="url\(#[^"]+-plot\)"/g)).toBe(3);
    expect([marks(draw(10), 'dot'), marks(draw(0), 'dot')]).toEqual([1, 0]);
    expect(marks(draw(0), 'playhead')).toBe(1);
  });

  it('give a loss curve’s note its own room', () => {
    for (const width of [280, 552]) {
      const draw = (note?: string): string =>
        render(LossCurve, { props: { points: [], readNothing: 1, playhead: 0, width, end: 2000, note } }).body;
      expect(draw('step 1,060')).toContain('>step 1,060</text>');
      const without = draw('step 1').replace(/<text[^>]*>step 1<\/text>/, '');
      expect(without.replace(/<!--.*?-->/g, '')).toBe(draw().replace(/<!--.*?-->/g, ''));
      expect(draw()).toContain('2,000 steps');
    }
  });

  it('draw a bar for every value in the samples', () => {
    const { body } = render(SampleStrip, { props: { samples: [0.5, 0, 0, 0, 0.2, 1], n: 2 } });
    expect([marks(body, 'bar'), marks(body, 'sample'), marks(body, 'nothing')]).toEqual([3, 2, 1]);
    expect(body).not.toMatch(broken);
  });

  it('draw a model as a sign that screen readers pass over', () => {
    const { body } = render(ModelDisc, { props: { model: pairs, size: 24 } });
    expect(count(body, /<path/g)).toBe(4);
    expect(body).toContain('aria-hidden="true"');
  });

  it('tell every number in a table with heads for rows and columns', () => {
    const { body } = render(DataTable, { props: { view: pentagon, caption: 'All numbers' } });
    expect(count(body, /<th scope="row"/g)).toBe(5);
    expect(count(body, /<td/g)).toBe(5 * 8);
    expect(body).toContain('shared');
    expect(body).not.toMatch(broken);
  });
});

describe('a drawing of unknown width', () => {
  it('is made for a desk and for a phone, one of which the style sheet hides', () => {
    const children = createRawSnippet((width: () => number) => ({ render: () => `<i>${width()}</i>` }));
    const { body } = render(Sized, { props: { wide: 552, narrow: 280, children } });
    expect(body).toMatch(/class="wide[^"]*">.*<i>552<\/i>.*class="narrow[^"]*">.*<i>280<\/i>/s);
  });
});

describe('the type in figures', () => {
  const folder = new URL('../../src/viz/', import.meta.url);
  const components = readdirSync(folder).filter((name) => name.endsWith('.svelte'));

  it.each(components)('is never below 12 px in %s, except in indices', (name) => {
    const style = readFileSync(new URL(name, folder), 'utf8').split('<style>')[1] ?? '';
    for (const [, selector, rules] of style.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const size = /font(?:-size)?:[^;]*?([\d.]+)px/.exec(rules);
      if (size && !/\b(sub|index|raised)\b/.test(selector))
        expect(Number(size[1]), selector.trim()).toBeGreaterThanOrEqual(12);
    }
  });

  it.each(components)('and every colour of %s is a token', (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    expect(source).not.toMatch(
      /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)\(|(?:fill|stroke|color):\s*(?:white|black|red|blue)/i,
    );
  });
});
