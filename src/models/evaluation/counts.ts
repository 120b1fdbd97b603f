/** How many samples, as numbers alone: who asks for a training need not load what draws them. */

/** Non-empty samples in the evaluation set of every published number (contracts.md, "Words"). */
export const EVALUATION_COUNT = 1 << 18;

/** Non-empty samples that a moment of a run is measured on: enough to rank starts and to draw a loss curve. */
export const MOMENT_COUNT = 1 << 12;

/** Samples per chunk: small enough for a kernel's scratch memory, large enough that the call costs nothing. */
export const SAMPLE_CHUNK = 4096;
