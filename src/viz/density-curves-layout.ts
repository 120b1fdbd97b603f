/** Small charts over one axis of density, from 1 at the left to rare at the right, as in the strip of models. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';

export interface DensityPoint {
  /** In (0, 1]. */
  readonly density: number;
  readonly value: number;
}

export interface DensitySeries {
  readonly name: string;
  /** How it is drawn: the chart's main line, or the class "alone". */
  readonly mark: 'main' | 'alone';
  /** In any order. */
  readonly points: readonly DensityPoint[];
  /** Its value in the model that is looked at. */
  readonly now: number | null;
}

export interface DensityChart {
  readonly key: string;
  readonly series: readonly DensitySeries[];
  /** A value that is the same at every density, drawn as a dotted line with its name. */
  readonly reference?: { readonly value: number; readonly name: string };
  /** Top of the axis where it is linear; a logarithmic one runs around the values. */
  readonly scale: { readonly kind: 'linear'; readonly top: number } | { readonly kind: 'log' };
  readonly format: (value: number) => string;
  /** The numbers of the vertical axis, where they are shorter. */
  readonly tick?: (value: number) => string;
}

interface CurveLayout {
  readonly name: string;
  readonly mark: DensitySeries['mark'];
  readonly path: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly now: number | null;
}

export interface ChartLayout {
  readonly key: string;
  /** Top and bottom of the plot. */
  readonly ceiling: number;
  readonly floor: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly reference: { readonly y: number; readonly name: string } | null;
  readonly curves: readonly CurveLayout[];
}

export interface DensityCurvesLayout {
  readonly width: number;
  readonly height: number;
  /** The plots' left and right. */
  readonly left: number;
  readonly right: number;
  readonly charts: readonly ChartLayout[];
  readonly axisY: number;
  readonly ticks: readonly { readonly x: number; readonly density: number }[];
  readonly cursorX: number;
}

/** Height of a plot, of the words over it, and of the axis at the foot, px. */
const PLOT = 64;
const HEAD = 40;
const FOOT = 30;
/** Room for the vertical axes' numbers, px; a thumb's radius at the right. */
export const CURVE_MARGIN = { left: 56, right: 13 };

/**
 * @param domain the densities at the left and at the right, the first the larger
 * @param cursor the density that is looked at
 */
export function densityCurvesLayout(
  charts: readonly DensityChart[],
  { width, domain, cursor }: { width: number; domain: readonly [number, number]; cursor: number },
): DensityCurvesLayout {
  const [left, right] = [CURVE_MARGIN.left, width - CURVE_MARGIN.right];
  const x = scaleLog().domain(domain).range([left, right]).clamp(true);
  const axisY = charts.length * (HEAD + PLOT);
  return {
    width,
    height: axisY + FOOT,
    left,
    right,
    charts: charts.map((chart, k) => chartLayout(chart, k * (HEAD + PLOT) + HEAD, x)),
    axisY,
    ticks: x
      .ticks()
      .filter((density) => /^1(e|$)/.test(density.toExponential().replace('.0', '')))
      .map((density) => ({ x: x(density), density })),
    cursorX: x(cursor),
  };
}

function chartLayout(chart: DensityChart, ceiling: number, x: (density: number) => number): ChartLayout {
  const floor = ceiling + PLOT;
  const values = chart.series.flatMap(({ points, now }) => [
    ...points.map(({ value }) => value),
    ...(now === null ? [] : [now]),
  ]);
  const { y, ticks } = verticalScale(chart.scale, values, [floor, ceiling]);
  const draw = line<DensityPoint>()
    .x(({ density }) => round(x(density)))
    .y(({ value }) => round(y(value)));
  return {
    key: chart.key,
    ceiling,
    floor,
    ticks: ticks.map((value) => ({ y: y(value), text: (chart.tick ?? chart.format)(value) })),
    reference: chart.reference ? { y: y(chart.reference.value), name: chart.reference.name } : null,
    curves: chart.series.map(({ name, mark, points, now }) => {
      const sorted = [...points].sort((a, b) => b.density - a.density);
      return {
        name,
        mark,
        path: draw(sorted) ?? '',
        dots: sorted.map(({ density, value }) => ({ x: x(density), y: y(value) })),
        now: now === null ? null : y(now),
      };
    }),
  };
}

function verticalScale(
  scale: DensityChart['scale'],
  values: readonly number[],
  range: readonly [number, number],
): { y: (value: number) => number; ticks: number[] } {
  if (scale.kind === 'linear') {
    const y = scaleLinear().domain([0, scale.top]).range(range).clamp(true);
    return { y, ticks: [0, scale.top] };
  }
  const positive = values.filter((value) => value > 0);
  // Without a positive value there is nothing to draw; any decade does for the axis.
  const least = positive.length > 0 ? Math.min(...positive) : 0.1;
  const most = positive.length > 0 ? Math.max(...positive) : 1;
  const bottom = 10 ** Math.floor(Math.log10(least));
  const top = Math.max(bottom * 10, 10 ** Math.ceil(Math.log10(most)));
  const y = scaleLog().domain([bottom, top]).range(range).clamp(true);
  return { y: (value) => y(Math.max(value, bottom)), ticks: [bottom, top] };
}

const round = (value: number): number => Math.round(value * 10) / 10;
