/** From all starts of some cells to what the map shows of them. */
import { featureMetrics } from '../metrics.ts';
import type { PhaseValues } from './cell-models.ts';
import type { CellResults } from './results.ts';

/**
 * A cell's model is its start of least loss (the first of equals).
 * The extra feature's norm and superposition are that model's, or, as the paper averages (`aggregate` = `paper`;
 * "Superposition as a phase change"), the means over all starts but the one of highest loss; a single start is kept.
 *
 * @param theta [cells, starts, P], in the order of cellModels
 * @param losses [cells, starts], finite: a diverged start ends its batch (engine/trainer.ts)
 */
export function aggregateStarts(
  { n, m, starts, aggregate }: Pick<PhaseValues, 'n' | 'm' | 'starts' | 'aggregate'>,
  cells: ArrayLike<number>,
  theta: Float32Array,
  losses: ArrayLike<number>,
): CellResults {
  const count = cells.length;
  const P = theta.length / losses.length;
  const results = {
    cells: Uint32Array.from(cells),
    theta: new Float32Array(count * P),
    loss: new Float64Array(count),
    start: new Uint8Array(count),
    norm: new Float32Array(count),
    superposition: new Float32Array(count),
  };
  const row = (model: number): Float32Array => theta.subarray(model * P, (model + 1) * P);
  for (let c = 0; c < count; c++) {
    const first = c * starts;
    const { best, worst } = extremes(losses, first, starts);
    results.theta.set(row(best), c * P);
    results.loss[c] = losses[best];
    results.start[c] = best - first;
    let norm = 0;
    let superposition = 0;
    let averaged = 0;
    for (let k = first; k < first + starts; k++) {
      const counts = aggregate === 'best' || starts === 1 ? k === best : k !== worst;
      if (!counts) continue;
      const metrics = featureMetrics(row(k), n, m);
      norm += metrics.norms[n - 1];
      superposition += metrics.superposition[n - 1];
      averaged++;
    }
    results.norm[c] = norm / averaged;
    results.superposition[c] = superposition / averaged;
  }
  return results;
}

/** Where the least loss is, the first of equals, and the highest, the last of equals. */
function extremes(losses: ArrayLike<number>, first: number, count: number): { best: number; worst: number } {
  let best = first;
  let worst = first;
  for (let k = first + 1; k < first + count; k++) {
    if (losses[k] < losses[best]) best = k;
    if (losses[k] >= losses[worst]) worst = k;
  }
  return { best, worst };
}
