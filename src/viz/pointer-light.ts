/** Linked hover for a drawing: which feature (or other mark) the pointer means, told to whoever shares the light. */

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
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const scale = box.width > 0 ? width / box.width : 1;
    onlight?.(pick((event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
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
