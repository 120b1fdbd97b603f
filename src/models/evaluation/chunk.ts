/** Samples per chunk: small enough for a kernel's scratch memory, large enough that the call costs nothing. */
export const SAMPLE_CHUNK = 4096;
