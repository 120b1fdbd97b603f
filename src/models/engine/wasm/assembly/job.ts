/**
 * What one call trains, as a record that the loader (../memory.ts) writes into memory. Every field is an unsigned
 * 32-bit word; fields that end in Ptr are addresses, multiples of 16. Arrays padded "to 4" hold zeros behind their end.
 */
@unmanaged
export class Job {
  models: u32;
  /** Features. */
  n: u32;
  /** Hidden dimensions. */
  m: u32;
  /** Samples a step, a multiple of 4. */
  batch: u32;
  /** The first step's number: a word of the generator's counter. */
  from: u32;
  /** Steps to take. */
  steps: u32;
  /** f32 [steps, 4]: rate / (1 − β₁ᵗ), rate · weight decay, 1 / (1 − β₂ᵗ), unused. */
  scalarsPtr: u32;
  /** u32 [models, 4]: key₀, key₁, 1 for a ReLU output and 0 for a linear one, the path's number. */
  modelsPtr: u32;
  /** f32 [models, 3, n padded to 4]: p · 2²⁴, 2⁻²⁴ / p, 2 I / batch. */
  lawPtr: u32;
  /** f32 [models, P padded to 4], P = n·m + n: W (row i is feature i), then b. */
  thetaPtr: u32;
  /** Adam's first moment, shaped like theta. */
  m1Ptr: u32;
  /** Adam's second moment, shaped like theta. */
  m2Ptr: u32;
  /** v128 [P padded to 4]: gradient sums, each lane over its own quarter of the samples. Zero between steps. */
  sumsPtr: u32;
  /** f32 [n padded to 4, STRIDE]: the inputs of a tile. */
  xPtr: u32;
  /** f32 [n, STRIDE]: ∂loss/∂z of a tile, z the output before its activation. */
  dzPtr: u32;
  /** f32 [m, STRIDE]: the hidden layer of a tile. */
  hPtr: u32;
  /** f32 [m, STRIDE]: ∂loss/∂h of a tile. */
  dhPtr: u32;
}
