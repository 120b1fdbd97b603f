/**
 * The figure before any script runs: what `npm run stills` recorded with the reader's own engine at the default setting.
 * It comes with the page, as the island's property, and not with its code: the curves, and the weights of the last step
 * alone.
 */
import type { Recording } from '../../../models/recording/recording.ts';
import type { RunSeries } from '../../../models/recording/series.ts';
import type { TimeMark } from '../../../viz/time-mark.ts';

export interface DynamicsStill {
  /** [frames]. */
  readonly steps: readonly number[];
  readonly losses: readonly number[];
  /** D_i in 255ths, feature by feature, [n][frames], as base64. */
  readonly shares: string;
  /** Of the last frame, [P]. */
  readonly theta: readonly number[];
  readonly marks: readonly TimeMark[];
}

/** What still.json holds: the figure's run and, for the text, the octahedron's at its stages. */
export interface DynamicsRecord {
  readonly command: string;
  readonly run: DynamicsStill;
  readonly octahedron: {
    readonly steps: number;
    readonly stages: readonly {
      readonly stage: string;
      readonly step: number;
      readonly loss: number;
      /** [P]. */
      readonly theta: readonly number[];
      /** The middle of the stage, where it is seen best. */
      readonly picture: { readonly step: number; readonly theta: readonly number[] };
    }[];
  };
}

const FULL = 255;

/** @param rows numbers in [0, 1], each row of the same length */
export const packShares = (rows: readonly ArrayLike<number>[]): string =>
  btoa(rows.map((row) => Array.from(row, (share) => String.fromCharCode(Math.round(share * FULL))).join('')).join(''));

export function unpackShares(text: string, frames: number): Float64Array[] {
  const bytes = atob(text);
  return Array.from({ length: bytes.length / frames }, (_, row) =>
    Float64Array.from({ length: frames }, (_, k) => bytes.charCodeAt(row * frames + k) / FULL),
  );
}

export interface StillRun {
  readonly recording: Recording;
  readonly series: RunSeries;
  readonly marks: readonly TimeMark[];
}

/** The still as the figure holds a run: its recording has the last frame only. */
export function stillRun({ steps, losses, shares, theta, marks }: DynamicsStill, n: number, m: number): StillRun {
  const last = { step: steps[steps.length - 1], theta: Float32Array.from(theta), loss: losses[losses.length - 1] };
  const dimensionality = unpackShares(shares, steps.length);
  return {
    recording: { n, m, steps: last.step, frames: [last] },
    series: { steps, losses, dimensionality, norms: [] },
    marks,
  };
}
