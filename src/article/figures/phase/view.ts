/** A cell's network as the views draw it: turned for display where there is a plane to turn it in. */
import { applyFrame, canonicalFrame } from '../../../models/geometry/align.ts';
import type { PhaseValues } from '../../../models/phase/cell-models.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';

/**
 * @param theta [P]: W, n rows of m, then b
 * @param reference whose frame to use, so that a run is watched in its end's frame
 */
export function cellView({ n, m }: PhaseValues, r: number, theta: Float32Array, reference = theta): ModelView {
  const importance = Array.from({ length: n }, (_, i) => (i < n - 1 ? 1 : r));
  const weights = (parameters: Float32Array): Float32Array => parameters.subarray(0, n * m);
  const frame = canonicalFrame(weights(reference), n, m, importance);
  return modelView({ n, m, W: applyFrame(weights(theta), frame), b: theta.subarray(n * m), importance });
}
