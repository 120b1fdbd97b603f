/** What the light shows in space: the lit feature's line and the shadows of the others on it. */
import type { Point } from './hull.ts';
import type { Projection } from './plane-light.ts';
import type { Segment } from './place-labels.ts';
import type { SpaceLayout } from './space-layout.ts';

/** Null for a feature that is not drawn. */
export function spaceProjections(
  { origin, radius, size, turned, arrows }: SpaceLayout,
  m: number,
  lit: number,
): { line: Segment; shadows: Projection[] } | null {
  if (!arrows.some(({ feature }) => feature === lit)) return null;
  const row = (i: number): Float64Array => turned.subarray(i * m, (i + 1) * m);
  const length = Math.hypot(...row(lit));
  const direction = row(lit).map((x) => x / length);
  const at = (value: number): Point => [
    origin[0] + radius * value * direction[0],
    origin[1] - radius * value * direction[1],
  ];
  const reach = Math.min(ROOM, size / 2 / radius);
  return {
    line: { from: at(-reach), to: at(reach) },
    shadows: arrows
      .filter(({ feature }) => feature !== lit)
      .map(({ feature, tip }) => {
        const value = row(feature).reduce((sum, x, k) => sum + x * direction[k], 0);
        return { feature, from: tip, foot: at(value), value };
      }),
  };
}

/** How far the line runs in its own direction, in units of length 1. */
const ROOM = 1.3;
