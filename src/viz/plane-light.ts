/** What the light shows in the plane, and which arrow a pointer means. */
import type { Point } from './hull.ts';
import type { ModelView } from './model-view.ts';
import type { Segment } from './place-labels.ts';
import type { PlaneLayout } from './plane-layout.ts';

/** One other feature's shadow on the lit feature's line. */
export interface Projection {
  readonly feature: number;
  readonly from: Point;
  readonly foot: Point;
  /** Ŵ_lit · W_j. */
  readonly value: number;
}

/** The lit feature's line through the whole picture, and the shadow of every other drawn feature on it. */
export function projections(
  { W, metrics }: ModelView,
  { origin, radius, size, arrows }: PlaneLayout,
  lit: number,
): { line: Segment; shadows: Projection[] } | null {
  if (!arrows.some(({ feature }) => feature === lit)) return null;
  const ux = W[2 * lit] / metrics.norms[lit];
  const uy = W[2 * lit + 1] / metrics.norms[lit];
  const at = (value: number): Point => [origin[0] + radius * value * ux, origin[1] - radius * value * uy];
  const reach = size / 2 / radius;
  return {
    line: { from: at(-reach), to: at(reach) },
    shadows: arrows
      .filter(({ feature }) => feature !== lit)
      .map(({ feature, tip }) => {
        const value = W[2 * feature] * ux + W[2 * feature + 1] * uy;
        return { feature, from: tip, foot: at(value), value };
      }),
  };
}

/** How near the pointer must be to an arrow to mean it, px. */
const REACH = 18;

/** The feature whose arrow or number is nearest to a point, within reach; null for none. */
export function nearestFeature(
  { origin, arrows }: Pick<PlaneLayout, 'origin' | 'arrows'>,
  x: number,
  y: number,
): number | null {
  let nearest: number | null = null;
  let least = REACH;
  for (const { feature, tip, label } of arrows) {
    const [dx, dy] = [tip[0] - origin[0], tip[1] - origin[1]];
    const t = Math.max(0.15, Math.min(1, ((x - origin[0]) * dx + (y - origin[1]) * dy) / (dx * dx + dy * dy)));
    const distance = Math.min(
      Math.hypot(x - origin[0] - t * dx, y - origin[1] - t * dy),
      Math.hypot(x - label[0], y - label[1]) - 2,
    );
    if (distance < least) [nearest, least] = [feature, distance];
  }
  return nearest;
}
