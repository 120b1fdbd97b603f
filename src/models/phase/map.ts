/** A trained map, cell by cell as its tiles come in. */
import { parameterCount } from '../layout.ts';
import { bestCandidate, phaseClass, type Candidate, type PhaseClass } from '../theory/phase.ts';
import { cellModels, type PhaseValues } from './cell-models.ts';
import { cellCentre, gridOf, type PhaseGrid, type PhasePlace } from './grid.ts';
import { hasTheory } from './has-theory.ts';
import type { CellResults } from './results.ts';

/** Everything that is known of one cell. */
export interface PhaseCell extends PhasePlace {
  /** The best start's parameters, [P] (layout.ts): W, n rows of m, then b. */
  readonly theta: Float32Array;
  /** Its loss, per sample, summed over features, importance-weighted. */
  readonly loss: number;
  readonly start: number;
  /** Of the extra feature, as `aggregate` has them. */
  readonly norm: number;
  readonly superposition: number;
  readonly class: PhaseClass;
  /** What theory expects there, and how much more the trained model loses than it; absent where there is no theory. */
  readonly expected?: { readonly candidate: Candidate; readonly excess: number };
}

/** The map of one setting. Its arrays are [cells²], by cell number (grid.ts), and change in place. */
export class PhaseMap {
  readonly values: PhaseValues;
  readonly grid: PhaseGrid;
  /** [cells², P]. */
  readonly theta: Float32Array;
  readonly loss: Float64Array;
  readonly start: Uint8Array;
  readonly norm: Float32Array;
  readonly superposition: Float32Array;
  /** 1 where a cell is trained, else 0. */
  readonly trained: Uint8Array;
  readonly #parameters: number;
  #count = 0;

  constructor(values: PhaseValues) {
    const { n, m, cells } = values;
    const size = cells * cells;
    this.values = values;
    this.grid = gridOf(values);
    this.#parameters = parameterCount({ n, m, models: cellModels(values, [0], 1) });
    this.theta = new Float32Array(size * this.#parameters);
    this.loss = new Float64Array(size);
    this.start = new Uint8Array(size);
    this.norm = new Float32Array(size);
    this.superposition = new Float32Array(size);
    this.trained = new Uint8Array(size);
  }

  /** Cells that are trained. */
  get count(): number {
    return this.#count;
  }

  put(results: CellResults): void {
    const P = this.#parameters;
    results.cells.forEach((cell, k) => {
      this.theta.set(results.theta.subarray(k * P, (k + 1) * P), cell * P);
      this.loss[cell] = results.loss[k];
      this.start[cell] = results.start[k];
      this.norm[cell] = results.norm[k];
      this.superposition[cell] = results.superposition[k];
      this.#count += 1 - this.trained[cell];
      this.trained[cell] = 1;
    });
  }

  /** The cells that are not trained yet, in the order in which they are given. */
  missing(order: Uint32Array): Uint32Array {
    return order.filter((cell) => this.trained[cell] === 0);
  }

  /** Null where it is not trained. */
  read(cell: number): PhaseCell | null {
    if (!this.trained[cell]) return null;
    const { values } = this;
    const P = this.#parameters;
    const { r, p } = cellCentre(this.grid, cell);
    const loss = this.loss[cell];
    const norm = this.norm[cell];
    const superposition = this.superposition[cell];
    return {
      r,
      p,
      theta: this.theta.slice(cell * P, (cell + 1) * P),
      loss,
      start: this.start[cell],
      norm,
      superposition,
      class: phaseClass(norm, superposition),
      ...(hasTheory(values) ? { expected: expected(values.n, values, { r, p }, loss) } : {}),
    };
  }
}

function expected(n: 2 | 3, { law }: PhaseValues, { r, p }: PhasePlace, loss: number): PhaseCell['expected'] {
  const candidate = bestCandidate(n, r, p, law);
  return { candidate, excess: loss - candidate.loss(r, p, law) };
}
