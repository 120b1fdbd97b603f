/** Where everything of a cut through the phase diagram stands: the solutions' losses as curves, the trained as dots. */
import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { endsOf, valueOn } from '../models/phase/axis.ts';
import type { PhasePlace } from '../models/phase/grid.ts';
import { lossShare, sharesAt, switches, type Cut } from '../models/theory/cut-losses.ts';
import { candidates, type PhaseClass } from '../models/theory/phase.ts';
import type { Point } from './hull.ts';
import { formatTwo, logScale, logTicks, type AxisTick, type Ends } from './phase-axes.ts';
import { phaseColor } from './phase-color.ts';
import { solutionWords, type SolutionName } from './phase-words.ts';
import { spread } from './spread.ts';

/** A trained model on the cut. */
export interface CutModel {
  readonly place: PhasePlace;
  readonly loss: number;
  /** Of the extra feature: Σ_{j≠i} (Ŵ_i·W_j)² and ‖W_i‖. */
  readonly superposition: number;
  readonly norm: number;
}

/** Height of the plot, of its name and the pills above it, and of the axis at its foot, px. */
const PLOT = 232;
const ABOVE = 58;
const BELOW = 58;
const LEFT = 52;
/** Room at the right for the solutions' names; in a narrow drawing they stand in the plot. */
const NAMES = 132;
const NARROW = 440;
/** Points of a curve. */
const POINTS = 160;
/** Least distance of two trained models, px: of a fine map every second or third is drawn. */
const MODELS_APART = 12;
/** Least distance of two names and of two pills, px. */
const APART = { names: 19, pills: 52 } as const;
/** From the end of a curve to its name: beside it, or in the plot above or below it, px. */
const NAME = { beside: 12, off: 12 } as const;

interface CutCurve {
  readonly solution: SolutionName;
  readonly extra: PhaseClass;
  readonly text: string;
  readonly path: string;
  /** Middle of the glyph before its name. */
  readonly name: Point;
}

export interface CutCurvesLayout {
  readonly width: number;
  readonly height: number;
  /** The plot. */
  readonly left: number;
  readonly right: number;
  readonly ceiling: number;
  readonly floor: number;
  readonly ticks: readonly AxisTick[];
  /** Of the vertical axis: shares of the loss of reading nothing. */
  readonly shares: readonly AxisTick[];
  readonly curves: readonly CutCurve[];
  /** The least loss of all, kinked at the switches. */
  readonly least: string;
  readonly switches: readonly { readonly at: Point; readonly text: string; readonly pillX: number }[];
  readonly models: readonly { readonly x: number; readonly y: number; readonly color: string }[];
  /** The cross-hair's place: its x, and where the least loss is there. */
  readonly cursor: Point;
  readonly cursorText: string;
  /** The value of the cut's axis at x px. */
  readonly valueAt: (x: number) => number;
}

/** @param width px, 280 and up */
export function cutCurvesLayout(cut: Cut, models: readonly CutModel[], width: number): CutCurvesLayout {
  const narrow = width < NARROW;
  const [left, right, ceiling, floor] = [LEFT, width - (narrow ? 8 : NAMES), ABOVE, ABOVE + PLOT];
  const ends = endsOf(cut.grid, cut.axis);
  const x = logScale(ends, [left, right]);
  const along = Array.from({ length: POINTS + 1 }, (_, k) => left + ((right - left) * k) / POINTS);
  const shares = along.map((at) => sharesAt(cut, x.invert(at)));
  const losses: Ends = [roundBelow(Math.min(...shares.flat())), 1];
  const y = scaleLog(losses, [floor, ceiling]);
  const draw = line<Point>(
    (point) => round(point[0]),
    (point) => round(point[1]),
  );

  const changes = switches(cut);
  const least = (at: number): Point => [at, y(Math.min(...sharesAt(cut, x.invert(at))))];
  const kinks = [...along, ...changes.map(({ value }) => x(value))].sort((a, b) => a - b);

  const solutions = candidates(cut.n);
  const texts = solutions.map(({ name }) => solutionWords(cut.n, name).solution);
  const nameX = (k: number): number => (narrow ? right - 16 - texts[k].length * CHARACTER : right + NAME.beside);
  const curveY = (point: number, k: number): number => Math.max(ceiling, y(shares[point][k]));
  const names = narrow
    ? freeNames(
        solutions.map((_, k) => {
          const under = along.flatMap((at, point) => (at > nameX(k) - GLYPH ? [point] : []));
          return solutions.map((_, other) => under.map((point) => curveY(point, other)));
        }),
        [ceiling, floor],
      )
    : spread(
        solutions.map((_, k) => curveY(POINTS, k)),
        APART.names,
        ceiling,
        floor,
      );
  const pills = spread(
    changes.map(({ value }) => x(value)),
    APART.pills,
    left + 16,
    right - 16,
  );
  const cursor = x(valueOn(cut.place, cut.axis));
  return {
    width,
    height: floor + BELOW,
    left,
    right,
    ceiling,
    floor,
    ticks: logTicks(ends, [left, right]),
    shares: logTicks(losses, [floor, ceiling]),
    curves: solutions.map(({ name, extra }, k) => {
      return {
        solution: name,
        extra,
        text: texts[k],
        path: draw(along.map((at, point): Point => [at, y(shares[point][k])])) ?? '',
        name: [nameX(k), names[k]],
      };
    }),
    least: draw(kinks.map(least)) ?? '',
    switches: changes.map(({ value }, k) => ({ at: least(x(value)), text: formatTwo(value), pillX: pills[k] })),
    models: models
      .filter((_, k) => k % Math.ceil((MODELS_APART * models.length) / (right - left)) === 0)
      .map(({ place, loss, superposition, norm }) => ({
        x: x(valueOn(place, cut.axis)),
        y: y(Math.max(losses[0], lossShare(cut, place, loss))),
        color: phaseColor(superposition, norm),
      })),
    cursor: least(cursor),
    cursorText: formatTwo(valueOn(cut.place, cut.axis)),
    valueAt: (at) => x.invert(at),
  };
}

/**
 * Where names in the plot have the most air: each above or below its curve, kept off all curves, both edges and each other.
 * @param under of each name, the curves over its length, px
 */
function freeNames(under: readonly (readonly (readonly number[])[])[], [ceiling, floor]: Ends): number[] {
  let [best, most] = [[] as number[], -Infinity];
  for (let sides = 0; sides < 2 ** under.length; sides++) {
    const wanted = under.map((curves, k) =>
      (sides >> k) & 1 ? Math.max(...curves[k]) + NAME.off : Math.min(...curves[k]) - NAME.off,
    );
    const names = spread(wanted, APART.names, ceiling + NAME.off, floor - NAME.off);
    const worth = names.reduce((sum, name, k) => {
      const air = Math.min(...under[k].flat().map((at) => Math.abs(at - name)));
      // Of two that are as free, the one that is nearer to its curves.
      return sum + Math.min(NAME.off, air) - Math.abs(name - wanted[k]) / 100;
    }, 0);
    if (worth > most) [best, most] = [names, worth];
  }
  return best;
}

/** Advance of a character of the names, and half of the glyph before them, px. */
const CHARACTER = 6.4;
const GLYPH = 6;

/** 1, 3, 10 …: the nearest below a share. */
function roundBelow(share: number): number {
  const decade = 10 ** Math.floor(Math.log10(share));
  return share >= 3 * decade ? 3 * decade : decade;
}

const round = (value: number): number => Math.round(value * 10) / 10;
