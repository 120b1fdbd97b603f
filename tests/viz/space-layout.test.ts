import { describe, expect, it } from 'vitest';
import { hullEdges } from '../../src/models/geometry/hull-edges.ts';
import { POLYTOPES, type Polytope, type PolytopeId } from '../../src/models/geometry/polytopes.ts';
import { gram } from '../../src/models/metrics.ts';
import { modelView, type ModelView } from '../../src/viz/model-view.ts';
import { boxAround, overlap } from '../../src/viz/place-labels.ts';
import { setOutline } from '../../src/viz/set-outline.ts';
import { hullFeatures, spaceLayout, type SpaceLayout } from '../../src/viz/space-layout.ts';
import { spaceProjections } from '../../src/viz/space-light.ts';
import { RESTING, turnedBy, turnedByKey, turnMatrix, type SpaceTurn } from '../../src/viz/space-turn.ts';

const viewOf = ({ n, d, vertices }: Pick<Polytope, 'n' | 'd' | 'vertices'>): ModelView =>
  modelView({ n, m: d, W: vertices, b: new Array<number>(n).fill(0), importance: new Array<number>(n).fill(1) });
const named = (id: PolytopeId): ModelView => viewOf(POLYTOPES[id]);
const FRONT: SpaceTurn = { across: 0, down: 0, fourthAcross: 0, fourthDown: 0 };

function seen(view: ModelView, turn: SpaceTurn, size = 368): SpaceLayout {
  return spaceLayout(view, { rotation: turnMatrix(turn, view.m), hull: hullEdges(view.W, view.m), size });
}
/** Turns from all sides. */
const turns = Array.from({ length: 60 }, (_, k): SpaceTurn => ({
  across: (k * 137.5) % 360,
  down: ((k * 47) % 181) - 90,
  fourthAcross: (k * 61) % 360,
  fourthDown: (k * 101) % 360,
}));

describe('turning', () => {
  it.each([3, 4])('in %i dimensions is orthogonal, so that no length or angle changes', (m) => {
    for (const turn of turns) {
      const rotation = turnMatrix(turn, m);
      gram(rotation, m, m).forEach((dot, at) => expect(dot).toBeCloseTo(at % (m + 1) === 0 ? 1 : 0, 12));
    }
  });

  it('moves what faces the reader with the pointer: to the right, and down', () => {
    const front = (turn: SpaceTurn): number[] => [...turnMatrix(turn, 3)].filter((_, at) => at % 3 === 2);
    expect(front(turnedBy(FRONT, { right: 30, down: 0 }))[0]).toBeCloseTo(0.5, 12);
    expect(front(turnedBy(FRONT, { right: 0, down: 30 }))[1]).toBeCloseTo(-0.5, 12);
  });

  it('goes around sideways, and not over the top', () => {
    expect(turnedBy({ ...FRONT, across: 350 }, { right: 20, down: 0 }).across).toBe(10);
    expect(turnedBy(FRONT, { right: -10, down: 0 }).across).toBe(350);
    expect(turnedBy(FRONT, { right: 0, down: 200 }).down).toBe(90);
  });

  it('by keys goes the same ways, with Shift into the fourth dimension where there is one, and home', () => {
    const press = (key: string, shift: boolean, m: number) => turnedByKey(FRONT, { key, shift }, m);
    expect(press('ArrowRight', false, 3)).toEqual({ ...FRONT, across: 5 });
    expect(press('ArrowUp', false, 3)).toEqual({ ...FRONT, down: -5 });
    expect(press('ArrowDown', true, 3)).toEqual({ ...FRONT, down: 5 });
    expect(press('ArrowDown', true, 4)).toEqual({ ...FRONT, fourthDown: 5 });
    expect(press('Home', false, 4)).toEqual(RESTING);
    expect(press('PageUp', false, 3)).toBeNull();
  });
});

describe('the layout of a space', () => {
  it('seen from the front has h₁ to the right and h₂ up, at the plane’s scale', () => {
    const { arrows, origin, radius } = seen(named('octahedron'), FRONT, 400);
    expect([origin, radius]).toEqual([[200, 200], 150]);
    const tip = (feature: number) => arrows.find((arrow) => arrow.feature === feature)?.tip;
    expect(tip(0)).toEqual([200, 50]);
    expect(tip(2)).toEqual([350, 200]);
    expect(tip(4)?.[0]).toBeCloseTo(200);
    expect(arrows.map(({ feature }) => feature)).toEqual([5, 3, 2, 1, 0, 4]);
  });

  it('draws an arrow at the reader as a dot, and one beyond 1.3 smaller instead of outside', () => {
    const { arrows } = seen(named('octahedron'), FRONT);
    expect(arrows.filter(({ dot }) => dot > 0).map(({ feature }) => feature)).toEqual([5, 4]);
    const long = { n: 2, d: 3, vertices: [0, 2.6, 0, 1, 0, 0] };
    expect(seen(viewOf(long), FRONT, 400).radius).toBeCloseTo(75);
  });

  it('hides of a cube from a corner three edges, and of an octahedron from a face three', () => {
    const hidden = (id: PolytopeId, turn: SpaceTurn): number =>
      seen(named(id), turn).edges.filter((edge) => edge.hidden).length;
    const corner = { ...FRONT, across: 45, down: (Math.atan(Math.SQRT1_2) * 180) / Math.PI };
    expect(hidden('cube', corner)).toBe(3);
    expect(hidden('octahedron', corner)).toBe(3);
    // Straight on, the far square and the sides, which run straight away from the reader.
    expect(hidden('cube', FRONT)).toBe(4 + 4);
  });

  it('hides no edge of a flat shape, nor in four dimensions', () => {
    const flat = { n: 3, d: 3, vertices: [0, 1, 0, 1, 0, 0, 0, 0, 1] };
    for (const turn of turns) {
      expect(seen(viewOf(flat), turn).edges.filter(({ hidden }) => !hidden)).toHaveLength(3);
      expect(seen(named('4-simplex'), turn).edges.filter(({ hidden }) => !hidden)).toHaveLength(10);
    }
  });

  it('lets no two numbers overlap from any side', () => {
    for (const id of ['octahedron', 'cube', 'icosahedron', 'pentagonal-bipyramid', '4-simplex'] as const) {
      for (const turn of turns) {
        const boxes = seen(named(id), turn, 280).arrows.map(({ label, feature }) =>
          boxAround(label, 9 * String(feature + 1).length),
        );
        boxes.forEach((a, k) => boxes.slice(k + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
      }
    }
  });

  it.each([
    [3, 280],
    [4, 280],
    [3, 368],
    [4, 368],
  ])('keeps the numbers of twenty features in %i dimensions apart, off all words, and inside %i px', (m, size) => {
    // Directions all around, lengths as trained models have them; the last seven are left out, in runs and alone.
    const row = (i: number): number[] =>
      Array.from({ length: m }, (_, k) => Math.sin(2.4 * i + 1.7 * k * k + 0.9 * i * k));
    const lengthOf = (i: number): number => (i < 13 ? 0.85 + 0.3 * ((i * 0.618) % 1) : 0.02);
    const vertices = Array.from({ length: 20 }, (_, i) => row(i).map((x) => (x * lengthOf(i)) / Math.hypot(...row(i))));
    const view = viewOf({ n: 20, d: m, vertices: vertices.flat() });
    for (const turn of [RESTING, ...turns]) {
      const layout = spaceLayout(view, { rotation: turnMatrix(turn, m), hull: [], size });
      const { sign, rimLabel, fourLabel, listLabel, atOrigin } = layout;
      const words = [
        { x: sign[0], y: sign[1], width: 72, height: 72 },
        boxAround(rimLabel, 50),
        boxAround(listLabel, 48 + 5.5 * (atOrigin ?? '').length),
        ...(m === 4 ? [boxAround(fourLabel, 150)] : []),
      ];
      expect(overlap(words[0], words[2])).toBe(false);
      const numbers = layout.arrows.map(({ label, feature }) => boxAround(label, 9 * String(feature + 1).length));
      numbers.forEach((a, k) => {
        for (const b of [...words, ...numbers.slice(k + 1)]) expect(overlap(a, b)).toBe(false);
        // The figure's own margin is this wide on the smallest screen.
        for (const [at, side] of [
          [a.x, a.width],
          [a.y, a.height],
        ]) {
          expect(at - side / 2).toBeGreaterThanOrEqual(-16);
          expect(at + side / 2).toBeLessThanOrEqual(size + 16);
        }
      });
      for (const { x, y, width, height } of words.slice(1)) {
        expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width / 2, y + height / 2)).toBeLessThanOrEqual(size);
      }
    }
  });

  it('lists features that are as good as 0, and leaves them out of the hull', () => {
    const view = viewOf({ n: 4, d: 3, vertices: [0, 1, 0, 1, 0, 0, 0, 0, 0.02, 0, 0, 0.3] });
    expect(seen(view, FRONT).atOrigin).toBe('3');
    expect(hullFeatures(view)).toEqual([0, 1]);
  });

  it('counts the features that are as good as 0 where a list of them is wider than the picture', () => {
    // Every third of twenty is kept, so no run is longer than two: the longest list there is.
    const vertices = Array.from({ length: 20 }, (_, i) => [i % 3 === 2 ? 1 : 0, 0, 0]).flat();
    const view = viewOf({ n: 20, d: 3, vertices });
    expect(seen(view, FRONT, 280).atOrigin).toBe('14 of 20');
    expect(seen(view, FRONT, 460).atOrigin).toMatch(/^1, 2, 4, 5.*19, 20$/);
  });

  it('has an equator whose halves meet at the rim and of which the lower is nearer when seen from above', () => {
    const { equator, origin, radius } = seen(named('octahedron'), { ...FRONT, across: 70, down: 30 });
    const numbers = (path = ''): number[] => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
    const [x0, y0, rx, ry, , , sweep, x1] = numbers(equator?.near);
    expect([x0, y0, rx, x1].map(Math.round)).toEqual([origin[0] - radius, origin[1], radius, origin[0] + radius]);
    expect(ry).toBeCloseTo(radius / 2, 1);
    expect(sweep).toBe(0);
    expect(seen(named('4-simplex'), FRONT).equator).toBeNull();
  });

  it('in four dimensions tells how much of a feature points where nobody can look', () => {
    const cross = { n: 4, d: 4, vertices: [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] };
    const share = (turn: SpaceTurn, feature: number) =>
      seen(viewOf(cross), turn).arrows.find((arrow) => arrow.feature === feature)?.seen;
    expect(share(FRONT, 1)).toBeCloseTo(1);
    expect(share(FRONT, 3)).toBeCloseTo(0);
    expect(share(turnedBy(FRONT, { right: 30, down: 0, fourth: true }), 1)).toBeCloseTo(0.75);
  });
});

describe('the light in space', () => {
  it('drops every feature’s shadow on the lit one’s line at Ŵ_lit·W_j', () => {
    const view = named('tetrahedron');
    for (const turn of turns.slice(0, 5)) {
      const layout = seen(view, turn);
      const light = spaceProjections(layout, 3, 2);
      expect(light?.shadows).toHaveLength(3);
      for (const { value, foot } of light?.shadows ?? []) {
        expect(value).toBeCloseTo(-1 / 3, 12);
        const [x, y] = [layout.turned[6], layout.turned[7]];
        expect(foot[0]).toBeCloseTo(layout.origin[0] - (layout.radius * x) / 3);
        expect(foot[1]).toBeCloseTo(layout.origin[1] + (layout.radius * y) / 3);
      }
    }
    expect(spaceProjections(seen(view, FRONT), 3, 9)).toBeNull();
  });
});

describe('sets', () => {
  it('differ by a mark', () => {
    const marks = [0, 1, 2, 3].map(setOutline);
    expect(new Set(marks).size).toBe(4);
    expect(marks.every((path) => path.startsWith('M'))).toBe(true);
  });
});
