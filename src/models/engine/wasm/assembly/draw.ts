/**
 * Filling a tile with drawn samples, for any n. All-zero samples are left out: they change no weight, and what they do to
 * the bias has a closed form (output.ts).
 */
import { compactRows } from './compact';
import { fillSmallTile, SMALL } from './draw-small';
import { featureValue, fold, nextBlock, nextSamples, stir, Stream } from './stream';
import { STRIDE, TILE } from './tile';

/**
 * Draws samples until the tile is full or the batch is at its end, and returns how many non-empty samples it then holds
 * (up to three more than TILE).
 *
 * @param law f32 [2, n padded to 4]: thresholds, scales
 * @param filled samples that the tile holds already
 */
export function fillTile(x: usize, n: u32, batch: u32, law: usize, filled: u32): u32 {
  if (n <= SMALL) return fillSmallTile(x, n, batch, law, filled);
  const scales = 4 * ((n + 3) & ~3);
  const whole = n >> 2;
  const rest = n & 3;
  const y = i32x4.splat(Stream.y);
  const z = i32x4.splat(Stream.z);
  const w = i32x4.splat(Stream.w);
  let first = Stream.firstWords();
  let sample = Stream.sample;
  for (; sample < batch && filled < TILE; sample += 4) {
    // Four samples of all features go to the tile as they are …
    let words = first;
    let any = i32x4.splat(0);
    let to = x + 4 * filled;
    let threshold = law;
    for (let block: u32 = 0; block < whole; block++) {
      let a = words;
      let b = stir(y, z, a);
      let c = stir(z, a, b);
      let d = stir(w, b, c);
      a = fold(a);
      b = fold(b);
      c = fold(c);
      d = fold(d);
      a = stir(a, b, d);
      b = stir(b, c, a);
      c = stir(c, a, b);
      d = stir(d, b, c);
      const scale = threshold + scales;
      a = featureValue(a, v128.load32_splat(threshold), v128.load32_splat(scale));
      b = featureValue(b, v128.load32_splat(threshold, 4), v128.load32_splat(scale, 4));
      c = featureValue(c, v128.load32_splat(threshold, 8), v128.load32_splat(scale, 8));
      d = featureValue(d, v128.load32_splat(threshold, 12), v128.load32_splat(scale, 12));
      v128.store(to, a);
      v128.store(to, b, STRIDE);
      v128.store(to, c, 2 * STRIDE);
      v128.store(to, d, 3 * STRIDE);
      any = v128.or(any, v128.or(v128.or(a, b), v128.or(c, d)));
      words = i32x4.add(words, nextBlock());
      threshold += 16;
      to += 4 * STRIDE;
    }
    if (rest) {
      let a = words;
      let b = stir(y, z, a);
      let c = stir(z, a, b);
      const d = fold(stir(w, b, c));
      a = fold(a);
      b = fold(b);
      a = stir(a, b, d);
      const scale = threshold + scales;
      const va = featureValue(a, v128.load32_splat(threshold), v128.load32_splat(scale));
      v128.store(to, va);
      any = v128.or(any, va);
      if (rest > 1) {
        c = fold(c);
        b = stir(b, c, a);
        const vb = featureValue(b, v128.load32_splat(threshold, 4), v128.load32_splat(scale, 4));
        v128.store(to, vb, STRIDE);
        any = v128.or(any, vb);
        if (rest > 2) {
          c = stir(c, a, b);
          const vc = featureValue(c, v128.load32_splat(threshold, 8), v128.load32_splat(scale, 8));
          v128.store(to, vc, 2 * STRIDE);
          any = v128.or(any, vc);
        }
      }
    }
    // … and are then pushed together, over the empty ones.
    const mask: u32 = 15 ^ i32x4.bitmask(i32x4.eq(any, i32x4.splat(0)));
    if (mask != 15) compactRows(x + 4 * filled, n, mask);
    filled += popcnt(mask);
    first = i32x4.add(first, nextSamples());
  }
  Stream.sample = sample;
  return filled;
}
