/** Moving the lanes that matter to the front of a vector. */

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
