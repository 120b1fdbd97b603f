/** Fixed models of every shape that the views must draw: known by construction, no training. */
import { modelView, type ModelView } from '../../src/viz/model-view.ts';

const decay = (n: number, base = 0.9): number[] => Array.from({ length: n }, (_, i) => base ** i);

/** A model of two hidden dimensions from polar coordinates: [length, degrees] a feature. */
export function polar(
  rows: readonly (readonly [length: number, degrees: number])[],
  importance = decay(rows.length),
): ModelView {
  const W = rows.flatMap(([length, degrees]) => {
    const angle = (degrees * Math.PI) / 180;
    return [length * Math.cos(angle), length * Math.sin(angle)];
  });
  return modelView({ n: rows.length, m: 2, W, b: rows.map(() => -0.2), importance });
}

/** A model of one hidden dimension. */
export function onLine(W: readonly number[]): ModelView {
  return modelView({ n: W.length, m: 1, W, b: W.map(() => 0), importance: decay(W.length) });
}

/** n features of one length at equal angles, the first upward. */
export const ring = (n: number, length = 1): ModelView =>
  polar(Array.from({ length: n }, (_, i) => [length, 90 - (360 * i) / n] as const));

export const pentagon = ring(5, 1.1);
export const rightAngle = polar([
  [1, 90],
  [1, 0],
  [0, 0],
  [0, 0],
  [0, 0],
]);
export const pairs = polar([
  [1, 90],
  [1, 0],
  [1, 180],
  [1, 270],
  [0, 0],
]);
export const nothing = polar([
  [0, 0],
  [0, 0],
  [0, 0],
]);
export const heap = polar(Array.from({ length: 12 }, (_, i) => [1 - 0.001 * i, 40] as const));
