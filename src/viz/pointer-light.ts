/** Linked hover for a drawing: which feature (or other mark) the pointer means, told to whoever shares the light. */
import { pointerPoint } from './pointer-point.ts';

/** Called with a feature's index, or null when none is meant any more. */
export type OnLight = (feature: number | null) => void;

interface LightHandlers {
  onpointermove(event: PointerEvent): void;
  onpointerdown(event: PointerEvent): void;
  onpointerleave(event: PointerEvent): void;
}

/**
 * Handlers to spread on an SVG whose user units are `width` across. A mouse lights while it hovers; a finger lights with
 * a tap and puts out by tapping beside every mark, because it leaves the drawing each time it is lifted.
 * @param pick the feature, or whatever else is lit, at a point in the SVG's own units
 */
export function pointerLight<Mark = number>(
  width: number,
  pick: (x: number, y: number) => Mark | null,
  onlight: ((mark: Mark | null) => void) | undefined,
): LightHandlers {
  const light = (event: PointerEvent): void => {
    onlight?.(pick(...pointerPoint(event, event.currentTarget as Element, width)));
  };
  return {
    onpointermove: (event) => {
      if (event.pointerType !== 'touch') light(event);
    },
    onpointerdown: light,
    onpointerleave: (event) => {
      if (event.pointerType !== 'touch') onlight?.(null);
    },
  };
}
