/** One trained model for each of some cells, in arrays that a worker can hand over. */
export interface CellResults {
  /** Their numbers (grid.ts). */
  readonly cells: Uint32Array;
  /** The best start's parameters, [cells, P] (layout.ts). */
  readonly theta: Float32Array;
  /** Its loss, per sample, summed over features, importance-weighted. */
  readonly loss: Float64Array;
  /** Which start it is. */
  readonly start: Uint8Array;
  /** ‖W_i‖ of the extra feature, the last one, as `aggregate` has it. */
  readonly norm: Float32Array;
  /** Its superposition Σ_{j≠i} (Ŵ_i·W_j)², as `aggregate` has it. */
  readonly superposition: Float32Array;
}
