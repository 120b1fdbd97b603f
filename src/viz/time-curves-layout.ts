/** A run over its steps: a line of D_i for every feature, the loss under them, on one axis. */
import { scaleLinear } from 'd3-scale';
import type { TimeScale } from '../models/recording/axis.ts';
import type { RunSeries } from '../models/recording/series.ts';
import { formatLoss, formatPlain } from './format.ts';
import type { Point } from './hull.ts';
import { simplified } from './simplify.ts';
import { spread } from './spread.ts';
import { LEVELS } from './time-levels.ts';
import { timeAxis, type TimeAxis } from './time-ticks.ts';

export interface TimeCurvesLayout {
  readonly width: number;
  readonly height: number;
  /** The plots' left and right. */
  readonly left: number;
  readonly right: number;
  readonly axis: TimeAxis;
  /** Baseline of the letters that mark moments. */
  readonly marksY: number;
  /** The chart of D_i: top, bottom, and y of a share. */
  readonly shares: Plot & { readonly y: (share: number) => number };
  readonly loss: Plot & {
    readonly y: (loss: number) => number;
    readonly ticks: readonly YTick[];
    readonly kind: 'linear' | 'zoomed' | 'log';
    /** Of an axis that does not begin at 0, where it does; and that what is above its other end is not drawn. */
    readonly note: string;
  };
  readonly levels: readonly { readonly y: number; readonly name: string; readonly labelY: number }[];
  /** SVG path data, one for each feature. */
  readonly lines: readonly string[];
  readonly lossLine: string;
  /** Which features end together, where there is room beside the lines. */
  readonly ends: readonly EndLabel[];
}

interface Plot {
  readonly ceiling: number;
  readonly floor: number;
}

interface YTick {
  readonly y: number;
  readonly text: string;
}

interface EndLabel {
  readonly y: number;
  readonly features: readonly number[];
  readonly text: string;
}

/** Narrower pictures have lower plots, and no words at the right, px. */
const NARROW = 520;
/** The left one takes a loss of four decimals, px. */
const MARGIN = { left: 60, right: 92, narrowLeft: 60, narrowRight: 13 };
/** Room for the chart's words and, under them, the letters of the moments; heights of the plots, px. */
const HEAD = { words: 26, marks: 22 };
const PLOT = { shares: 232, narrowShares: 190, loss: 64 };
const FOOT = 24;
/** Two labels of levels, or of ends, are at least this far apart, px. */
const LINE = 15;
/** Numbers alone may stand a little closer. */
const LEVEL_LINE = 13;
/** What a simplified line may be off, px. */
const TOLERANCE = 0.3;
/** Features whose last D_i are nearer than this end together. */
const TOGETHER = 0.03;
/** Numbers that fit into the right margin: of more features their count is said. */
const NAMED = 4;

interface Options {
  /** px, 260 and up. */
  readonly width: number;
  readonly scale: TimeScale;
  /** Of the whole run, where the axis ends also while the frames arrive. */
  readonly steps: number;
}

export function timeCurvesLayout(series: RunSeries, { width, scale, steps }: Options): TimeCurvesLayout {
  const narrow = width < NARROW;
  const left = narrow ? MARGIN.narrowLeft : MARGIN.left;
  const right = width - (narrow ? MARGIN.narrowRight : MARGIN.right);
  const axis = timeAxis(scale, steps, [left, right], width - right);
  const ceiling = HEAD.marks + HEAD.words;
  const floor = ceiling + (narrow ? PLOT.narrowShares : PLOT.shares);
  const y = (share: number): number => floor - share * (floor - ceiling);
  const loss = lossPlot(series, axis, { ceiling: floor + HEAD.words + LINE, narrow });
  const draw = (values: ArrayLike<number>, at: (value: number) => number): string =>
    path(
      simplified(
        Array.from(values, (value, k): Point => [axis.x(series.steps[k]), at(value)]),
        TOLERANCE,
      ),
    );
  return {
    width,
    height: loss.floor + FOOT,
    left,
    right,
    axis,
    marksY: ceiling - 8,
    shares: { ceiling, floor, y },
    loss,
    levels: levelLabels(y, { ceiling, floor }),
    lines: series.dimensionality.map((row) => draw(row, y)),
    lossLine: draw(series.losses, loss.y),
    ends: narrow ? [] : endLabels(series, y),
  };
}

/** Index of the feature whose line is nearest to (x, y) in the frame there, if it is near. */
export function lineAt({ axis, shares }: TimeCurvesLayout, series: RunSeries, x: number, y: number): number | null {
  const REACH = 14;
  if (series.steps.length === 0 || y < shares.ceiling - REACH || y > shares.floor + REACH) return null;
  const step = axis.stepAt(x);
  const next = series.steps.findIndex((each) => each >= step);
  const frame = next < 0 ? series.steps.length - 1 : next;
  const off = series.dimensionality.map((row) => Math.abs(shares.y(row[frame]) - y));
  const nearest = off.indexOf(Math.min(...off));
  return off[nearest] <= REACH ? nearest : null;
}

/** Share of the axis at which the first, steep fall of the loss is over. */
const BEGUN = 0.12;
/** A loss that has not fallen to this share of what it was then is drawn without its first fall, and not from 0. */
const ZOOMED = 0.5;
/** A loss that falls to less than this share of its most is drawn on a logarithmic axis. */
const FAR = 1 / 8;
/** Room over and under the range of a logarithmic axis, as a share of it. */
const AIR = 0.12;
/** Round losses along the axis, about, and the most of them. */
const TICKS = { wanted: 3, most: 4 };
/** Losses above the range leave it through the top, at most this many plots high: a coordinate that any renderer takes. */
const HIGHEST = 100;

/** Logarithmic where the loss falls far; after its first fall where a hundredth is to be seen; from 0 otherwise. */
function lossPlot(
  { steps, losses }: RunSeries,
  axis: TimeAxis,
  { ceiling, narrow }: { ceiling: number; narrow: boolean },
): TimeCurvesLayout['loss'] {
  const floor = ceiling + PLOT.loss;
  const later = losses.filter((_, k) => axis.position(steps[k]) >= BEGUN);
  const begun = Math.max(...(later.length > 0 ? later : losses), 0) || 1;
  const least = losses.length > 0 ? Math.min(...losses) : 0;
  const most = losses.length > 0 ? Math.max(...losses) : 1;
  const kind = least > ZOOMED * begun ? 'zoomed' : least > 0 && least < FAR * most ? 'log' : 'linear';
  const ends = { zoomed: [least, begun], log: [least, most], linear: [0, most] }[kind];
  const [low, high] = kind === 'log' ? ends : scaleLinear().domain(ends).nice(TICKS.wanted).domain();
  const measure = kind === 'log' ? Math.log : (loss: number): number => loss;
  const air = kind === 'log' ? AIR * (measure(high) - measure(low)) : 0;
  const [bottom, top] = [measure(low) - air, measure(high) + air];
  const y = (loss: number): number =>
    floor - Math.min((measure(loss) - bottom) / (top - bottom || 1), HIGHEST) * (floor - ceiling);
  const ticks = kind === 'log' ? logTicks(low, high, y) : linearTicks(low, high);
  return {
    ...{ ceiling, floor, y, kind },
    ticks: ticks.map(({ value, text }) => ({ y: y(value), text })),
    note:
      kind === 'zoomed'
        ? `axis from ${ticks[0].text}${most > high && !narrow ? '; the first steps lie above it' : ''}`
        : '',
  };
}

interface LossTick {
  readonly value: number;
  readonly text: string;
}

/** Round losses with as many decimals as the distance between them asks for. */
function linearTicks(low: number, high: number): LossTick[] {
  const all = scaleLinear().domain([low, high]).ticks(TICKS.wanted);
  const values = all.length > TICKS.most ? all.filter((_, k) => k % 2 === 0) : all;
  if (values.length < 2) return exactly(low, high);
  const digits = Math.max(0, -Math.floor(Math.log10(values[1] - values[0]) + 1e-9));
  return values.map((value) => ({ value, text: formatPlain(value, digits) }));
}

/** What stands for a decade, the first of these that leaves room for the numbers. */
const OF_DECADE = [[1, 2, 5], [1, 3], [1], [3]] as const; // prettier-ignore

function logTicks(low: number, high: number, y: (loss: number) => number): LossTick[] {
  const first = Math.floor(Math.log10(low));
  const decades = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, k) => first + k);
  const within = (digits: readonly number[]): number[] =>
    decades
      .flatMap((decade) => digits.map((digit) => Number(`${digit}e${decade}`)))
      .filter((value) => value >= low && value <= high);
  const values = OF_DECADE.map(within).find(
    (all) => all.length > 1 && all.slice(1).every((value, k) => y(all[k]) - y(value) >= LINE),
  );
  return values ? values.map((value) => ({ value, text: String(value) })) : exactly(low, high);
}

/** Where no two round losses lie in it: its ends; one of them where they are one. */
const exactly = (low: number, high: number): LossTick[] =>
  [...new Set([low, high])].map((value) => ({ value, text: formatLoss(value) }));

/** Names of levels, moved apart where two are too near to each other: halfway each. */
function levelLabels(y: (share: number) => number, { ceiling, floor }: Plot): TimeCurvesLayout['levels'] {
  const places = LEVELS.map(({ value }) => y(value));
  const down = spread(places, LEVEL_LINE, ceiling, floor);
  const up = spread(places.map((place) => -place), LEVEL_LINE, -floor, -ceiling); // prettier-ignore
  return LEVELS.map(({ name }, k) => ({ y: places[k], name, labelY: (down[k] - up[k]) / 2 }));
}

/** Groups of features that end on one height, from the top; what would stand too close moves down. */
function endLabels({ dimensionality, steps }: RunSeries, y: (share: number) => number): EndLabel[] {
  if (steps.length === 0) return [];
  const last = steps.length - 1;
  const order = dimensionality.map((_, i) => i).sort((a, b) => dimensionality[b][last] - dimensionality[a][last]);
  const groups: number[][] = [];
  for (const i of order) {
    const group = groups.at(-1);
    if (group && dimensionality[group[0]][last] - dimensionality[i][last] <= TOGETHER) group.push(i);
    else groups.push([i]);
  }
  let lowest = -Infinity;
  return groups.map((features) => {
    const mean = features.reduce((sum, i) => sum + dimensionality[i][last], 0) / features.length;
    lowest = Math.max(y(mean), lowest + LINE);
    const sorted = [...features].sort((a, b) => a - b);
    const numbers = sorted.map((i) => i + 1).join(' ');
    return { y: lowest, features: sorted, text: sorted.length <= NAMED ? numbers : `${sorted.length} features` };
  });
}

const path = (points: readonly Point[]): string =>
  points.map(([x, y], k) => `${k ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
