/** The hidden space of one dimension: a number line, with one row a feature so that equal arrows do not hide each other. */
import type { ModelView } from './model-view.ts';
import { AT_ORIGIN } from './plane-layout.ts';

/** Length 1 as a share of the picture's width: as in the plane, with the numbers past the tips inside. */
const UNIT = 0.375;
const ROOM = 1.15;
const MOST_PITCH = 36;
/** Room above the rows, and below them for the axis and its numbers, px. */
const TOP = 16;
const FOOT = 44;
/** From a tip to the middle of its number, px. */
const LABEL_DISTANCE = 15;

interface NumberLineRow {
  readonly feature: number;
  readonly y: number;
  /** The tip; equal to the origin for a feature that has no arrow. */
  readonly x: number;
  readonly drawn: boolean;
  readonly labelX: number;
}

export interface NumberLineLayout {
  readonly width: number;
  readonly height: number;
  readonly originX: number;
  /** px for length 1. */
  readonly unit: number;
  /** Distance of the rows, px. */
  readonly pitch: number;
  readonly top: number;
  readonly axisY: number;
  readonly rows: readonly NumberLineRow[];
}

/**
 * @param size width of the picture, and its height where the rows fit, px
 * @param fitted no higher than its rows, instead of as high as a plane in the same place
 */
export function numberLineLayout({ n, m, W, metrics }: ModelView, size: number, fitted = false): NumberLineLayout {
  if (m !== 1) throw new RangeError(`A number line has 1 dimension, not ${m}`);
  const longest = Math.max(1, ...metrics.norms);
  const unit = (UNIT * size * ROOM) / Math.max(ROOM, longest);
  const pitch = Math.max(15, Math.min(MOST_PITCH, (size - TOP - FOOT) / n));
  const height = Math.max(fitted ? 0 : size, TOP + n * pitch + FOOT);
  const originX = size / 2;
  const top = (height - n * pitch - FOOT + TOP) / 2;
  return {
    width: size,
    height,
    originX,
    unit,
    pitch,
    top,
    axisY: top + n * pitch + 8,
    rows: Array.from({ length: n }, (_, feature) => {
      const drawn = metrics.norms[feature] >= AT_ORIGIN;
      const x = drawn ? originX + unit * W[feature] : originX;
      return {
        feature,
        y: top + (feature + 0.5) * pitch,
        x,
        drawn,
        labelX: x + (W[feature] < 0 && drawn ? -LABEL_DISTANCE : LABEL_DISTANCE),
      };
    }),
  };
}
