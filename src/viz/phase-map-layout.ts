/** Where everything of a phase map stands: axes, cross-hair with its cell’s values, the lines of theory. */
import { endsOf, valueOn, type PhaseAxis } from '../models/phase/axis.ts';
import { cellAt, cellCentre, type PhaseGrid, type PhasePlace } from '../models/phase/grid.ts';
import type { Point } from './hull.ts';
import { AXIS_CHARACTER, formatTwo, logScale, logTicks, pillWidth, withValue, type Ends } from './phase-axes.ts';

/** Below this the axes make room for the map, px. */
const NARROW = 420;
/** Height of the map as a share of its width. */
const ASPECT = 437 / 546;
/** Room at the left for the vertical axis, above for its name where it stands there, below for the horizontal axis, px. */
const LEFT = { wide: 66, narrow: 46 } as const;
const ABOVE = { wide: 1, narrow: 26 } as const;
const BELOW = 56;
/** A pill, and what is left between it and the map at its left, px. */
const PILL = { height: 22, air: { wide: 7, narrow: 4 }, gap: { wide: 5, narrow: 3 } } as const;
/** From the map to the middle of an axis' numbers, px. */
const TICK = { x: 17, y: 10 } as const;

export interface Pill {
  readonly axis: PhaseAxis;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapTick {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where the mark on the axis is, x of the horizontal one, y of the vertical one. */
  readonly at: number;
}

export interface PhaseMapLayout {
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  /** The map's top left corner and its size. */
  readonly left: number;
  readonly top: number;
  readonly plot: { readonly width: number; readonly height: number };
  /** Of the cell, px. */
  readonly cell: { readonly width: number; readonly height: number };
  readonly cross: Point;
  readonly ticks: Readonly<Record<PhaseAxis, readonly MapTick[]>>;
  /** At the cross-hair, of the cell that it is in. */
  readonly pills: readonly Pill[];
  /** px in the whole drawing to a place, held inside the map and rounded to what a link carries. */
  readonly placeAt: (x: number, y: number) => PhasePlace;
  /** px of a place. */
  readonly pointOf: (place: PhasePlace) => Point;
}

/** @param width of the drawing, 280 and up, px */
export function phaseMapLayout(grid: PhaseGrid, place: PhasePlace, width: number): PhaseMapLayout {
  const narrow = width < NARROW;
  const size = narrow ? 'narrow' : 'wide';
  const [left, top] = [LEFT[size], ABOVE[size]];
  const plot = { width: width - left - 1, height: Math.round((width - left - 1) * ASPECT) };
  const [right, bottom] = [left + plot.width, top + plot.height];
  const scales = {
    importance: logScale(endsOf(grid, 'importance'), [left, right]),
    density: logScale(endsOf(grid, 'density'), [top, bottom]),
  };
  const pointOf = ({ r, p }: PhasePlace): Point => [scales.importance(r), scales.density(p)];
  const cross = pointOf(place);
  // Of the cell, not of the cross-hair in it: all that is said beside the map is of the model that was trained there.
  const cell = cellCentre(grid, cellAt(grid, place));
  const pill = (axis: PhaseAxis, at: (width: number) => Point): Pill => {
    const text = formatTwo(valueOn(cell, axis));
    const across = pillWidth(text, PILL.air[size]);
    const [x, y] = at(across);
    return { axis, text, x, y, width: across, height: PILL.height };
  };
  const pills = [
    pill('importance', (w) => [held(cross[0], left + w / 2 - TICK.y, right - w / 2 + 1), bottom + TICK.x]),
    pill('density', (w) => [left - PILL.gap[size] - w / 2, held(cross[1], top + PILL.height / 2, bottom - 5)]),
  ];
  return {
    narrow,
    width,
    height: bottom + BELOW,
    left,
    top,
    plot,
    cell: { width: plot.width / grid.cells, height: plot.height / grid.cells },
    cross,
    ticks: {
      importance: ticksOf('importance', grid, [left, right], bottom, pills[0]),
      density: ticksOf('density', grid, [top, bottom], left, pills[1]),
    },
    pills,
    placeAt: (x, y) =>
      withValue(
        grid,
        withValue(grid, place, 'importance', scales.importance.invert(x)),
        'density',
        scales.density.invert(y),
      ),
    pointOf,
  };
}

const held = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The numbers of an axis, those at the corners pulled inwards, without those that the pill covers. */
function ticksOf(axis: PhaseAxis, grid: PhaseGrid, [from, to]: Ends, edge: number, pill: Pill): MapTick[] {
  return logTicks(endsOf(grid, axis), [from, to]).flatMap(({ at, text }): MapTick[] => {
    const half = (text.length * AXIS_CHARACTER) / 2;
    if (axis === 'density') {
      const y = held(at, from + 6, to - 4);
      const covered = Math.abs(y - pill.y) < PILL.height / 2 + 7;
      return covered ? [] : [{ x: edge - TICK.y, y, text, anchor: 'end', at }];
    }
    const anchor = at - from < half ? 'start' : to - at < half ? 'end' : 'middle';
    const middle = anchor === 'start' ? at + half : anchor === 'end' ? at - half : at;
    const covered = Math.abs(middle - pill.x) < half + pill.width / 2 + 3;
    return covered ? [] : [{ x: at, y: edge + TICK.x, text, anchor, at }];
  });
}

/** The cell under a point of the drawing; null beside the map. */
export function cellUnder(layout: PhaseMapLayout, grid: PhaseGrid, x: number, y: number): number | null {
  const [across, down] = [x - layout.left, y - layout.top];
  if (across < 0 || down < 0 || across >= layout.plot.width || down >= layout.plot.height) return null;
  return cellAt(grid, layout.placeAt(x, y));
}
