import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { POLYTOPES } from '../../src/models/geometry/polytopes.ts';
import { gram } from '../../src/models/metrics.ts';
import { anywhere } from '../../src/models/theory/sphere-energy.ts';
import GramTable from '../../src/viz/GramTable.svelte';
import { gramTableLayout } from '../../src/viz/gram-table-layout.ts';
import { latitudeAxis, longitudeAxis } from '../../src/viz/repel-axes.ts';
import { placedAt, pointUnder, repelLayout } from '../../src/viz/repel-layout.ts';
import RepelPoints from '../../src/viz/RepelPoints.svelte';
import { RESTING, turnMatrix } from '../../src/viz/space-turn.ts';

const rotation = turnMatrix(RESTING, 3);
const broken = /NaN|undefined|Infinity|\[object/;
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

describe('points on a sphere', () => {
  it('that are dragged to where they are seen stay where they are, near and far', () => {
    const U = anywhere(9, 3, 2);
    const layout = repelLayout(U, 3, rotation, 368);
    for (const { index, at, depth } of layout.points) {
      const place = placedAt(layout, at, 3, rotation, depth < 0);
      place.forEach((x, k) => expect(x).toBeCloseTo(U[3 * index + k], 9));
    }
  });

  it('go to the rim when they are dragged beyond it, and have length 1 wherever they go', () => {
    const layout = repelLayout(anywhere(4, 3, 1), 3, rotation, 368);
    for (const at of [
      [0, 0],
      [400, 30],
      [184, 184],
      [184, 60],
    ] as const)
      // prettier-ignore
      for (const d of [2, 3]) expect(Math.hypot(...placedAt(layout, at, d, rotation, false))).toBeCloseTo(1, 12);
    const rim = placedAt(layout, [368 * 2, 184], 3, rotation, false);
    expect(rim.reduce((sum, x, k) => sum + x * rotation[k], 0)).toBeCloseTo(1, 12);
  });

  it('are taken where the pointer is, the one in front before the one behind it', () => {
    const front = [0, 0, 1].map((_, k) => rotation[6 + k]);
    const layout = repelLayout([...front.map((x) => -x), ...front, 0, 1, 0], 3, rotation, 368);
    expect(pointUnder(layout, 186, 184)).toBe(1);
    expect(pointUnder(layout, 90, 184)).toBeNull();
  });

  it('are joined where they are closer than a right angle, and nowhere else', () => {
    expect(repelLayout(POLYTOPES.octahedron.vertices, 3, rotation, 368).pairs).toHaveLength(0);
    expect(repelLayout(POLYTOPES.pentagon.vertices, 2, rotation, 368).pairs).toHaveLength(5);
    expect(repelLayout(POLYTOPES.cube.vertices, 3, rotation, 368).pairs).toHaveLength(12);
  });

  it('can be moved by keys: each axis names where a point is and puts it a step further', () => {
    let now: readonly number[] = [0.6, 0.48, 0.64];
    const place = (to: readonly number[]): void => void (now = to);
    const around = longitudeAxis(now, place, 'around');
    around.onset(around.position + 1, true);
    expect(longitudeAxis(now, place, '').position).toBe(around.position + 1);
    expect(now[1]).toBeCloseTo(0.48, 12);
    const up = latitudeAxis(now, place, 'up');
    up.onset(up.position + 1, true);
    expect(latitudeAxis(now, place, '').position).toBe(up.position + 1);
    expect(Math.hypot(...now)).toBeCloseTo(1, 12);
    latitudeAxis(now, place, '').onset(60, true);
    expect(now[1]).toBeCloseTo(1, 12);
    longitudeAxis(now, place, '').onset(10, true);
    expect(now[1]).toBeLessThan(1);
  });

  it('on a circle have one axis, clockwise from the top', () => {
    let now: readonly number[] = [0, 1];
    longitudeAxis(now, (to) => (now = to), '').onset(30, true);
    expect(now[0]).toBeCloseTo(1, 12);
    expect(longitudeAxis(now, () => {}, '').text).toBe('90 degrees');
  });

  it('are drawn whole by the server on both, with a range for each thing that the keys move', () => {
    for (const [d, ranges] of [
      [2, 2],
      [3, 5],
    ] as const) {
      // prettier-ignore
      const props = { U: anywhere(12, d, 1), d, selected: 3, width: 280, label: 'points', onselect: () => {}, onmove: () => {} };
      const { body } = render(RepelPoints, { props });
      expect(body).not.toMatch(broken);
      expect(count(body, /<circle class="point/g)).toBe(12);
      expect(count(body, /type="range"/g)).toBe(ranges);
    }
  });
});

describe('the table of overlaps', () => {
  const { vertices, n, d } = POLYTOPES['pentagonal-bipyramid'];
  const props = {
    gram: gram(vertices, n, d),
    n,
    width: 400,
    label: 'overlaps',
    shares: new Array<string>(n).fill('2/5'),
  };

  it('fits the width that it is given, with every number and share', () => {
    for (const width of [220, 280, 400])
      for (const each of [2, 5, 8]) expect(gramTableLayout(each, width, true).width).toBeLessThanOrEqual(width);
    const { body } = render(GramTable, { props: { ...props, lit: 2, sets: [0, 0, 0, 0, 0, 1, 1] } });
    expect(body).not.toMatch(broken);
    expect(count(body, /class="number/g)).toBe(2 * n);
    expect(count(body, /class="share/g)).toBe(n);
  });

  it('has a legend of its colours where cells are too narrow for their numbers, and only there', () => {
    const { vertices, n, d } = POLYTOPES['square-antiprism'];
    for (const width of [220, 280, 400]) {
      const layout = gramTableLayout(n, width, true);
      expect(layout.legend === null).toBe(layout.numbered);
      expect(layout.legend ?? 0).toBeLessThan(layout.height - 19);
      const { body } = render(GramTable, { props: { gram: gram(vertices, n, d), n, width, label: '' } });
      expect(/linearGradient/.test(body)).toBe(!gramTableLayout(n, width, false).numbered);
    }
  });

  it('keeps rows and columns in the order asked for', () => {
    const { vertices, n, d } = POLYTOPES.square;
    const { body } = render(GramTable, {
      props: { gram: gram(vertices, n, d), n, width: 400, label: '', order: [0, 2, 1, 3] },
    });
    const cells = [...body.matchAll(/<text[^>]*style="fill:[^"]*">([^<]*)</g)].map(([, text]) => text);
    expect(cells.slice(0, 4)).toEqual(['1.00', '−1.00', '0', '0']);
  });
});
