/** A trained model of features in sets as it is drawn: in its canonical frame, and how the sets stand in it. */
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import { readSets, type Members, type SetsReading } from '../../../models/geometry/sets.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import { principalComponents } from '../../../models/theory/principal.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import type { Group } from '../starts/groups.ts';

export interface Found {
  readonly view: ModelView;
  readonly sets: readonly Members[];
  readonly reading: SetsReading;
  readonly loss: number;
  /** Which start it is; null of a model that is computed, not trained. */
  readonly start: number | null;
}

/** Measured once for each model, however often it is drawn. */
const known = new WeakMap<ArrayLike<number>, Found>();

/** All starts of a group, the best first. */
export const foundIn = ({ settings, starts }: Group): Found[] =>
  starts.map(({ start, loss, theta }) => {
    const before = known.get(theta);
    if (before?.loss === loss) return before;
    // The same weights may have been measured on fewer samples.
    const found = before ? { ...before, loss } : foundOf(settings, theta, { loss, start });
    known.set(theta, found);
    return found;
  });

/** @param theta W [n, m], then b [n] */
export function foundOf(
  { importance, sets = [] }: Pick<ModelSettings, 'importance' | 'sets'>,
  theta: ArrayLike<number>,
  { loss, start }: Pick<Found, 'loss' | 'start'>,
): Found {
  const n = importance.length;
  const numbers = Float64Array.from(theta);
  const m = numbers.length / n - 1;
  const raw = numbers.subarray(0, n * m);
  const W = applyFrame(raw, canonicalFrame(raw, n, m, importance));
  const members = sets.map((set) => set.members);
  return {
    view: modelView({ n, m, W, b: numbers.subarray(n * m), importance }),
    sets: members,
    reading: readSets(W, n, m, members),
    loss,
    start,
  };
}

/** The principal components of the same data, of equally good ones those nearest to the model; its bias is the rest's mean. */
export function principalOf(settings: ModelSettings, like: Found): Found & { readonly free: boolean } {
  const { n, m } = like.view;
  const { W, loss, free } = principalComponents(settings, m, like.view.W);
  const theta = Float64Array.from({ length: n * (m + 1) }, (_, k) => W[k] ?? 0);
  return { ...foundOf(settings, theta, { loss, start: null }), free };
}
