/** What the features are worth together, over density: dense at the left, rare at the right. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { CURVE_MARGIN, type DensityPoint } from './density-curves-layout.ts';
import { formatPlain } from './format.ts';

const PLOT = 176;
/** Five arrows at length 1 are worth −2.5 in the linear model; what is less runs along the floor. */
const LEAST = -3;
const HEAD = 34;
const FOOT = 32;
/** Of the dotted line's name: its box in px, and how far its end may stand from the right to leave the curves' names room. */
const NAME = { ascent: 11, descent: 4, aside: 92 } as const;
/** The name itself and its width, px: on a phone it has half the axis, beside the cursor. */
const NAMES = {
  wide: { text: 'two at right angles', length: 116 },
  narrow: { text: 'two at 90°', length: 68 },
} as const;
const NARROW = 360;
/** A name that the cursor goes through is as bad as one that so many points of the curves are under. */
const STRUCK = 6;
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
  /** Where the name of that line ends, clear of the curves where there is room. */
  readonly dimensionsName: { readonly x: number; readonly y: number; readonly text: string };
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
  const { text, length } = width < NARROW ? NAMES.narrow : NAMES.wide;
  const x = scaleLog().domain(domain).range([left, right]).clamp(true);
  const y = scaleLinear().domain([LEAST, n]).range([bottom, top]).clamp(true);
  const draw = line<DensityPoint>()
    .x(({ density }) => round(x(density)))
    .y(({ value }) => round(y(value)));
  const [linearEnd, reluEnd] = [curves.linear, curves.relu].map((points) => y(points.at(-1)?.value ?? 0));
  const reluAbove = reluEnd <= linearEnd;
  const [upper, lower] = parted(Math.min(linearEnd, reluEnd), Math.max(linearEnd, reluEnd), bottom);
  const [linearLabel, reluLabel] = reluAbove ? [lower, upper] : [upper, lower];
  const drawn = [...curves.linear, ...curves.relu].map((point): Place => ({ x: x(point.density), y: y(point.value) }));
  const names = [linearLabel, reluLabel].map((labelY): Place => ({ x: right, y: labelY }));
  const places = [y(m) - 6, y(m) + 15].flatMap((nameY) =>
    [right - NAME.aside, right, left + length].map((nameX): Place => ({ x: nameX, y: nameY })),
  );
  return {
    height: bottom + FOOT,
    left,
    right,
    top,
    bottom,
    dimensionsY: y(m),
    dimensionsName: {
      ...leastBy(
        places,
        (place) => crowding(place, length, drawn, names) + (strikes(place, length, x(cursor)) ? STRUCK : 0),
      ),
      text,
    },
    zeroY: y(0),
    ticks: [LEAST, 0, m, n].map((value) => ({ y: y(value), text: formatPlain(value, 0) })),
    densities: [1, 0.1, 0.01]
      .filter((density) => density >= domain[1] * (1 - 1e-9))
      .map((density) => ({ x: x(density), text: String(density) })),
    cursorX: x(cursor),
    linear: {
      path: draw(curves.linear) ?? '',
      nowY: y(now.linear),
      labelY: linearLabel,
    },
    relu: {
      path: draw(curves.relu) ?? '',
      nowY: y(now.relu),
      labelY: reluLabel,
    },
  };
}

/** Where the names of two lines stand that end at these heights: the lower one's over its line where the floor is under it. */
function parted(upper: number, lower: number, floor: number): readonly [number, number] {
  const below = lower + (lower + ASIDE.below < floor ? ASIDE.below : ASIDE.above);
  return [Math.min(upper + ASIDE.above, below - NAME.ascent - NAME.descent), below];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Points of the curves under a name that ends here, and many more for each other name in its way. */
function crowding(at: Place, length: number, drawn: readonly Place[], names: readonly Place[]): number {
  const under = drawn.filter(
    ({ x, y }) => x <= at.x && x >= at.x - length && y >= at.y - NAME.ascent && y <= at.y + NAME.descent,
  );
  const inTheWay = names.filter(
    ({ x, y }) => x - NAME.aside < at.x && at.x - length < x && Math.abs(y - at.y) < NAME.ascent + NAME.descent,
  );
  return under.length + drawn.length * inTheWay.length;
}

const strikes = (at: Place, length: number, cursorX: number): boolean =>
  cursorX <= at.x + NAME.descent && cursorX >= at.x - length - NAME.descent;

/** The first of the lowest. */
function leastBy(places: readonly Place[], costOf: (place: Place) => number): Place {
  return places.reduce((best, place) => (costOf(place) < costOf(best) ? place : best));
}

const round = (value: number): number => Math.round(value * 10) / 10;
