import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import DensityCurves from '../../src/viz/DensityCurves.svelte';
import { densityCurvesLayout, type DensityChart } from '../../src/viz/density-curves-layout.ts';
import DensitySlider from '../../src/viz/DensitySlider.svelte';

const chart: DensityChart = {
  key: 'counts',
  series: [
    {
      name: 'kept',
      mark: 'main',
      points: [
        { density: 0.01, value: 10 },
        { density: 1, value: 5 },
        { density: 0.1, value: 9 },
      ],
      now: 8,
    },
  ],
  scale: { kind: 'linear', top: 10 },
  format: String,
  reference: { value: 5, name: 'linear 5' },
};
const size = { width: 500, domain: [1, 0.001] as const, cursor: 0.1 };

describe('the layout of curves over density', () => {
  it('runs from dense at the left to rare at the right, in equal steps of the logarithm', () => {
    const { left, right, ticks, cursorX } = densityCurvesLayout([chart], size);
    expect(ticks.map(({ density }) => density)).toEqual([1, 0.1, 0.01, 0.001]);
    ticks.forEach(({ x }, k) => expect(x).toBeCloseTo(left + ((right - left) * k) / 3, 6));
    expect(cursorX).toBeCloseTo(ticks[1].x, 6);
  });

  it('leaves the words over a chart clear of the chart above and of the axis below', () => {
    const { charts, axisY, height } = densityCurvesLayout([chart, { ...chart, key: 'again' }], size);
    expect(charts[1].ceiling - charts[0].floor).toBeGreaterThanOrEqual(40);
    expect(height - axisY).toBeGreaterThanOrEqual(30);
  });

  it('draws points in order of density, however they are listed', () => {
    const [{ curves, floor, ceiling }] = densityCurvesLayout([chart], size).charts;
    const xs = curves[0].dots.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(curves[0].dots.at(-1)?.y).toBeCloseTo(ceiling, 6);
    expect(curves[0].dots[0].y).toBeCloseTo((floor + ceiling) / 2, 6);
    expect(curves[0].path.match(/[ML]/g)).toHaveLength(3);
  });

  it('keeps values past the top and densities past the end inside', () => {
    const wild = { ...chart, series: [{ ...chart.series[0], points: [{ density: 0.0001, value: 99 }], now: 99 }] };
    const { right, charts } = densityCurvesLayout([wild], { ...size, cursor: 0.0001 });
    expect(charts[0].curves[0].dots[0]).toEqual({ x: right, y: charts[0].ceiling });
    expect(charts[0].curves[0].now).toBe(charts[0].ceiling);
  });

  it('ends a logarithmic axis on whole decades around the values, and survives a loss of zero', () => {
    const loss = { ...chart, scale: { kind: 'log' } as const, series: [{ ...chart.series[0], now: 0.03 }] };
    const points = [
      { density: 1, value: 0.2 },
      { density: 0.1, value: 0 },
    ];
    const [{ ticks, curves }] = densityCurvesLayout(
      [{ ...loss, series: [{ ...loss.series[0], points }] }],
      size,
    ).charts;
    expect(ticks.map(({ text }) => text)).toEqual(['0.01', '1']);
    expect(curves[0].dots.every(({ y }) => Number.isFinite(y))).toBe(true);
  });
});

describe('the curves', () => {
  const title = createRawSnippet<[string]>(() => ({ render: () => '<tspan>features</tspan>' }));

  it('print the value at the cursor, and stand without one', () => {
    const at = render(DensityCurves, {
      props: { charts: [chart], domain: [1, 0.001], cursor: 0.1, width: 500, title },
    });
    expect(at.body).toMatch(/kept[\s\S]*>8</);
    expect(at.body.match(/class="now/g)).toHaveLength(1);
    const none = render(DensityCurves, {
      props: { charts: [chart], domain: [1, 0.001], cursor: null, width: 500, title },
    });
    expect(none.body).not.toContain('class="cursor');
    // Words come after the line through all charts, with their halo.
    expect(at.body.indexOf('>features<')).toBeGreaterThan(at.body.indexOf('class="cursor'));
    expect(at.body + none.body).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the density slider', () => {
  it('is a native range that says sparsity and density', () => {
    const props = { value: 0.9, most: 0.999, stops: [], label: 'Density' };
    const ignore = (): void => {};
    const { body } = render(DensitySlider, { props: { ...props, oninput: ignore, onchange: ignore, onreset: ignore } });
    expect(body).toContain('max="576"');
    expect(body).toContain('value="192"');
    expect(body).toContain('aria-valuetext="sparsity 0.90, density 0.10"');
  });
});
