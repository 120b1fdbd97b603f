/** A run's loss: steps on a logarithmic axis that begins at 0, losses on a linear one that begins at 0. */
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
  /** SVG path data; empty where there are fewer than two points. */
  readonly past: string;
  readonly future: string;
  /** The area under the past. */
  readonly area: string;
  readonly playhead: Point | null;
  readonly ticks: readonly { readonly step: number; readonly x: number }[];
}

/** Height of the plot, px, and what stands above (the dotted line's name) and below it (the axis' numbers). */
const PLOT = 52;
const ABOVE = 17;
const BELOW = 24;
/** A start worse than reading nothing may show up to this multiple of it. */
const MOST = 1.25;
/** Room for the word "steps" at the end of the axis, px. */
const WORD = 44;

/**
 * @param points in ascending order of step; losses ≥ 0
 * @param readNothing loss of answering 0 to everything, > 0
 * @param playhead the step that the other views show
 * @param size width of the picture and of the label column at its left, px
 */
export function lossLayout(
  points: readonly LossPoint[],
  readNothing: number,
  playhead: number,
  { width, labels }: { width: number; labels: number },
): LossLayout {
  const [left, right, floor, ceiling] = [labels, width - 1, ABOVE + PLOT, ABOVE];
  const lastStep = Math.max(1, playhead, ...points.map(({ step }) => step));
  const worst = Math.max(readNothing, ...points.map(({ loss }) => Math.min(loss, MOST * readNothing)));
  const x = (step: number): number => left + ((right - left) * Math.log10(1 + step)) / Math.log10(1 + lastStep);
  const y = (loss: number): number => floor - ((floor - ceiling) * Math.min(loss, worst)) / (worst || 1);
  const at = ({ step, loss }: LossPoint): Point => [x(step), y(loss)];
  const now = lossAt(points, playhead);
  const before = points.filter(({ step }) => step < playhead).map(at);
  const after = points.filter(({ step }) => step > playhead).map(at);
  const head: Point | null = now === null ? null : [x(playhead), y(now)];
  const pastPoints = head ? [...before, head] : before;
  const past = line(pastPoints);
  return {
    width,
    height: ABOVE + PLOT + BELOW,
    left,
    right,
    floor,
    ceiling,
    nothingY: y(readNothing),
    past,
    future: line(head ? [head, ...after] : after),
    area:
      past &&
      `${past}L${pastPoints[pastPoints.length - 1][0].toFixed(1)},${floor}L${pastPoints[0][0].toFixed(1)},${floor}Z`,
    playhead: head,
    ticks: ticksUpTo(lastStep)
      .map((step) => ({ step, x: x(step) }))
      .filter((tick) => tick.x < right - WORD - 10),
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
