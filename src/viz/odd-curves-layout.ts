/** Where everything of the odd feature's chart stands: two losses as curves over the relative density, models as dots. */
import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { OddCurves } from '../models/theory/odd-curves.ts';
import type { Point } from './hull.ts';
import { formatTwo, logScale, logTicks, pillWidth, type AxisTick, type Ends } from './phase-axes.ts';
import { phaseColor } from './phase-color.ts';

/** A trained model. */
export interface OddDot {
  readonly ratio: number;
  readonly loss: number;
  /** How many features it represents. */
  readonly kept: number;
  /** Of the odd feature: Σ_{j≠i} (Ŵ_i·W_j)² and ‖W_i‖. */
  readonly superposition: number;
  readonly norm: number;
}

export interface OddInput {
  /** Null where they are not known. */
  readonly curves: OddCurves | null;
  readonly dots: readonly OddDot[];
  /** The two ends of the axis, and where the reader stands. */
  readonly ends: Ends;
  readonly ratio: number;
  /** The paper's crossing, where it applies. */
  readonly paper: number | null;
}

interface Branch {
  readonly name: string;
  readonly path: string;
  readonly label: Point;
  /** Whether the name ends there instead of beginning. */
  readonly ends: boolean;
}

/** Models of one relative density and loss. */
interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly color: string;
  /** Those of the reader's relative density. */
  readonly here: boolean;
}

export interface OddCurvesLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly ceiling: number;
  readonly floor: number;
  readonly ticks: readonly AxisTick[];
  readonly losses: readonly AxisTick[];
  readonly branches: readonly Branch[];
  readonly clusters: readonly Cluster[];
  /** Where the branches cross, and the pill that says so: its middle and width. */
  readonly crossing: { readonly at: Point; readonly text: string; readonly pill: number; readonly wide: number } | null;
  /** The paper's line, and where its words begin: at its foot, where both curves are far above at any width. */
  readonly paper: { readonly x: number; readonly text: string; readonly label: Point } | null;
  readonly cursor: number;
  readonly cursorText: string;
  readonly valueAt: (x: number) => number;
}

const PLOT = 220;
const ABOVE = 46;
/** The ticks, the value that is set, and the axis' title. */
const BELOW = 54;
const LEFT = 52;
const RIGHT = 16;
/** Models whose losses differ by less than this share are one dot: the larger, the more there are. */
const SAME = 0.01;
/** Ticks nearer to the value that is set would be under its pill, px. */
const UNDER_PILL = 34;
/** The crossing's pill reaches this far beyond its line, and air inside it, px. */
const BEYOND = 20;
const PILL_AIR = 6;
/** From the foot of the paper's line to its words, px. */
const PAPER_WORDS: Point = [6, -8];
/** Radius of one model, and of as many as there are starts, px. */
const RADIUS = [2.4, 5.6] as const;

/** Where the axis begins and ends. */
export const oddFrame = (width: number): { readonly left: number; readonly right: number } => ({
  left: LEFT,
  right: width - RIGHT,
});

/** @param width px, 280 and up */
export function oddCurvesLayout({ curves, dots, ends, ratio, paper }: OddInput, width: number): OddCurvesLayout {
  const { left, right } = oddFrame(width);
  const [ceiling, floor] = [ABOVE, ABOVE + PLOT];
  const x = logScale(ends, [left, right]);
  const points = curves?.points ?? [];
  const all = [...points.flatMap(({ pairs, pentagon }) => [pairs, pentagon ?? pairs]), ...dots.map(({ loss }) => loss)];
  const y = scaleLog(lossEnds(all), [floor, ceiling]);
  const draw = line<Point>(
    (point) => round(point[0]),
    (point) => round(point[1]),
  );
  const five = points.flatMap(({ ratio: at, pentagon }) => (pentagon === null ? [] : [[x(at), y(pentagon)] as Point]));
  const four = points.map(({ ratio: at, pairs }): Point => [x(at), y(pairs)]);
  /** Beside the curves at equal density: from there on the one is flat, and the other goes steeply down. */
  const beside = (path: readonly Point[], [dx, dy]: Point): Point => {
    const [px, py] = path.find(([at]) => at >= x(1) - 1) ?? [right, floor];
    return [px + dx, py + dy];
  };
  const lossAt = (at: number): number => {
    const k = points.findIndex(({ ratio: each }) => each >= at);
    const [a, b] = [points[Math.max(0, k - 1)], points[Math.max(0, k)]];
    const share = a === b ? 0 : Math.log(at / a.ratio) / Math.log(b.ratio / a.ratio);
    return a.pairs * (b.pairs / a.pairs) ** share;
  };
  const crossing = crossingOf(curves?.crossing ?? null, (at) => [x(at), y(lossAt(at))], left);
  return {
    width,
    height: floor + BELOW,
    left,
    right,
    ceiling,
    floor,
    ticks: logTicks(ends, [left, right]).filter(({ at }) => Math.abs(at - x(ratio)) > UNDER_PILL),
    losses: logTicks(y.domain() as [number, number], [floor, ceiling]),
    branches: curves
      ? [
          { name: 'two opposite pairs', path: draw(four) ?? '', label: beside(four, [-8, -6]), ends: true },
          { name: 'pentagon', path: draw(five) ?? '', label: beside(five, [8, 20]), ends: false },
        ]
      : [],
    clusters: clustersOf(dots, ratio).map(({ dot, count, most }) => ({
      x: x(dot.ratio),
      y: y(dot.loss),
      r: RADIUS[0] + (RADIUS[1] - RADIUS[0]) * Math.sqrt((count - 1) / Math.max(1, most - 1)),
      color: phaseColor(dot.superposition, dot.norm),
      here: dot.ratio === ratio,
    })),
    crossing,
    paper: paper === null ? null : paperOf(x(paper), floor, paper),
    cursor: x(ratio),
    cursorText: formatTwo(ratio),
    valueAt: (at) => x.invert(at),
  };
}

/** The pill stands left of its line, where the paper's is not, and never over the axis. */
function crossingOf(ratio: number | null, place: (ratio: number) => Point, left: number): OddCurvesLayout['crossing'] {
  if (ratio === null) return null;
  const text = `lines cross at ${formatTwo(ratio)}`;
  const wide = pillWidth(text, PILL_AIR);
  const at = place(ratio);
  return { at, text, wide, pill: Math.max(left, at[0] + BEYOND - wide) + wide / 2 };
}

const paperOf = (x: number, floor: number, ratio: number): OddCurvesLayout['paper'] => ({
  x,
  text: `in the paper ${formatTwo(ratio)}`,
  label: [x + PAPER_WORDS[0], floor + PAPER_WORDS[1]],
});

/** 1, 2, 5, 10 … around all losses. */
function lossEnds(losses: readonly number[]): Ends {
  if (losses.length === 0) return [0.001, 0.1];
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const steps = [1, 2, 3, 5, 10];
  const below = 10 ** Math.floor(Math.log10(least));
  const above = 10 ** Math.floor(Math.log10(most));
  return [
    below * (steps.findLast((step) => step * below <= least) ?? 1),
    above * (steps.find((step) => step * above >= most) ?? 10),
  ];
}

interface Counted {
  readonly dot: OddDot;
  readonly count: number;
  /** How many models there are at its relative density. */
  readonly most: number;
}

/** The reader's own on top. */
function clustersOf(dots: readonly OddDot[], here: number): Counted[] {
  const clusters: { dot: OddDot; count: number }[] = [];
  for (const dot of dots) {
    const same = clusters.find(
      (each) =>
        each.dot.ratio === dot.ratio && each.dot.kept === dot.kept && Math.abs(each.dot.loss / dot.loss - 1) < SAME,
    );
    if (same) same.count++;
    else clusters.push({ dot, count: 1 });
  }
  return clusters
    .map((each) => ({ ...each, most: dots.filter(({ ratio }) => ratio === each.dot.ratio).length }))
    .sort((a, b) => Number(a.dot.ratio === here) - Number(b.dot.ratio === here));
}

const round = (value: number): number => Math.round(value * 10) / 10;
