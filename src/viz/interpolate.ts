/** The model between two models: what is drawn while the picture moves from one to the other. */
import { modelView, type ModelView } from './model-view.ts';

/**
 * W, b and importance of `a` moved the share `t` ∈ [0, 1] of the way to `b`; everything else is measured anew, so that
 * every number on screen belongs to the weights on screen. Models of different n or m have nothing between them: the
 * result is then `b` for every t > 0. At the ends the very views are returned.
 */
export function interpolateModel(a: ModelView, b: ModelView, t: number): ModelView {
  if (t <= 0) return a;
  if (t >= 1 || a.n !== b.n || a.m !== b.m) return b;
  return modelView({
    n: a.n,
    m: a.m,
    W: between(a.W, b.W, t),
    b: between(a.b, b.b, t),
    importance: between(a.importance, b.importance, t),
  });
}

function between(from: ArrayLike<number>, to: ArrayLike<number>, t: number): Float64Array {
  return Float64Array.from(from, (value, j) => value + (to[j] - value) * t);
}
