import { describe, expect, it } from 'vitest';
import { gram } from '../../src/models/metrics.ts';
import { probe } from '../../src/models/probe.ts';
import { modelView } from '../../src/viz/model-view.ts';
import { LANE, laneDomain, laneX, readingLane } from '../../src/viz/reading-lane-layout.ts';
import { sumLayout } from '../../src/viz/sum-layout.ts';

const pair = modelView({ n: 3, m: 2, W: [0, 1, 0, -1, 1, 0], b: [-0.1, 0.2, 0], importance: [1, 0.9, 0.8] });
const network = { ...pair, activation: 'relu' } as const;

describe('a lane', () => {
  const domain = [-1.5, 1.5] as const;
  const laneOf = (x: number[], i: number) => readingLane(probe(network, x).rows[i], i, 312, domain);

  it('goes from 0 through every contribution and the bias to the sum, its own feature first', () => {
    const lane = laneOf([0.5, 0.9, 0], 1);
    expect(lane.steps.map(({ feature }) => feature)).toEqual([1, 0, null]);
    expect(lane.steps[0].from).toBe(lane.zero);
    lane.steps.slice(1).forEach(({ from }, k) => expect(from).toBe(lane.steps[k].to));
    expect(lane.steps[2].to).toBeCloseTo(lane.before, 9);
    expect(lane.after).toBeCloseTo(laneX(0.9 - 0.5 + 0.2, 312, domain), 9);
    expect(lane.wanted).toBeCloseTo(laneX(0.9, 312, domain), 9);
    expect(lane.clipped).toBe(false);
  });

  it('shows what the ReLU cuts off', () => {
    const lane = laneOf([0.9, 0, 0], 1);
    expect(lane.clipped).toBe(true);
    expect(lane.before).toBeLessThan(lane.zero);
    expect(lane.after).toBe(lane.zero);
  });

  it('keeps its steps above its result, however many there are', () => {
    const n = 20;
    const many = { W: Array<number>(n).fill(0.3), b: Array<number>(n).fill(0.1), importance: Array<number>(n).fill(1) };
    const { rows } = probe({ ...many, activation: 'relu' }, Array<number>(n).fill(0.7));
    const { steps } = readingLane(rows[3], 3, 200, domain);
    expect(steps).toHaveLength(n + 1);
    expect(Math.max(...steps.map(({ y }) => y))).toBeLessThan(LANE.result);
  });

  it('never leaves its width, even where a value leaves the axis', () => {
    expect(laneX(99, 100, domain)).toBe(laneX(1.5, 100, domain));
    expect(laneX(-99, 100, domain)).toBeGreaterThanOrEqual(0);
  });

  it('has an axis that holds every sum that inputs can make', () => {
    const G = gram(pair.W, 3, 2);
    const [low, high] = laneDomain(G, pair.b, 0);
    for (const x of [
      [1, 1, 1],
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]) {
      for (const { before, after } of probe(network, x).rows) {
        expect(before).toBeGreaterThanOrEqual(low);
        expect(after).toBeLessThanOrEqual(high);
      }
    }
    // Signed inputs reach as far down as up.
    expect(laneDomain([1], [0], -1)).toEqual([-1, 1.1]);
  });
});

describe('the sum in the plane', () => {
  const layoutOf = (x: number[], lit: number | null = null) => sumLayout(pair, probe(network, x), 300, lit);

  it('goes head to tail from the origin to h', () => {
    const { summands, h, plane } = layoutOf([0.5, 0, 0.8]);
    expect(summands.map(({ feature }) => feature)).toEqual([0, 2]);
    expect(summands[0].from).toEqual(plane.origin);
    expect(summands[1].from).toEqual(summands[0].to);
    expect(summands[1].to).toEqual(h);
    expect(h[0]).toBeCloseTo(plane.origin[0] + 0.8 * plane.radius, 9);
    expect(h[1]).toBeCloseTo(plane.origin[1] - 0.5 * plane.radius, 9);
  });

  it('draws an arrow that runs back beside the one before it, not over it', () => {
    const { summands, h, plane } = layoutOf([0.9, 0.9, 0]);
    expect(Math.abs(summands[1].from[0] - summands[0].to[0])).toBeGreaterThan(4);
    expect(h).toEqual(plane.origin);
  });

  it('writes the letter of h clear of the arrows that meet there', () => {
    for (const x of [
      [0.9, 0.9, 0],
      [0.5, 0, 0.8],
      [0, 0, 0],
    ] as const) {
      const { h, hLabel, summands, plane } = layoutOf([...x]);
      const own = plane.arrows.map(({ tip }) => ({ from: plane.origin, to: tip }));
      expect(Math.hypot(hLabel[0] - h[0], hLabel[1] - h[1])).toBeCloseTo(15, 6);
      for (const { from, to } of [...summands, ...own]) {
        for (let t = 0; t <= 1; t += 0.05) {
          const at = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
          expect(Math.hypot(hLabel[0] - at[0], hLabel[1] - at[1])).toBeGreaterThan(9);
        }
      }
    }
  });

  it('drops h at a right angle onto the line of the feature that is read', () => {
    const { reading, h, plane } = layoutOf([0.5, 0, 0.8], 0);
    expect(reading?.foot[0]).toBeCloseTo(plane.origin[0], 9);
    expect(reading?.foot[1]).toBeCloseTo(h[1], 9);
    expect(layoutOf([0.5, 0, 0.8]).reading).toBeNull();
  });
});
