import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { POLYTOPES } from '../../src/models/geometry/polytopes.ts';
import { modelView, type ModelView } from '../../src/viz/model-view.ts';
import Space from '../../src/viz/Space.svelte';

const view = (m: number, W: readonly number[]): ModelView => {
  const n = W.length / m;
  const importance = Array.from({ length: n }, (_, i) => 0.9 ** i);
  return modelView({ n, m, W, b: new Array<number>(n).fill(0), importance });
};
const octahedron = view(3, POLYTOPES.octahedron.vertices);
const simplex = view(4, POLYTOPES['4-simplex'].vertices);
const odd = view(3, [0, 1.7, 0, 0, 1.69, 0, 0, 0, 0, 0.05, 0, 0, 0, 0, -0.4]);

const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;
const marks = (html: string, name: string): number =>
  [...html.matchAll(/class="([^"]*)"/g)].filter(([, classes]) => classes.split(/\s+/).includes(name)).length;
const text = (html: string): string => html.replace(/<!--.*?-->|<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('the server’s picture of a space', () => {
  it('is whole at every width, lit or not, without a colour of its own', () => {
    for (const each of [octahedron, simplex, odd, view(3, [0, 0, 0])])
      for (const width of [200, 280, 368])
        for (const lit of [null, 0, each.n - 1, 99]) {
          const { body } = render(Space, { props: { view: each, width, lit, label: 'arrows' } });
          expect(body).not.toMatch(/NaN|undefined|Infinity|\[object/);
          expect(body).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)\((?!var)/i);
          expect(marks(body, 'number')).toBe(Array.from(each.metrics.norms).filter((norm) => norm >= 0.1).length);
        }
  });

  it('is turned with one range for each angle, two more in four dimensions', () => {
    expect(count(render(Space, { props: { view: octahedron } }).body, /type="range"/g)).toBe(2);
    const four = render(Space, { props: { view: simplex } }).body;
    expect(count(four, /type="range"/g)).toBe(4);
    expect(text(four)).toContain('seen from four dimensions');
  });

  it('dims all but the lit feature and drops the others’ shadows on its line', () => {
    const { body } = render(Space, { props: { view: octahedron, lit: 2 } });
    expect(marks(body, 'shadow')).toBe(5);
    expect(marks(body, 'negative')).toBe(1);
  });

  it('tells sets apart by marks around the numbers, and leaves the arrows the colours of their importances', () => {
    const colors = (body: string): string[] =>
      [...body.matchAll(/class="arrow[^"]*" style="color: ([^;]*);/g)].map(([, color]) => color);
    const alone = render(Space, { props: { view: octahedron } }).body;
    expect(marks(alone, 'mark')).toBe(0);
    const { body } = render(Space, { props: { view: octahedron, sets: [0, 0, 1, 1, 2, 2] } });
    expect(marks(body, 'mark')).toBe(6);
    expect(colors(body)).toHaveLength(6);
    expect(colors(body)).toEqual(colors(alone));
  });
});
