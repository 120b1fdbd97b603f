/** Benefit to the right of zero and interference to its left, a row a feature, for two models side by side. */
import type { Worth } from '../models/theory/worth.ts';

export interface WorthColumn {
  readonly name: string;
  /** One a feature. */
  readonly worths: readonly Worth[];
}

interface WorthBar {
  readonly x: number;
  readonly width: number;
  /** Goes further than the axis does. */
  readonly cut: boolean;
}

interface WorthRow {
  readonly feature: number;
  /** Middle of the row. */
  readonly y: number;
  readonly benefit: WorthBar;
  readonly interference: WorthBar;
  readonly net: number;
  readonly netX: number;
}

interface WorthColumnLayout {
  readonly name: string;
  readonly left: number;
  readonly zero: number;
  /** End of the numbers. */
  readonly right: number;
  readonly rows: readonly WorthRow[];
  readonly sum: number;
}

export interface WorthBarsLayout {
  readonly width: number;
  readonly height: number;
  /** Baselines: of the legend, of the columns' names, of the sums. */
  readonly legendY: number;
  readonly namesY: number;
  readonly sumY: number;
  /** First and last line of the rows. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly WorthColumnLayout[];
}

/** What the axis holds: interference 1.6 features' worth, benefit 1 and a little. */
const DOMAIN = [-1.6, 1.05] as const;
export const WORTH_BAR = 12;
const ROW = 28;
const LEGEND = 28;
const NAMES = 30;
const SUM = 44;
/** Feature numbers at the left, between columns, and the net value at the right of each, px; narrower under 420. */
const wide = { numbers: 26, gap: 36, value: 46 };
const narrow = { numbers: 18, gap: 12, value: 38 };

export function worthBarsLayout(columns: readonly WorthColumn[], width: number): WorthBarsLayout {
  const room = width < 420 ? narrow : wide;
  const each = (width - room.numbers - room.gap * (columns.length - 1)) / columns.length;
  const scale = (each - room.value) / (DOMAIN[1] - DOMAIN[0]);
  const top = LEGEND + NAMES;
  const bottom = top + ROW * (columns[0]?.worths.length ?? 0);
  return {
    width,
    height: bottom + SUM,
    legendY: 14,
    namesY: LEGEND + 18,
    sumY: bottom + 28,
    top,
    bottom,
    columns: columns.map(({ name, worths }, k) => {
      const left = room.numbers + k * (each + room.gap);
      const zero = left - DOMAIN[0] * scale;
      const held = (value: number): number => Math.min(DOMAIN[1], Math.max(DOMAIN[0], value));
      const bar = (value: number): WorthBar => {
        const end = held(value);
        return { x: zero + Math.min(0, end) * scale, width: Math.abs(end) * scale, cut: end !== value };
      };
      return {
        name,
        left,
        zero,
        right: left + each,
        sum: worths.reduce((sum, { benefit, interference }) => sum + benefit - interference, 0),
        rows: worths.map(({ benefit, interference }, feature) => {
          const net = benefit - interference;
          return {
            feature,
            y: top + ROW * (feature + 0.5),
            benefit: bar(benefit),
            interference: bar(-interference),
            net,
            netX: zero + held(net) * scale,
          };
        }),
      };
    }),
  };
}
