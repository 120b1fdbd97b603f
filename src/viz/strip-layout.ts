/** A strip of training samples: one column a sample, one row a feature, every value a bar in its cell. */

interface StripBar {
  readonly sample: number;
  readonly feature: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface StripLayout {
  readonly width: number;
  readonly height: number;
  /** How many of the samples are shown: as many as fit at a legible size. */
  readonly count: number;
  readonly left: number;
  readonly pitch: number;
  readonly cell: number;
  readonly row: number;
  readonly top: number;
  /** x of the columns that hold at least one feature, and of those that hold none. */
  readonly filled: readonly number[];
  readonly empty: readonly number[];
  readonly bars: readonly StripBar[];
}

const LABELS = 22;
/** Least width of a sample, px. */
const LEAST_PITCH = 6;
const MOST_PITCH = 24;

/**
 * @param samples [count, n], row-major, values in [−1, 1]
 * @param width of the picture, px
 */
export function stripLayout(samples: ArrayLike<number>, n: number, width: number): StripLayout {
  if (samples.length % n !== 0)
    throw new RangeError(`${samples.length} values are no whole number of ${n}-feature samples`);
  const room = width - LABELS;
  const count = Math.min(samples.length / n, Math.floor(room / LEAST_PITCH));
  const pitch = Math.min(MOST_PITCH, count > 0 ? room / count : MOST_PITCH);
  const cell = pitch - (pitch > 10 ? 2 : 1);
  const row = n > 8 ? 16 : 22;
  const bars: StripBar[] = [];
  const filled: number[] = [];
  const empty: number[] = [];
  for (let sample = 0; sample < count; sample++) {
    let any = false;
    for (let feature = 0; feature < n; feature++) {
      const value = samples[sample * n + feature];
      if (value === 0) continue;
      any = true;
      const height = Math.max(1.5, Math.min(1, Math.abs(value)) * (row - 2));
      bars.push({ sample, feature, value, x: LABELS + sample * pitch, y: (feature + 1) * row - 2 - height, height });
    }
    (any ? filled : empty).push(LABELS + sample * pitch);
  }
  return { width, height: n * row, count, left: LABELS, pitch, cell, row, top: 0, filled, empty, bars };
}
