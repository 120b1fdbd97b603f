/** A run's loss: steps on a logarithmic axis that begins at 0, losses on a linear one that begins at 0. */
import { formatCount } from './format.ts';
import type { Point } from './hull.ts';

export interface LossPoint {
  /** Steps taken, 0 and up. */
  readonly step: number;
  readonly loss: number;
}

export interface LossLayout {
  readonly width: number;
  readonly height: number;
  /** The plot, without labels: left, right, y of loss 0 and y of the domain's upper end. */
  readonly left: number;
  readonly right: number;
  readonly floor: number;
  readonly ceiling: number;
  /** y of the loss of a model that reads nothing. */
  readonly nothingY: number;
  /** SVG path data, to be clipped to the plot; empty where there are fewer than two points. */
  readonly past: string;
  readonly future: string;
  /** The area under the past. */
  readonly area: string;
  /** Where the shown moment is: above the ceiling when its loss is above the domain. */
  readonly playhead: Point | null;
  /** Powers of ten that leave the end of the axis its own number. */
  readonly ticks: readonly { readonly step: number; readonly x: number }[];
  /** What stands at the end of the axis: "2,000 steps". */
  readonly endLabel: string;
}

/** Width of the column at the left that says the loss, on a desk, px. */
export const LABELS = 82;
/** Height of the plot, px, and what stands above (the dotted line's name) and below it (the axis' numbers). */
const PLOT = 52;
const ABOVE = 17;
const BELOW = 24;
/**
 * A start worse than reading nothing shows up to this multiple of it, as 31 of 32 random ones do at S = 0; what is worse
 * still leaves through the top.
 */
const MOST = 4;
/** Losses are drawn at most this many plots high: a coordinate that any renderer takes. */
const HIGHEST = 1000;
/** Advance of a character of the axis' labels, and air between two of them, px. */
const [CHARACTER, AIR] = [6.4, 8];

/**
 * @param points in ascending order of step; losses ≥ 0
 * @param readNothing loss of W = 0 with its best bias (b_i = p/2, the mean of a feature), > 0
 * @param playhead the step that the other views show
 * @param size width of the picture and of the label column at its left, px; the last step of the run, where the axis
 *   ends also while the points arrive (by default the last point's); the loss at the playhead, where it is not the curve's
 */
export function lossLayout(
  points: readonly LossPoint[],
  readNothing: number,
  playhead: number,
  { width, labels, end = 0, now: other }: { width: number; labels: number; end?: number; now?: number },
): LossLayout {
  const [left, right, floor, ceiling] = [labels, width - 1, ABOVE + PLOT, ABOVE];
  const lastStep = Math.max(1, end, playhead, ...points.map(({ step }) => step));
  const worst = Math.max(readNothing, ...points.map(({ loss }) => Math.min(loss, MOST * readNothing)));
  const x = (step: number): number => left + ((right - left) * Math.log10(1 + step)) / Math.log10(1 + lastStep);
  const y = (loss: number): number => floor - (floor - ceiling) * Math.min(loss / (worst || 1), HIGHEST);
  const at = ({ step, loss }: LossPoint): Point => [x(step), y(loss)];
  const now = lossAt(points, playhead);
  const before = points.filter(({ step }) => step < playhead).map(at);
  const after = points.filter(({ step }) => step > playhead).map(at);
  const onCurve: Point | null = now === null ? null : [x(playhead), y(now)];
  const head: Point | null = other === undefined ? onCurve : [x(playhead), y(other)];
  const pastPoints = onCurve ? [...before, onCurve] : before;
  const past = line(pastPoints);
  const endLabel = `${formatCount(lastStep)} steps`;
  return {
    width,
    height: ABOVE + PLOT + BELOW,
    left,
    right,
    floor,
    ceiling,
    nothingY: y(readNothing),
    past,
    future: line(onCurve ? [onCurve, ...after] : after),
    area:
      past &&
      `${past}L${pastPoints[pastPoints.length - 1][0].toFixed(1)},${floor}L${pastPoints[0][0].toFixed(1)},${floor}Z`,
    playhead: head,
    ticks: ticksUpTo(lastStep)
      .map((step) => ({ step, x: x(step) }))
      .filter((tick) => {
        const half = tick.step > 0 ? (formatCount(tick.step).length * CHARACTER) / 2 : CHARACTER;
        return tick.x + half + AIR <= right - endLabel.length * CHARACTER;
      }),
    endLabel,
  };
}

/** The loss at a step, on the straight line between the recorded ones; null where nothing is recorded. */
export function lossAt(points: readonly LossPoint[], step: number): number | null {
  if (points.length === 0) return null;
  const next = points.findIndex((point) => point.step >= step);
  if (next < 0) return points[points.length - 1].loss;
  if (next === 0 || points[next].step === step) return points[next].loss;
  const [a, b] = [points[next - 1], points[next]];
  return a.loss + ((b.loss - a.loss) * (step - a.step)) / (b.step - a.step);
}

function ticksUpTo(last: number): number[] {
  const ticks = [0];
  for (let step = 10; step <= last; step *= 10) ticks.push(step);
  return ticks;
}

function line(points: readonly Point[]): string {
  if (points.length < 2) return '';
  return points.map(([x, y], k) => `${k ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
}
