/** What the outputs should be (src/models/target.ts), over one tile. */
import { STRIDE, VECTOR } from './tile';

/** The targets by the numbers that ../numbers.ts gives them. */
const IDENTITY: u32 = 0;
const ABSOLUTE: u32 = 1;
const SQUARE: u32 = 2;

/**
 * Where what is wanted of the inputs x lies: x itself, or `wanted`, filled here.
 *
 * @param wanted f32 [n, STRIDE]
 */
export function wantedOf(target: u32, x: usize, n: u32, wanted: usize, vectors: u32): usize {
  if (target == IDENTITY) return x;
  const end: usize = vectors * VECTOR;
  for (let i: u32 = 0; i < n; i++) {
    const row = i * STRIDE;
    // max-min takes the features two by two; a last one without a partner is its own.
    const partner = i ^ 1;
    const other = x + (partner < n ? partner : i) * STRIDE;
    for (let s: usize = 0; s < end; s += VECTOR) {
      const own = v128.load(x + row + s);
      let value = own;
      if (target == ABSOLUTE) value = f32x4.abs(own);
      else if (target == SQUARE) value = f32x4.mul(own, own);
      else if (i & 1) value = f32x4.pmin(own, v128.load(other + s));
      else value = f32x4.pmax(own, v128.load(other + s));
      v128.store(wanted + row + s, value);
    }
  }
  return wanted;
}
