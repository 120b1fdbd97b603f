/** Bytes of a model's record, and rows of its law. */
export const MODEL_BYTES: u32 = 84;
export const LAW_ROWS: u32 = 4;

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
  /** The models' records, one after the other (Model). */
  modelsPtr: u32;
  /** f32 [models, 4, n padded to 4]: p · 2²⁴, 2⁻²⁴ / p, 2 I / batch (2 I on the exact path), and 2⁻²⁴ over
   * the chance of the feature given none before it (../rows.ts), on the sparse path over its share of the largest density.
   * On the general path the first row is 0 for members of sets. */
  lawPtr: u32;
  /** u32: the count tables (../counts.ts). */
  countsPtr: u32;
  /** f32 [models, P padded to 4]: W (row i is feature i), W₂ and c where the model has them, then b (../../../layout.ts). */
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
  /** v128 [3, P]: parameters and moments of four models, a model to a lane. */
  lanesPtr: u32;
  /** f32 [n, width], width = n padded to 4: G = WWᵀ. */
  gramPtr: u32;
  /** f32 [width, width]: M[j][i] = Σ e_i x_j. */
  momentPtr: u32;
  /** f32 [2, m, width]: Wᵀ, and its gradient. */
  transposedPtr: u32;
  /** f32 [width]: b. */
  biasPtr: u32;
  /** f32 [width]: Σ e. */
  errorPtr: u32;
  /** f32 [2, width]: what two samples want, zero between them. */
  targetsPtr: u32;
  /** Two samples' active entries (row.ts), [2, width]. */
  entriesPtr: u32;
  /** f32 [P padded to 4]. */
  gradientPtr: u32;
  /** Members of the models' sets of features (draw-general.ts). */
  membersPtr: u32;
  /** v128 [n padded to 4]: four samples' words. */
  wordsPtr: u32;
  /** f32 [m padded to 4, STRIDE]: the dropout's factors on the hidden layer of a tile. */
  masksPtr: u32;
  /** f32 [m, STRIDE]: the slopes of the hidden layer's activation, times those factors. */
  slopesPtr: u32;
  /** f32 [n, STRIDE]: what is wanted of the outputs. */
  wantedPtr: u32;
  /** u32 [2, n]: which vectors of x, and which of dz, are not zero (active.ts). */
  activePtr: u32;
  /** Scratch of active.ts. */
  listsPtr: u32;
}

/** A model's record, which the loader (../prepared.ts) writes: words but where a type is given. */
@unmanaged
export class Model {
  key0: u32;
  key1: u32;
  /** The output's activation (activation.ts). */
  output: u32;
  /** The path's number. */
  path: u32;
  /** 1 to draw from the shared stream. */
  shared: u32;
  /**
   * On the tiny path offset, first count and length of the count table; on the sparse one the first is the
   * f32 1 / log₂(1 − p), p the largest density; on the exact one the kind of its integrals (exact.ts).
   */
  count0: u32;
  count1: u32;
  count2: u32;
  // What follows only the general path reads (../general.ts).
  /** The hidden layer's activation. */
  hidden: u32;
  /** target.ts. */
  target: u32;
  /** 1 where features are signed. */
  signed: u32;
  /** The value law (draw-general.ts). */
  law: u32;
  /** Where W₂, c and b begin in the parameters; W₂ is W (0) when tied, and c absent when 0. */
  read: u32;
  hiddenBias: u32;
  bias: u32;
  dropoutKey0: u32;
  dropoutKey1: u32;
  /** 2²⁴ q, q the dropout's chance, and 1 / (1 − q). */
  dropped: f32;
  kept: f32;
  /** Its members of sets: the first one's place among all models', and how many there are. */
  firstMember: u32;
  members: u32;
}
