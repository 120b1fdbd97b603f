/** Every feature's share of a dimension over density: dots in columns, D* as a line, the fractions as hairlines. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { formatDensity } from './format.ts';
import { FRACTIONS, type Fraction } from './fractions.ts';
import { spread } from './spread.ts';

export interface ScatterColumn {
  /** 1 − S, in (0, 1]. */
  readonly density: number;
  /** D_i, [n]. */
  readonly dimensionality: ArrayLike<number>;
  /** D* = m / ‖W‖²_F. */
  readonly perFeature: number;
}

/** A shape that is the best there is by theory, over a range of densities. */
export interface BestRange {
  /** D_i of its features. */
  readonly share: number;
  /** The ends of the range, the larger density first. */
  readonly from: number;
  readonly to: number;
}

interface ScatterOptions {
  /** px, 280 and up. */
  readonly width: number;
  /** Every second feature, the second first, is of another class, and stands at the right of its column. */
  readonly classes: boolean;
  readonly best: readonly BestRange[];
  /** The density at the right end; that of the last column where it is left out. */
  readonly rarest?: number;
}

interface ColumnLayout {
  readonly density: number;
  readonly x: number;
  /** Where the dots of feature i stand, [n]. */
  readonly places: readonly (readonly [number, number])[];
  /** All dots of one class as one path: of zero-length lines for round caps, of small crosses for the other class. */
  readonly dots: string;
  readonly crosses: string;
}

interface Tick {
  readonly x: number;
  readonly density: string;
  readonly inverse: string;
}

export interface ScatterLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly ceiling: number;
  readonly floor: number;
  readonly columns: readonly ColumnLayout[];
  readonly line: string;
  readonly markers: readonly { readonly density: number; readonly x: number; readonly y: number }[];
  /** Where the line is named. */
  readonly name: { readonly x: number; readonly y: number };
  readonly fractions: readonly (Fraction & { readonly y: number; readonly labelY: number })[];
  /** Whether there is room for the fractions' names in full. */
  readonly named: boolean;
  /** Beside the lines, so that no dot is under them. */
  readonly best: readonly { readonly share: number; readonly x: number; readonly y: number; readonly width: number }[];
  readonly ticks: readonly Tick[];
  readonly shares: readonly { readonly y: number; readonly text: string }[];
  /** Position in `columns` of the one nearest to a place across. */
  nearest(x: number): number;
}

/** px. */
const LEFT = 52;
const NAMES = 158;
const SHORT_NAMES = 78;
const CEILING = 18;
const FOOT = 58;
const PLOT = { wide: 340, narrow: 270 };
/** What the line's name takes, in one line or in two. */
const NAME = { wide: 190, narrow: 92 };
/** From this width on the fractions are named. */
const WIDE = 640;
/** Air at both ends of the axis, and half the width of a column at most. */
const PADDING = { wide: 20, narrow: 14 };
const JITTER = 15;
/** Air between neighbouring columns, share. */
const COLUMN_SHARE = 0.42;
/** Top of the axis: D* of dense data is a little more than 1. */
const TOP = 1.04;
/** The axis goes at least as far as this density. */
const LEAST = 0.5;
const LABELS_APART = 18;
const TICKS_APART = 34;
const CROSS = 2.1;
/** Below a line there are more dots than above it, px. */
const BESIDE = { above: 8, below: 13 };

const INVERSES = [1, 2, 5, 10, 20, 50, 100, 200, 3, 4, 7, 15, 30, 70, 150, 300, 1.5];
/** The golden ratio: multiples of it, less their whole part, fill an interval evenly however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** @param columns the densest first, at least one */
export function fractionScatterLayout(
  columns: readonly ScatterColumn[],
  { width, classes, best, rarest: end = 1 }: ScatterOptions,
): ScatterLayout {
  const named = width >= WIDE;
  const [left, right] = [LEFT, width - (named ? NAMES : SHORT_NAMES)];
  const padding = named ? PADDING.wide : PADDING.narrow;
  const floor = CEILING + (named ? PLOT.wide : PLOT.narrow);
  const densities = columns.map(({ density }) => density);
  const rarest = Math.min(...densities, end, LEAST);
  const x = scaleLog()
    .domain([Math.max(...densities, 1), rarest])
    .range([left + padding, right - padding])
    .clamp(true);
  const y = scaleLinear().domain([0, TOP]).range([floor, CEILING]).clamp(true);
  const places = densities.map(x);
  const gaps = places.slice(1).map((place, k) => Math.abs(place - places[k]));
  const jitter = Math.min(JITTER, COLUMN_SHARE * Math.min(...gaps, 2 * JITTER));
  const markers = columns.map(({ density, perFeature }) => ({
    density,
    x: round(x(density)),
    y: round(y(perFeature)),
  }));
  const labels = spread(
    FRACTIONS.map(({ share }) => y(share)),
    LABELS_APART,
    0,
    floor + LABELS_APART,
  );
  return {
    width,
    height: floor + FOOT,
    left,
    right,
    ceiling: CEILING,
    floor,
    columns: columns.map(({ density, dimensionality }) =>
      columnLayout(density, x(density), dimensionality, { jitter, classes, y }),
    ),
    line: line<(typeof markers)[number]>()
      .x((marker) => marker.x)
      .y((marker) => marker.y)(markers) as string,
    markers,
    name: nameOf(markers, y, right - (named ? NAME.wide : NAME.narrow)),
    fractions: FRACTIONS.map((fraction, k) => ({ ...fraction, y: round(y(fraction.share)), labelY: labels[k] })),
    named,
    best: best
      .filter(({ from, to }) => from > rarest && to < 1)
      .map(({ share, from, to }) => {
        const at = x(Math.min(1, from));
        return {
          share,
          x: round(at),
          y: round(y(share) + besideLine(share, y)),
          width: round(x(Math.max(rarest, to)) - at),
        };
      }),
    ticks: ticksOf(x, rarest),
    shares: [1, 0.8, 0.6, 0.4, 0.2, 0].map((share) => ({
      y: y(share),
      text: share === 0 ? '0' : formatDensity(share).replace(/0$/, ''),
    })),
    nearest: (at) =>
      places.reduce((near, place, k) => (Math.abs(place - at) < Math.abs(places[near] - at) ? k : near), 0),
  };
}

/** How far below its line a range stands: above it, where the next line is not there. */
function besideLine(share: number, y: (share: number) => number): number {
  const above = FRACTIONS.filter((other) => other.share > share).map((other) => y(share) - y(other.share));
  return Math.min(...above, Infinity) < 2 * BESIDE.above + 2 ? BESIDE.below : -BESIDE.above;
}

function columnLayout(
  density: number,
  middle: number,
  dimensionality: ArrayLike<number>,
  { jitter, classes, y }: { jitter: number; classes: boolean; y: (share: number) => number },
): ColumnLayout {
  const places = Array.from(dimensionality, (share, i): [number, number] => {
    const off = 2 * ((i * GOLDEN) % 1) - 1;
    // Two classes share the column: half of it for each.
    const across = classes ? (off * 0.42 + (i & 1 ? 0.55 : -0.55)) * jitter : off * jitter;
    return [round(middle + across), round(y(share))];
  });
  const path = (draw: (at: readonly [number, number]) => string, second: boolean): string =>
    places.flatMap((place, i) => ((classes && (i & 1) === 1) === second ? draw(place) : [])).join('');
  return {
    density,
    x: round(middle),
    places,
    dots: path(([a, b]) => `M${a},${b}h0`, false),
    crosses: path(
      ([a, b]) =>
        `M${round(a - CROSS)},${round(b - CROSS)}l${2 * CROSS},${2 * CROSS}m0,${-2 * CROSS}l${-2 * CROSS},${2 * CROSS}`,
      true,
    ),
  };
}

/** Right of where the line falls through .8, where there is nothing else. */
function nameOf(
  markers: readonly { readonly x: number; readonly y: number }[],
  y: (share: number) => number,
  most: number,
): { x: number; y: number } {
  const level = y(0.84);
  const below = markers.find((marker) => marker.y > level);
  return { x: Math.min(most, (below ?? markers[0]).x + 12), y: level };
}

function ticksOf(x: (density: number) => number, rarest: number): Tick[] {
  const ticks: Tick[] = [];
  for (const inverse of INVERSES) {
    const density = 1 / inverse;
    if (density < rarest * 0.999) continue;
    const at = round(x(density));
    if (ticks.every((tick) => Math.abs(tick.x - at) >= TICKS_APART))
      ticks.push({ x: at, density: formatDensity(density), inverse: String(inverse) });
  }
  return ticks.sort((a, b) => a.x - b.x);
}

const round = (value: number): number => Math.round(value * 10) / 10;
