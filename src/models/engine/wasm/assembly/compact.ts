/** Moving the lanes that matter to the front of a vector. */
import { STRIDE } from './tile';

/** For each set of lanes, as a bit mask: the byte shuffle that moves them to the front, in order. */
const TABLE = memory.data(16 * 16, 16);

/** Fills the table; once, when the module starts. */
export function prepareCompact(): void {
  for (let mask: u32 = 0; mask < 16; mask++) {
    let to = TABLE + 16 * mask;
    for (let lane: u32 = 0; lane < 4; lane++) {
      if (!((mask >> lane) & 1)) continue;
      store<u32>(to, 0x03020100 + lane * 0x04040404);
      to += 4;
    }
    // An index out of range shuffles in a zero.
    for (; to < TABLE + 16 * (mask + 1); to += 4) store<u32>(to, 0x80808080);
  }
}

/** The shuffle for a set of lanes. */
export function compactShuffle(mask: u32): v128 {
  return v128.load(TABLE + 16 * mask);
}

/** Pushes the lanes of a set to the front, in one vector of each of a tile's rows; rows are padded to four. */
export function compactRows(rows: usize, count: u32, mask: u32): void {
  const shuffle = compactShuffle(mask);
  for (let i: u32 = 0; i < count; i += 4, rows += 4 * STRIDE) {
    v128.store(rows, i8x16.swizzle(v128.load(rows), shuffle));
    v128.store(rows, i8x16.swizzle(v128.load(rows, STRIDE), shuffle), STRIDE);
    v128.store(rows, i8x16.swizzle(v128.load(rows, 2 * STRIDE), shuffle), 2 * STRIDE);
    v128.store(rows, i8x16.swizzle(v128.load(rows, 3 * STRIDE), shuffle), 3 * STRIDE);
  }
}
