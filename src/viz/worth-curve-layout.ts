/** What the features are worth together, over density: dense at the left, rare at the right. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { CURVE_MARGIN, type DensityPoint } from './density-curves-layout.ts';

const PLOT = 176;
/** Five arrows at length 1 are worth −2.5 in the linear model; what is less runs along the floor. */
const LEAST = -3;
const HEAD = 34;
const FOOT = 26;
/** A label stands this far from its line; two lines nearer than both labels' height part them. */
const ASIDE = { above: -8, below: 17 } as const;

export interface WorthCurves {
  readonly linear: readonly DensityPoint[];
  readonly relu: readonly DensityPoint[];
}

interface CurveLayout {
  readonly path: string;
  /** At the cursor. */
  readonly nowY: number;
  readonly labelY: number;
}

export interface WorthCurveLayout {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Worth as many features as there are dimensions. */
  readonly dimensionsY: number;
  readonly zeroY: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly densities: readonly { readonly x: number; readonly text: string }[];
  readonly cursorX: number;
  readonly linear: CurveLayout;
  readonly relu: CurveLayout;
}

interface Options {
  readonly width: number;
  /** Densities at the left and at the right. */
  readonly domain: readonly [number, number];
  /** Features, and hidden dimensions. */
  readonly n: number;
  readonly m: number;
  readonly cursor: number;
  /** Worth at the cursor. */
  readonly now: { readonly linear: number; readonly relu: number };
}

export function worthCurveLayout(curves: WorthCurves, { width, domain, n, m, cursor, now }: Options): WorthCurveLayout {
  const [left, right] = [CURVE_MARGIN.left, width - CURVE_MARGIN.right];
  const [top, bottom] = [HEAD, HEAD + PLOT];
  const x = scaleLog().domain(domain).range([left, right]).clamp(true);
  const y = scaleLinear().domain([LEAST, n]).range([bottom, top]).clamp(true);
  const draw = line<DensityPoint>()
    .x(({ density }) => round(x(density)))
    .y(({ value }) => round(y(value)));
  const [linearEnd, reluEnd] = [curves.linear, curves.relu].map((points) => y(points.at(-1)?.value ?? 0));
  const reluAbove = reluEnd <= linearEnd;
  return {
    height: bottom + FOOT,
    left,
    right,
    top,
    bottom,
    dimensionsY: y(m),
    zeroY: y(0),
    ticks: [0, m, n].map((value) => ({ y: y(value), text: String(value) })),
    densities: [1, 0.1, 0.01]
      .filter((density) => density >= domain[1] * (1 - 1e-9))
      .map((density) => ({ x: x(density), text: String(density) })),
    cursorX: x(cursor),
    linear: {
      path: draw(curves.linear) ?? '',
      nowY: y(now.linear),
      labelY: linearEnd + (reluAbove && linearEnd + ASIDE.below < bottom ? ASIDE.below : ASIDE.above),
    },
    relu: {
      path: draw(curves.relu) ?? '',
      nowY: y(now.relu),
      labelY: reluEnd + (reluAbove ? ASIDE.above : ASIDE.below),
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
