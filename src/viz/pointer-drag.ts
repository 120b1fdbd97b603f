/** Moving a mark in a plane by pointer: pressed anywhere with a mouse; held, or set by a tap, with a finger. */
import type { Point } from './hull.ts';
import { pointerPoint } from './pointer-point.ts';

interface DragOptions {
  /** The mark's nearest point to a point, in the drawing's units. */
  readonly held: (at: Point) => Point;
  /** Width of the drawing in its own units. */
  readonly width: () => number;
  /** The mark goes to (x, y), which may lie outside the drawing; `release` ends a movement. */
  readonly move: (x: number, y: number, release: boolean) => void;
}

interface DragHandlers {
  onpointerdown(event: PointerEvent): void;
  onpointermove(event: PointerEvent): void;
  onpointerup(event: PointerEvent): void;
  onpointercancel(event: PointerEvent): void;
  onlostpointercapture(event: PointerEvent): void;
}

/** Pressed this near to the mark, it is taken as it is held instead of jumping to the pointer, units. */
const GRAB = { mouse: 12, touch: 26 } as const;
/** A finger that has gone less than this has tapped, units. */
const TAP = 6;

type Gesture =
  /** A finger beside the mark: a tap, a drag, or the page scrolling, of which the browser tells by a cancel. */
  | { readonly kind: 'undecided'; readonly pointer: number; readonly from: Point }
  | {
      readonly kind: 'drag';
      readonly pointer: number;
      readonly offset: Point;
      /** Where the mark was before. */
      readonly from: Point;
      last: Point | null;
    };

/**
 * Handlers to spread on the element that the drawing's coordinates begin at. Which of a finger's movements scroll the
 * page is for the style sheet to say (`touch-action`). A cancelled movement is taken back: the browser may see only
 * after its first event that it is the page that is meant.
 */
export function pointerDrag({ held, width, move }: DragOptions): DragHandlers {
  let gesture: Gesture | null = null;
  const pointOf = (event: PointerEvent): Point => pointerPoint(event, event.currentTarget as Element, width());

  function begin(event: PointerEvent, offset: Point): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    gesture = { kind: 'drag', pointer: event.pointerId, offset, from: held(pointOf(event)), last: null };
  }
  function follow(event: PointerEvent): void {
    if (gesture?.kind !== 'drag') return;
    const [x, y] = pointOf(event);
    gesture.last = [x + gesture.offset[0], y + gesture.offset[1]];
    move(...gesture.last, false);
  }

  return {
    onpointerdown(event) {
      if (!event.isPrimary || event.button !== 0) return;
      const touch = event.pointerType === 'touch';
      const at = pointOf(event);
      const mark = held(at);
      const offset: Point = [mark[0] - at[0], mark[1] - at[1]];
      if (Math.hypot(...offset) <= GRAB[touch ? 'touch' : 'mouse']) begin(event, offset);
      else if (touch) gesture = { kind: 'undecided', pointer: event.pointerId, from: at };
      else {
        begin(event, [0, 0]);
        follow(event);
      }
    },
    onpointermove(event) {
      if (gesture?.pointer !== event.pointerId) return;
      if (gesture.kind === 'undecided') {
        const [x, y] = pointOf(event);
        if (Math.hypot(x - gesture.from[0], y - gesture.from[1]) < TAP) return;
        begin(event, [0, 0]);
      }
      follow(event);
    },
    onpointerup(event) {
      if (gesture?.kind !== 'undecided' || gesture.pointer !== event.pointerId) return;
      gesture = null;
      move(...pointOf(event), true);
    },
    onpointercancel(event) {
      if (gesture?.pointer !== event.pointerId) return;
      if (gesture.kind === 'undecided') gesture = null;
      else if (gesture.last) gesture.last = gesture.from;
    },
    // The one event that every drag ends with: release, cancel, or an element that goes away.
    onlostpointercapture(event) {
      if (gesture?.kind !== 'drag' || gesture.pointer !== event.pointerId) return;
      const { last } = gesture;
      gesture = null;
      if (last) move(...last, true);
    },
  };
}
