/** What the figure and its section say, against the models they say it of. */
import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../src/article/figures/basic/charts.ts';
import { readNothingOf, viewOf } from '../../src/article/figures/basic/models.ts';
import { nearestGroup } from '../../src/article/figures/starts/groups.ts';
import { sentenceText, type Selected } from '../../src/article/figures/basic/sentence.ts';
import { percent } from '../../src/article/prose/percent.ts';
import recorded from '../../src/article/figures/basic/still.json' with { type: 'json' };
import { stillPicture } from '../../src/article/figures/basic/still.ts';
import {
  crowd,
  dense,
  keptCounts,
  linear,
  m,
  morePairs,
  n,
  pairs,
  rarest,
} from '../../src/article/pages/index/at-scale.ts';
import { linearOptimum } from '../../src/models/theory/linear.ts';
import { modelView, type ModelView } from '../../src/viz/model-view.ts';

const { groups } = stillPicture(recorded);

/** n features in m dimensions: the first `alone` with one each, the next `paired` facing each other, the rest at 0. */
function arranged(n: number, m: number, alone: number, paired: number): ModelView {
  const W = new Float32Array(n * m);
  for (let i = 0; i < alone; i++) W[i * m + i] = 1;
  for (let k = 0; k < paired; k++) W[(alone + k) * m + alone + (k >> 1)] = k % 2 ? -1 : 1;
  return modelView({ n, m, W, b: Array(n).fill(0), importance: Array(n).fill(1) });
}
const said = (view: ModelView, extra: Partial<Selected> = {}): string =>
  sentenceText({ density: 0.1, view, loss: 0.07, readNothing: 1, ...extra });

describe('the sentence of now', () => {
  it('says how many are kept and how they share the dimensions', () => {
    expect(said(arranged(20, 5, 1, 8))).toBe(
      'At density 0.1 (S = 0.9) nine of the twenty features are kept, one with a dimension of its own and eight sharing ' +
        'the other four. The loss is 7.0 % of what reading nothing would cost.',
    );
    expect(said(arranged(20, 5, 5, 0))).toContain(
      'five of the twenty features are kept, each with a dimension of its own.',
    );
    expect(said(arranged(20, 5, 0, 10))).toContain(
      'ten of the twenty features are kept, all of them sharing the five dimensions.',
    );
    expect(said(arranged(30, 10, 9, 2))).toContain('eleven of the 30 features');
    expect(said(arranged(4, 4, 4, 0))).toContain('all four features are kept');
    expect(said(arranged(3, 1, 0, 0))).toContain('none of the three features are kept. The loss');
    expect(said(arranged(3, 1, 1, 0))).toContain('one of the three features is kept, with a dimension of its own.');
  });

  it('says of the linear model that it stands at no density', () => {
    expect(said(arranged(20, 5, 5, 0), { density: null })).toMatch(/^In the linear model five of the twenty/);
  });

  it('rounds a share to what can be told apart', () => {
    expect([0.0712, 0.0999, 0.167, 1].map(percent)).toEqual(['7.1 %', '10 %', '17 %', '100 %']);
  });
});

describe('the section on scale', () => {
  const alone = ({ metrics }: ModelView): number => metrics.dedicated;
  const kept = ({ metrics }: ModelView): number => metrics.represented;
  const offDiagonal = ({ metrics, n: size }: ModelView): number[] =>
    Array.from(metrics.gram).filter((_, k) => k % (size + 1) !== 0);

  it('says truly that the linear model keeps the most important features alone, and dense data change nothing', () => {
    const { kept: best } = linearOptimum(groups[0].settings, m);
    for (const view of [linear, dense.view]) {
      expect([kept(view), alone(view)]).toEqual([m, m]);
      for (const i of best) expect(view.metrics.norms[i]).toBeGreaterThan(0.9);
    }
    for (let i = m; i < n; i++) expect(dense.view.b[i]).toBeCloseTo(0.5, 1);
  });

  it('says truly that pairs come next, from the unimportant end, and that the account of dimensions is exact', () => {
    expect(pairs.view.metrics.superposition.slice(0, alone(pairs.view)).every((s) => s < 0.1)).toBe(true);
    for (const { view } of [pairs, morePairs]) {
      expect(alone(view) + (kept(view) - alone(view)) / 2).toBe(m);
      for (let i = 0; i < n; i++)
        if (view.metrics.norms[i] >= 0.9 && view.metrics.superposition[i] >= 0.1)
          expect(Math.min(...view.metrics.gram.slice(i * n, (i + 1) * n))).toBeLessThan(-0.8);
    }
  });

  it('says truly that in rare data nobody is alone, interference turns positive and biases negative', () => {
    for (const { view } of [crowd, rarest]) expect(alone(view)).toBe(0);
    expect(Math.max(...offDiagonal(pairs.view))).toBeLessThan(0.05);
    expect(Math.max(...offDiagonal(rarest.view))).toBeGreaterThan(0.2);
    // Slightly negative where the crowding begins (experiment E3), clearly so where it is worst.
    expect(Math.min(...Array.from(crowd.view.b))).toBeLessThan(0);
    expect(Math.min(...Array.from(rarest.view.b))).toBeLessThan(-0.1);
    expect(kept(rarest.view)).toBeGreaterThan(2 * m);
  });

  it('counts what the published figure counts, within one', () => {
    [5, 7, 9, 10, 11, 12, 12].forEach((count, k) => expect(Math.abs(keptCounts[k] - count)).toBeLessThanOrEqual(1));
  });
});

describe('the curves', () => {
  const looked = { group: groups[3], view: viewOf(groups[3], groups[3].starts[0]), loss: groups[3].starts[0].loss };

  it('hold a point for each density and the linear model as a dotted line', () => {
    const [counts, dimensions, share, loss] = chartsOf(groups, looked);
    for (const { series } of [counts, dimensions, share, loss])
      for (const { points } of series) expect(points).toHaveLength(7);
    expect(counts.series.map(({ points }) => points.map(({ value }) => value))[0]).toEqual(keptCounts);
    expect(counts.reference).toEqual({ value: 5, name: 'linear 5' });
    // D* is 1 while each feature has a dimension, and 1/2 where all are in pairs.
    expect(dimensions.series[0].points[0].value).toBeCloseTo(1, 1);
    expect(dimensions.series[0].points[3].value).toBeCloseTo(0.5, 1);
    const { loss: optimum } = linearOptimum(groups[0].settings, m);
    expect(share.reference?.value).toBeCloseTo(optimum / readNothingOf(groups[0]), 2);
    expect(loss.series[0].now).toBe(groups[3].starts[0].loss);
  });

  it('find the model nearest to a density on their axis, never the linear one', () => {
    expect(nearestGroup(groups, 0.1)?.key).toBe('0.1');
    expect(nearestGroup(groups, 0.06)?.key).toBe('0.1');
    expect(nearestGroup(groups, 0.05)?.key).toBe('0.03');
    expect(nearestGroup([groups[0]], 0.1)).toBeNull();
  });
});
