/**
 * A tile: the samples that are worked on together while they sit in the first-level cache. A row holds one feature (or
 * one hidden dimension), a lane one sample, so no size of n or m wastes a lane.
 */

/** Samples in a full tile. */
export const TILE: u32 = 64;

/** Tiles are cut to multiples of this many samples; the last one is filled up with empty samples. */
export const GRAIN: u32 = 16;

/** Bytes from row to row: a tile, and one vector more for the samples that overflow into the next tile. */
export const STRIDE: u32 = 4 * (64 + 4);

/** Bytes of a vector. */
export const VECTOR: u32 = 16;

/** Fills rows [from, to) samples with zeros; `to` − `from` < GRAIN, and to ≤ TILE. */
export function clearSamples(rows: usize, count: u32, from: u32, to: u32): void {
  for (let i: u32 = 0; i < count; i++, rows += STRIDE) {
    for (let s = from; s < to; s += 4) v128.store(rows + 4 * s, i32x4.splat(0));
  }
}

/** Moves the samples behind a full tile to the front of the next one. */
export function carryOverflow(rows: usize, count: u32): void {
  for (let i: u32 = 0; i < count; i++, rows += STRIDE) v128.store(rows, v128.load(rows, 4 * 64));
}

/** Zeros the lanes behind sample `filled` in the vector that it would lie in. */
export function clearLanes(rows: usize, count: u32, filled: u32): void {
  const keep = i32x4.lt_u(i32x4(0, 1, 2, 3), i32x4.splat(filled & 3));
  rows += 4 * (filled & ~3);
  for (let i: u32 = 0; i < count; i++, rows += STRIDE) v128.store(rows, v128.and(v128.load(rows), keep));
}
