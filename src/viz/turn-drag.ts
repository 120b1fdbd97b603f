/** Turning a space by pointer: wherever it is pressed it is held, and what faces the reader goes with the pointer. */
import { pointerDrag } from './pointer-drag.ts';
import { pointerPoint } from './pointer-point.ts';
import { turnedBy, type SpaceTurn } from './space-turn.ts';

interface TurnOptions {
  /** Width of the drawing, and length 1 in it, in the drawing's units. */
  readonly width: () => number;
  readonly radius: () => number;
  /** How it is turned. */
  readonly turn: () => SpaceTurn;
  /** Whether this press turns it into the fourth dimension. */
  readonly fourth: (event: PointerEvent) => boolean;
  readonly onturn: (to: SpaceTurn) => void;
}

/** Handlers to spread on the element that the drawing's coordinates begin at. */
export function turnDrag({ width, radius, turn, fourth, onturn }: TurnOptions): ReturnType<typeof pointerDrag> {
  let pressed: { readonly x: number; readonly y: number; readonly turn: SpaceTurn; readonly fourth: boolean };
  const drag = pointerDrag({
    // The whole sphere is the mark.
    held: (at) => at,
    width,
    move(x, y) {
      const degrees = 180 / Math.PI / radius();
      const by = { right: (x - pressed.x) * degrees, down: (y - pressed.y) * degrees, fourth: pressed.fourth };
      onturn(turnedBy(pressed.turn, by));
    },
  });
  return {
    ...drag,
    onpointerdown(event) {
      // A second finger does not take it from the first.
      if (!event.isPrimary || event.button !== 0) return;
      const [x, y] = pointerPoint(event, event.currentTarget as Element, width());
      pressed = { x, y, turn: turn(), fourth: fourth(event) };
      drag.onpointerdown(event);
    },
  };
}
