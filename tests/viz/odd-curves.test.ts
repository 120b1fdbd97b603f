import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import recorded from '../../src/article/figures/perturbed/still.json' with { type: 'json' };
import { oddCurvesLayout } from '../../src/viz/odd-curves-layout.ts';
import OddCurves from '../../src/viz/OddCurves.svelte';
import { pillWidth } from '../../src/viz/phase-axes.ts';

const input = { curves: recorded.curves, dots: recorded.dots, ends: [0.1, 4], paper: 0.4 } as const;
const WIDTHS = [280, 480, 800];

describe('the chart of the odd feature', () => {
  it('has axes with titles, the value that is set as a pill, and the crossing in words', () => {
    for (const width of WIDTHS) {
      const props = { ...input, ratio: 0.3, width, label: '', onmove: () => {} };
      const { body } = render(OddCurves, { props });
      expect(body).not.toMatch(/NaN|undefined|Infinity/);
      for (const text of ['>loss<', '>density of feature 1 / the others’<', '>0.30<', '>lines cross at 0.27<'])
        expect(body).toContain(text);
    }
  });

  it('keeps the crossing’s pill on the plot, and the ticks clear of the pills', () => {
    for (const width of WIDTHS)
      for (const ratio of [0.1, 0.27, 0.4, 1, 3.9]) {
        const { crossing, ticks, cursor, left, right } = oddCurvesLayout({ ...input, ratio }, width);
        if (!crossing) throw new Error('nothing to look at');
        expect(crossing.pill - crossing.wide / 2).toBeGreaterThanOrEqual(left);
        expect(crossing.pill + crossing.wide / 2).toBeLessThanOrEqual(right);
        for (const { at } of ticks) expect(Math.abs(at - cursor)).toBeGreaterThan(30);
      }
  });

  it('says whose the dotted line is at every width: at its foot, clear of both curves', () => {
    for (const width of WIDTHS) {
      const { paper, branches, right, floor } = oddCurvesLayout({ ...input, ratio: 1 }, width);
      const { body } = render(OddCurves, { props: { ...input, ratio: 1, width, label: '', onmove: () => {} } });
      expect(body).toContain('>in the paper 0.40<');
      if (!paper) throw new Error('nothing to look at');
      const [x, y] = paper.label;
      expect(x + pillWidth(paper.text, 0)).toBeLessThan(right);
      expect(y).toBeLessThan(floor);
      const curves = branches.flatMap(({ path }) =>
        [...path.matchAll(/([\d.]+),([\d.]+)/g)].map((at) => at.map(Number)),
      );
      for (const [, px, py] of curves) if (px >= x) expect(py).toBeLessThan(y - 14);
    }
  });
});
