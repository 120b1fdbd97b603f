/** Each feature's loss as a share of what reading nothing of it would cost: a row for each, a bar on a shared axis. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { numberedPlaces } from './numbered.ts';

/** Height of a row: at most, at least, and for all of them together where there are many, px. */
const ROW = { most: 24, least: 4, together: 480 };
/** Two features' numbers are at least this far apart; closer rows have no room for their shares either, px. */
const NUMBERS = 13;
/** Two of the axis' numbers are at least this far apart, px. */
const TICKS = 42;
/** Arrow and number at the left; shares at the right; head and axis, px. */
const COLUMNS = { arrow: 24, narrowArrow: 14, number: 34, value: 46 };
const NARROW = 460;
const HEAD = 34;
const FOOT = 24;
/** The axis goes a little beyond reading nothing, and as far as a feature that costs more, within reason. */
const END_SHARE = { least: 1.1, most: 2 };
/** The logarithmic axis has at least two decades and at most six. */
const DECADES = { least: 2, most: 6 };

export interface FeatureLossRow {
  readonly feature: number;
  /** Middle of the row. */
  readonly y: number;
  /** shareOf its losses. */
  readonly share: number;
  /** End of the bar; at the axis where the share is below its first decade. */
  readonly x: number;
}

export interface FeatureLossesLayout {
  readonly width: number;
  readonly height: number;
  readonly arrow: number;
  /** The bars' foot, the line of reading nothing, the axis' end. */
  readonly left: number;
  readonly nothingX: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pitch: number;
  readonly bar: number;
  readonly rows: readonly FeatureLossRow[];
  readonly ticks: readonly { readonly x: number; readonly share: number; readonly numbered: boolean }[];
  readonly numberedRows: readonly number[];
  /** Every row has room for its share. */
  readonly valued: boolean;
}

interface LossOptions {
  /** px, 260 and up. */
  readonly width: number;
  readonly scale: 'linear' | 'log';
}

/**
 * @param losses of each feature, ≥ 0, [n]
 * @param nothing the same where nothing is read, ≥ 0, [n]
 * @throws RangeError when there are not as many of both
 */
export function featureLossesLayout(
  losses: ArrayLike<number>,
  nothing: ArrayLike<number>,
  { width, scale }: LossOptions,
): FeatureLossesLayout {
  const n = losses.length;
  if (nothing.length !== n) throw new RangeError(`${n} losses cannot be shares of ${nothing.length}`);
  const shares = Array.from(losses, (loss, i) => shareOf(loss, nothing[i]));
  const arrow = width < NARROW ? COLUMNS.narrowArrow : COLUMNS.arrow;
  const left = arrow + COLUMNS.number;
  const pitch = Math.min(ROW.most, Math.max(ROW.least, Math.floor(ROW.together / n)));
  const valued = pitch >= NUMBERS;
  const right = width - (valued ? COLUMNS.value : 1);
  const { x, ticks } = shareScale(shares, scale, [left, right]);
  const every = Math.ceil(TICKS / (x(ticks[1]) - x(ticks[0])));
  const bottom = HEAD + n * pitch;
  return {
    width,
    height: bottom + FOOT,
    arrow,
    left,
    nothingX: x(1),
    right,
    top: HEAD,
    bottom,
    pitch,
    // Rows too thin for a gap between them make one outline.
    bar: pitch < 6 ? pitch : Math.min(12, pitch * (5 / 8)),
    rows: shares.map((share, feature) => ({ feature, y: HEAD + (feature + 0.5) * pitch, share, x: x(share) })),
    // From the end of the axis, where reading nothing stands.
    ticks: ticks.map((share, k) => ({ x: x(share), share, numbered: (ticks.length - 1 - k) % every === 0 })),
    numberedRows: numberedPlaces(n, pitch, NUMBERS),
    valued,
  };
}

function shareScale(
  shares: readonly number[],
  kind: LossOptions['scale'],
  range: readonly [number, number],
): { x: (share: number) => number; ticks: number[] } {
  if (kind === 'linear') {
    const end = Math.min(END_SHARE.most, Math.max(END_SHARE.least, ...shares));
    const x = scaleLinear().domain([0, end]).range(range).clamp(true);
    return { x, ticks: [0, 0.5, 1] };
  }
  const least = Math.min(1, ...shares.filter((share) => share > 0));
  const decades = Math.min(DECADES.most, Math.max(DECADES.least, 1 + Math.floor(-Math.log10(least))));
  const bottom = 10 ** -decades;
  // A little room beyond 1 here too.
  const x = scaleLog()
    .domain([bottom, 10 ** (0.04 * decades)])
    .range(range)
    .clamp(true);
  return {
    x: (share) => x(Math.max(share, bottom)),
    ticks: Array.from({ length: decades + 1 }, (_, k) => 10 ** (k - decades)),
  };
}

/** Loss / loss of reading nothing; 0 where reading nothing costs nothing. */
export const shareOf = (loss: number, nothing: number): number => (nothing > 0 ? loss / nothing : 0);

/** The feature whose row a point is in; null above and below. */
export function lossRowAt({ top, pitch, rows }: FeatureLossesLayout, y: number): number | null {
  const row = Math.floor((y - top) / pitch);
  return row >= 0 && row < rows.length ? row : null;
}
