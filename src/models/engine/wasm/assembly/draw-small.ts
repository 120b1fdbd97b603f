/** Filling a tile as draw.ts does, unrolled for up to eight features: their values never leave the registers on the way. */
import { compactShuffle } from './compact';
import { featureValue, fold, nextBlock, nextSamples, stir, Stream } from './stream';
import { STRIDE, TILE } from './tile';

/** The most features that `fillSmallTile` takes. */
export const SMALL: u32 = 8;

/** See fillTile. */
export function fillSmallTile(x: usize, n: u32, batch: u32, law: usize, filled: u32): u32 {
  switch (n) {
    case 1:
      return Unrolled.fill(1, x, batch, law, filled);
    case 2:
      return Unrolled.fill(2, x, batch, law, filled);
    case 3:
      return Unrolled.fill(3, x, batch, law, filled);
    case 4:
      return Unrolled.fill(4, x, batch, law, filled);
    case 5:
      return Unrolled.fill(5, x, batch, law, filled);
    case 6:
      return Unrolled.fill(6, x, batch, law, filled);
    case 7:
      return Unrolled.fill(7, x, batch, law, filled);
    default:
      return Unrolled.fill(8, x, batch, law, filled);
  }
}

class Unrolled {
  /** Inlined with n known, so that every `if (n > …)` is decided when this is compiled. */
  @inline
  static fill(n: u32, x: usize, batch: u32, law: usize, filled: u32): u32 {
    const scales = law + 4 * ((n + 3) & ~3);
    const zero = i32x4.splat(0);
    const y = i32x4.splat(Stream.y);
    const z = i32x4.splat(Stream.z);
    const w = i32x4.splat(Stream.w);
    let first = Stream.firstWords();
    let sample = Stream.sample;
    for (; sample < batch && filled < TILE; sample += 4) {
      let x0 = first;
      let x1 = stir(y, z, x0);
      let x2 = stir(z, x0, x1);
      let x3 = fold(stir(w, x1, x2));
      x0 = fold(x0);
      x1 = fold(x1);
      x2 = fold(x2);
      x0 = stir(x0, x1, x3);
      x1 = stir(x1, x2, x0);
      x2 = stir(x2, x0, x1);
      x3 = stir(x3, x1, x2);
      x0 = featureValue(x0, v128.load32_splat(law), v128.load32_splat(scales));
      x1 = n > 1 ? featureValue(x1, v128.load32_splat(law, 4), v128.load32_splat(scales, 4)) : zero;
      x2 = n > 2 ? featureValue(x2, v128.load32_splat(law, 8), v128.load32_splat(scales, 8)) : zero;
      x3 = n > 3 ? featureValue(x3, v128.load32_splat(law, 12), v128.load32_splat(scales, 12)) : zero;
      let x4 = zero;
      let x5 = zero;
      let x6 = zero;
      let x7 = zero;
      if (n > 4) {
        x4 = i32x4.add(first, nextBlock());
        x5 = stir(y, z, x4);
        x6 = stir(z, x4, x5);
        x7 = fold(stir(w, x5, x6));
        x4 = fold(x4);
        x5 = fold(x5);
        x6 = fold(x6);
        x4 = stir(x4, x5, x7);
        x5 = stir(x5, x6, x4);
        x6 = stir(x6, x4, x5);
        x7 = stir(x7, x5, x6);
        x4 = featureValue(x4, v128.load32_splat(law, 16), v128.load32_splat(scales, 16));
        x5 = n > 5 ? featureValue(x5, v128.load32_splat(law, 20), v128.load32_splat(scales, 20)) : zero;
        x6 = n > 6 ? featureValue(x6, v128.load32_splat(law, 24), v128.load32_splat(scales, 24)) : zero;
        x7 = n > 7 ? featureValue(x7, v128.load32_splat(law, 28), v128.load32_splat(scales, 28)) : zero;
      }
      const any = v128.or(v128.or(v128.or(x0, x1), v128.or(x2, x3)), v128.or(v128.or(x4, x5), v128.or(x6, x7)));
      const mask: u32 = 15 ^ i32x4.bitmask(i32x4.eq(any, zero));
      const shuffle = compactShuffle(mask);
      const to = x + 4 * filled;
      v128.store(to, i8x16.swizzle(x0, shuffle));
      if (n > 1) v128.store(to, i8x16.swizzle(x1, shuffle), STRIDE);
      if (n > 2) v128.store(to, i8x16.swizzle(x2, shuffle), 2 * STRIDE);
      if (n > 3) v128.store(to, i8x16.swizzle(x3, shuffle), 3 * STRIDE);
      if (n > 4) v128.store(to, i8x16.swizzle(x4, shuffle), 4 * STRIDE);
      if (n > 5) v128.store(to, i8x16.swizzle(x5, shuffle), 5 * STRIDE);
      if (n > 6) v128.store(to, i8x16.swizzle(x6, shuffle), 6 * STRIDE);
      if (n > 7) v128.store(to, i8x16.swizzle(x7, shuffle), 7 * STRIDE);
      filled += popcnt(mask);
      first = i32x4.add(first, nextSamples());
    }
    Stream.sample = sample;
    return filled;
  }
}
