/** Puts the features' numbers past the tips of their arrows without any two covering each other. */
import type { Point } from './hull.ts';

export interface LabelRequest {
  /** The tip, px. */
  readonly tip: Point;
  /** Unit vector that points away from the arrow's foot. */
  readonly away: Point;
  /** Size of the text, px. */
  readonly width: number;
  readonly height: number;
}

/** An axis-parallel box around its centre, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Height of a line of text among the marks, px. */
export const TEXT_HEIGHT = 14;

/** The box of a line of text around its middle. */
export const boxAround = ([x, y]: Point, width: number): Box => ({ x, y, width, height: TEXT_HEIGHT });

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** From the tip to the middle of its number, px. */
const LABEL_DISTANCE = 15;
const RING_STEP = 7;
const RINGS = 24;
const ANGLES = [0, 14, -14, 28, -28, 44, -44, 62, -62, 82, -82, 104, -104, 130, -130].map((d) => (d * Math.PI) / 180);
/** Air kept between two labels, px. */
const GAP = 1;
/** Costs in px of displacement: lying on an arrow is as bad as standing this much further off. */
const COST = { segment: 34, outside: 40, turn: 9 } as const;

export const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 * GAP && Math.abs(a.y - b.y) * 2 < a.height + b.height + 2 * GAP;

/** Whether a segment passes through a box, by clipping it (Liang and Barsky). */
export function crosses({ from, to }: Segment, box: Box): boolean {
  let [enter, leave] = [0, 1];
  for (const [axis, centre, size] of [
    [0, box.x, box.width],
    [1, box.y, box.height],
  ] as const) {
    const delta = to[axis] - from[axis];
    const low = centre - size / 2 - from[axis];
    const high = centre + size / 2 - from[axis];
    if (Math.abs(delta) < 1e-9) {
      if (low > 0 || high < 0) return false;
      continue;
    }
    enter = Math.max(enter, Math.min(low / delta, high / delta));
    leave = Math.min(leave, Math.max(low / delta, high / delta));
  }
  return enter < leave;
}

/**
 * Centres of the labels, in the order asked (put the most important first: the first one asked keeps its natural
 * place). No two boxes overlap, nor any with a fixed one; arrows and the frame are avoided where that costs little.
 * @param fixed boxes that are already taken
 * @param arrows what should not be written over
 * @param frame the room to stay in
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  fixed: readonly Box[],
  arrows: readonly Segment[],
  frame: Box,
): Box[] {
  const taken: Box[] = [...fixed];
  return requests.map((request) => {
    const box = bestBox(request, taken, arrows, frame);
    taken.push(box);
    return box;
  });
}

function bestBox(request: LabelRequest, taken: readonly Box[], arrows: readonly Segment[], frame: Box): Box {
  let best: Box | null = null;
  let bestCost = Infinity;
  for (let ring = 0; ring < RINGS; ring++) {
    const distance = LABEL_DISTANCE + ring * RING_STEP;
    if (distance - LABEL_DISTANCE >= bestCost) break;
    ANGLES.forEach((angle, order) => {
      const box = boxAt(request, distance, angle);
      if (taken.some((other) => overlap(box, other))) return;
      const cost =
        distance -
        LABEL_DISTANCE +
        Math.abs(angle) * COST.turn +
        order * 1e-3 +
        COST.segment * arrows.filter((segment) => crosses(segment, box)).length +
        (inside(box, frame) ? 0 : COST.outside);
      if (cost < bestCost) [best, bestCost] = [box, cost];
    });
  }
  // Rings reach further than twenty labels can fill, so a free place was found.
  return best ?? boxAt(request, LABEL_DISTANCE + RINGS * RING_STEP, 0);
}

function boxAt({ tip, away, width, height }: LabelRequest, distance: number, angle: number): Box {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: tip[0] + distance * (away[0] * c - away[1] * s),
    y: tip[1] + distance * (away[0] * s + away[1] * c),
    width,
    height,
  };
}

const inside = (box: Box, frame: Box): boolean =>
  Math.abs(box.x - frame.x) * 2 + box.width <= frame.width &&
  Math.abs(box.y - frame.y) * 2 + box.height <= frame.height;
