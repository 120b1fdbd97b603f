/** A loss surface over two weights as a contour map: steps of grey, some of them named, valleys with their losses. */
import { contours } from 'd3-contour';
import { formatLoss, formatPlain } from './format.ts';
import type { Point } from './hull.ts';
import { boxAround, overlap, type Box } from './place-labels.ts';
import { levelNames } from './surface-names.ts';

/** A local minimum; the surface is the same at (−w₁, −w₂). */
export interface SurfaceMinimum {
  readonly w1: number;
  readonly w2: number;
  readonly loss: number;
  readonly global: boolean;
}

export interface SurfaceField {
  /**
   * Losses, [size, size]: from left to right w₁ rises, from top to bottom w₂ falls, and a value stands for the middle of
   * its cell.
   */
  readonly values: ArrayLike<number>;
  readonly size: number;
  /** w₁ and w₂ run from −extent to extent. */
  readonly extent: number;
}

const LEFT = 34;
const BELOW = 36;
/** Levels in a decade, as one writes them, and those of them that are named. */
const MANTISSAS = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8] as const;
const NAMED: readonly number[] = [1, 2, 5];
/** The shares of the surface that lie below the lowest and the highest level: what is above is one grey. */
const LEVELS = { from: 0.015, to: 0.93 } as const;
/** The highest grey, as a share of ink-3 on paper. */
const DARKEST = 0.5;
/** From a minimum to its loss under it, and across the ring around it, px. */
const UNDER = 22;
const RING = 18;

interface SurfaceLevel {
  readonly loss: number;
  /** The area where the loss is above the level. */
  readonly path: string;
  readonly fill: string;
}

export interface SurfaceLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Side of the map, px; its top is 0. */
  readonly side: number;
  readonly levels: readonly SurfaceLevel[];
  readonly names: readonly { readonly text: string; readonly at: Point }[];
  readonly minima: readonly {
    readonly at: Point;
    readonly mirror: Point;
    readonly global: boolean;
    readonly text: string;
    readonly textAt: Point;
  }[];
  readonly ticks: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly pointOf: (w1: number, w2: number) => Point;
  readonly weightsAt: (x: number, y: number) => { readonly w1: number; readonly w2: number };
}

/** @param width px, 260 and up */
export function surfaceLayout(field: SurfaceField, minima: readonly SurfaceMinimum[], width: number): SurfaceLayout {
  const side = width - LEFT - 1;
  const { extent, size } = field;
  const pointOf = (w1: number, w2: number): Point => [
    LEFT + ((w1 + extent) / (2 * extent)) * side,
    ((extent - w2) / (2 * extent)) * side,
  ];
  const hold = (w: number): number => Math.round(Math.max(-extent, Math.min(extent, w)) * 100) / 100;
  const toPx = ([x, y]: readonly number[]): Point => [LEFT + (x / size) * side, (y / size) * side];

  const values = Array.from(field.values);
  const levels = levelsOf(values);
  const rings = contours().size([size, size]).thresholds(levels)(values);
  const marks = minima.map(({ w1, w2, loss, global }) => {
    const at = pointOf(w1, w2);
    const text = formatLoss(loss);
    const half = (text.length * CHARACTER) / 2;
    const textAt: Point = [
      Math.min(at[0], LEFT + side - half),
      at[1] + UNDER > side - 6 ? at[1] - UNDER + 6 : at[1] + UNDER,
    ];
    return { at, mirror: pointOf(-w1, -w2), global, text, textAt };
  });
  return {
    width,
    height: side + BELOW,
    left: LEFT,
    side,
    levels: rings.map(({ value, coordinates }, k) => ({
      loss: value,
      path: coordinates
        .flat()
        .map(
          (ring) =>
            `M${simplified(ring.map(toPx))
              .map((at) => at.map(round).join())
              .join('L')}Z`,
        )
        .join(''),
      fill: `color-mix(in oklab, var(--ink-3) ${round((100 * DARKEST * (k + 1)) / rings.length)}%, var(--paper))`,
    })),
    names: levelNames(field, levels.filter(isNamed), marks.flatMap(inMap), side).map(({ level, at: [x, y] }) => ({
      text: formatLevel(level),
      at: [LEFT + x, y],
    })),
    minima: marks,
    ticks: [-1, 0, 1].map((w) => ({ x: pointOf(w, 0)[0], y: pointOf(0, w)[1], text: formatPlain(w, 0) })),
    pointOf,
    weightsAt: (x, y) => ({
      w1: hold(((x - LEFT) / side) * 2 * extent - extent),
      w2: hold(extent - (y / side) * 2 * extent),
    }),
  };
}

/** What the starting point says until it is moved, and the advance of one of its characters, px. */
export const START_NAME = 'start: click or drag';
const START_CHARACTER = 5.2;
/** From the starting point to the middle of its name: over and under it, and beside it to the name’s near end, px. */
const START = { over: 19, under: 21, beside: 14 } as const;

/** The middle of the starting point’s name: over it, else where it lies on no valley, no loss and no level’s name. */
export function startNameAt({ minima, names, left, side }: SurfaceLayout, [x, y]: Point): Point {
  const width = START_CHARACTER * START_NAME.length;
  const beside = width / 2 + START.beside;
  const taken: Box[] = [
    ...minima.flatMap(({ at, mirror, text, textAt }) => [
      boxAround(at, RING),
      boxAround(mirror, RING),
      boxAround([textAt[0], textAt[1] - 4], CHARACTER * text.length),
    ]),
    ...names.map(({ text, at }) => boxAround(at, CHARACTER * text.length)),
  ];
  const places: Point[] = [
    [x, y - START.over],
    [x, y + START.under],
    [x - beside, y],
    [x + beside, y],
  ];
  const isFree = (place: Point): boolean =>
    Math.abs(place[0] - left - side / 2) <= (side - width) / 2 &&
    taken.every((box) => !overlap(box, boxAround(place, width)));
  return places.find(isFree) ?? places[0];
}

/** Farthest that a contour may pass from a point that it leaves out, px. */
const OFF = 0.2;

/** A ring without the points that lie on the way from the last one kept to the next: most of a smooth contour's. */
function simplified(ring: readonly Point[]): Point[] {
  const kept = [ring[0]];
  let skipped: Point[] = [];
  for (let k = 1; k < ring.length - 1; k++) {
    skipped.push(ring[k]);
    const [from, to] = [kept[kept.length - 1], ring[k + 1]];
    if (skipped.every((at) => distance(at, from, to) <= OFF)) continue;
    kept.push(ring[k]);
    skipped = [];
  }
  return kept;
}

/** From a point to the line through two others, px; to `from` where these are one. */
function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return Math.hypot(x - x0, y - y0);
  return Math.abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length;
}

function levelsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [from, to] = [LEVELS.from, LEVELS.to].map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
  const levels: number[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power++) {
    for (const mantissa of MANTISSAS) {
      const level = Number(`${mantissa}e${power}`);
      if (level >= from && level <= to) levels.push(level);
    }
  }
  return levels;
}

/** What of a minimum must stay free, px from the map's top left. */
const inMap = ({ at, mirror, textAt }: Record<'at' | 'mirror' | 'textAt', Point>): Point[] =>
  [at, mirror, textAt].map(([x, y]) => [x - LEFT, y]);

const isNamed = (level: number): boolean => NAMED.includes(level / 10 ** Math.floor(Math.log10(level) + 1e-9));

/** "0.2": a named level has one digit. */
const formatLevel = (level: number): string => formatPlain(level, Math.max(0, -Math.floor(Math.log10(level) + 1e-9)));

/** Advance of a character of a loss, px. */
const CHARACTER = 7;
const round = (value: number): number => Math.round(value * 10) / 10;
