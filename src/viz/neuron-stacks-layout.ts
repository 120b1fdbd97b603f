/**
 * The stack plot of a hidden layer (Elhage et al. 2022, "Superposition in a privileged basis" and "Computation in
 * superposition"): a column for each neuron, in it a rectangle for each weight, as high as the weight is
 * large, positive ones stacked above the axis and negative ones below, the largest next to the axis.
 */
import { scaleLinear } from 'd3-scale';
import { numberedPlaces } from './numbered.ts';

/** Weights smaller than this on the screen are one grey rectangle together, px. */
const LEAST_RECT = 1;
/** A number needs this much height and, by its digits, this much width, px. */
const LABEL = { height: 14, digit: 7.4, air: 4 };
/** Most room of a column, and the share of it that is air, px. */
const PITCH = { most: 88, air: 0.2, mostAir: 14 };
/** Room for the vertical axis' numbers at the left; above the plot for its head; below for glyphs and numbers, px. */
const AXIS = { left: 34, head: 30, glyphs: 16, numbers: 41 };
/** Two neurons' numbers are at least this far apart, px. */
const NUMBERS = 19;
/** The axis reaches at least to 1, so that a weight of 1 has its line. */
const LEAST_ABOVE = 1;
/** Ticks are whole weights, about this far apart, px. */
const TICK_DISTANCE = 44;

export interface StackRect {
  readonly feature: number;
  /** The weight, with its sign. */
  readonly value: number;
  /** Top and height, px: the height is |value| · unit, without the gap that is left between two marks. */
  readonly y: number;
  readonly height: number;
  /** The feature's number has room in it. */
  readonly labelled: boolean;
}

export interface StackColumn {
  readonly neuron: number;
  readonly x: number;
  readonly width: number;
  /** From the largest to the smallest, above and below the axis mixed. */
  readonly rects: readonly StackRect[];
  /** What is too small to be told apart: at the outer end of either arm. */
  readonly rests: readonly { readonly y: number; readonly height: number }[];
}

/** How far the tallest columns reach in units of weight. */
export interface StackExtent {
  readonly above: number;
  readonly below: number;
}

export interface StacksLayout {
  readonly width: number;
  readonly height: number;
  /** Left and right of the columns' room, px; right is less than `width` where few neurons need less. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** y of weight 0, and px of weight 1. */
  readonly zeroY: number;
  readonly unit: number;
  /** Distance of the columns, px. */
  readonly pitch: number;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly columns: readonly StackColumn[];
  /** Middle of the row of glyphs, base line of the row of numbers, and where a column is underlined. */
  readonly glyphY: number;
  readonly numberY: number;
  readonly footY: number;
  /** Neurons whose number has room under their column. */
  readonly numbered: readonly number[];
}

interface StacksOptions {
  /** px, 60 and up. */
  readonly width: number;
  /** Of the plot between its tallest columns, px. */
  readonly plot: number;
  /** |w|, all above the axis. */
  readonly absolute?: boolean;
  /** Without axis numbers, head and neurons' numbers: a panel among others. */
  readonly bare?: boolean;
  /** The domain, where several plots share one; by default this model's own. */
  readonly extent?: StackExtent;
}

/** The sums over the positive and over the negative weights of the neurons that have the largest ones. */
export function stackExtent(weights: ArrayLike<number>, n: number, m: number, absolute = false): StackExtent {
  let [above, below] = [LEAST_ABOVE, 0];
  for (let k = 0; k < m; k++) {
    let [positive, negative] = [0, 0];
    for (let i = 0; i < n; i++) {
      const w = weights[i * m + k];
      if (w >= 0 || absolute) positive += Math.abs(w);
      else negative -= w;
    }
    [above, below] = [Math.max(above, positive), Math.max(below, negative)];
  }
  return { above, below };
}

/**
 * @param weights n rows of m: row i is feature i
 * @param n features, 1 and up
 * @param m neurons, 1 … 64 and more
 */
export function neuronStacksLayout(
  weights: ArrayLike<number>,
  n: number,
  m: number,
  { width, plot, absolute = false, bare = false, extent }: StacksOptions,
): StacksLayout {
  const { above, below } = extent ?? stackExtent(weights, n, m, absolute);
  const left = bare ? 0 : AXIS.left;
  const pitch = Math.min(PITCH.most, (width - left) / m);
  const top = bare ? 0 : AXIS.head;
  const unit = plot / (above + below);
  const zeroY = top + above * unit;
  const bottom = top + plot;
  const scale = scaleLinear().domain([-below, above]).range([bottom, top]);
  return {
    width,
    height: bottom + (bare ? AXIS.glyphs : AXIS.numbers + 1),
    left,
    right: left + m * pitch,
    top,
    bottom,
    zeroY,
    unit,
    pitch,
    ticks: scale
      .ticks(Math.max(2, Math.round(plot / TICK_DISTANCE)))
      .filter((value) => Number.isInteger(value))
      .map((value) => ({ y: scale(value), value })),
    columns: Array.from({ length: m }, (_, neuron) => {
      const box = columnBox(left, pitch, neuron);
      const column = Array.from({ length: n }, (_unused, i) => weights[i * m + neuron]);
      return { neuron, ...box, ...stack(column, { zeroY, unit, width: box.width, absolute }) };
    }),
    glyphY: bottom + 10,
    numberY: bottom + 34,
    footY: bottom + AXIS.numbers,
    numbered: numberedPlaces(m, pitch, NUMBERS),
  };
}

/** Whole pixels where there is room for them, so that columns of one width look it. */
function columnBox(left: number, pitch: number, k: number): { x: number; width: number } {
  const air = Math.min(PITCH.mostAir, PITCH.air * pitch);
  if (pitch < 8) return { x: left + k * pitch + air / 2, width: pitch - air };
  const x = Math.round(left + k * pitch + air / 2);
  return { x, width: Math.round(left + (k + 1) * pitch - air / 2) - x };
}

interface StackRoom {
  readonly zeroY: number;
  readonly unit: number;
  readonly width: number;
  readonly absolute: boolean;
}

function stack(
  column: readonly number[],
  { zeroY, unit, width, absolute }: StackRoom,
): Pick<StackColumn, 'rects' | 'rests'> {
  const order = column
    .map((value, feature) => ({ feature, value }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.feature - b.feature);
  const reach = { up: 0, down: 0 };
  const rest = { up: 0, down: 0 };
  const rects: StackRect[] = [];
  for (const { feature, value } of order) {
    const arm = value > 0 || absolute ? 'up' : 'down';
    const height = Math.abs(value) * unit;
    if (height < LEAST_RECT) {
      rest[arm] += height;
      continue;
    }
    const y = arm === 'up' ? zeroY - reach.up - height : zeroY + reach.down;
    const labelled = height >= LABEL.height && width >= LABEL.air + LABEL.digit * String(feature + 1).length;
    rects.push({ feature, value, y, height, labelled });
    reach[arm] += height;
  }
  const rests = [
    { y: zeroY - reach.up - rest.up, height: rest.up },
    { y: zeroY + reach.down, height: rest.down },
  ].filter(({ height }) => height > 0);
  return { rects, rests };
}

/** The neuron in whose column a point is, air and foot included, and the feature whose rectangle it is in. */
export function stackAt(
  { left, right, pitch, columns, height }: StacksLayout,
  x: number,
  y: number,
): { neuron: number; feature: number | null } | null {
  if (x < left || x >= right || y < 0 || y >= height) return null;
  const neuron = Math.min(columns.length - 1, Math.floor((x - left) / pitch));
  const rect = columns[neuron].rects.find((each) => y >= each.y && y < each.y + each.height);
  return { neuron, feature: rect?.feature ?? null };
}

/**
 * The feature one rectangle up (1) or down (−1) from the lit one in a stack; the largest where none of the stack is lit,
 * the same at the stack's ends, null where the stack has no rectangle.
 */
export function nextInStack({ rects }: StackColumn, lit: number | null, step: 1 | -1): number | null {
  const upward = [...rects].sort((a, b) => b.y - a.y);
  const at = upward.findIndex(({ feature }) => feature === lit);
  if (at < 0) return rects[0]?.feature ?? null;
  return upward[Math.max(0, Math.min(upward.length - 1, at + step))].feature;
}
