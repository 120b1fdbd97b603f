/**
 * Drawing the active entries of a batch alone: from one to the next the number of entries skipped is geometric,
 * ⌊log u / log(1 − p)⌋. p is the largest density; a feature of a smaller one keeps its entry with chance p_i / p, by the same
 * word that then gives the value.
 */
import { Row } from './row';
import { fold, rowValue, RowStream, stir, Stream } from './stream';
import { VECTOR } from './tile';

/** Entries drawn at once. */
const ENTRIES: u32 = 32;
/** i32 [ENTRIES]: how far it is from the entry before. */
const STEPS = memory.data(32 * 4, 16);
/** f32 [ENTRIES]: words as numbers in [0, 2²⁴). */
const VALUES = memory.data(32 * 4, 16);
/** Samples whose entries are numbered together: the numbers stay within 32 bits for any batch. */
const GROUP: u32 = 1 << 16;

export class Skips {
  /**
   * Hands a step's samples to Row, feature by feature.
   *
   * @param logScale 1 / log₂(1 − p); −0 for p = 1
   * @param scales f32 [n]: 2⁻²⁴ p / p_i
   */
  static rows(n: u32, batch: u32, logScale: f32, scales: usize): void {
    const scale = f32x4.splat(logScale);
    let drawn = ENTRIES;
    for (let left = batch; left;) {
      const samples = min(left, GROUP);
      left -= samples;
      const end = samples * n;
      // The entry's number, and that of its sample's first entry.
      let at: u32 = <u32>-1;
      let first: u32 = 0;
      for (;;) {
        if (drawn == ENTRIES) {
          drawEntries(scale);
          drawn = 0;
        }
        const step = load<u32>(STEPS + 4 * drawn);
        at += step;
        if (at >= end) {
          drawn++;
          break;
        }
        if (at - first >= n) {
          Row.next();
          first = (at / n) * n;
        }
        const i = at - first;
        const x = load<f32>(VALUES + 4 * drawn) * load<f32>(scales + 4 * i);
        if (x < 1) Row.add(i, x);
        drawn++;
      }
      Row.next();
    }
  }
}

/** Fills STEPS and VALUES: half of each call's words skip, half are values. */
function drawEntries(scale: v128): void {
  const y = i32x4.splat(Stream.y);
  const z = i32x4.splat(Stream.z);
  const w = i32x4.splat(Stream.w);
  const one = f32x4.splat(1);
  let words = RowStream.take(ENTRIES / 8);
  for (let at: usize = 0; at < 4 * ENTRIES; at += 2 * VECTOR) {
    let a = words;
    let b = stir(y, z, a);
    let c = stir(z, a, b);
    let d = fold(stir(w, b, c));
    a = fold(a);
    b = fold(b);
    c = fold(c);
    a = stir(a, b, d);
    b = stir(b, c, a);
    c = stir(c, a, b);
    d = stir(d, b, c);
    v128.store(STEPS + at, steps(a, scale));
    v128.store(STEPS + at, steps(b, scale), VECTOR);
    v128.store(VALUES + at, rowValue(c, one));
    v128.store(VALUES + at, rowValue(d, one), VECTOR);
    words = i32x4.add(words, RowStream.next());
  }
}

/** 1 + ⌊log₂ u · scale⌋, u the word's upper 24 bits and one, in (0, 1]. */
function steps(word: v128, scale: v128): v128 {
  const one = i32x4.splat(1);
  const bits = f32x4.convert_i32x4_s(i32x4.add(i32x4.shr_u(word, 8), one));
  // u · 2²⁴ = (1 + f) 2^e; log₂(1 + f) = f · polynomial(f), fitted at Chebyshev's points of [0, 1] to 3e-7.
  const exponent = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(bits, 23), i32x4.splat(127 + 24)));
  const mantissa = v128.or(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f800000));
  const f = f32x4.sub(mantissa, f32x4.splat(1));
  let log = f32x4.splat(-0.0123706429);
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(0.0637875961));
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(-0.155599968));
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(0.256179705));
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(-0.353454683));
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(0.480073749));
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(-0.721310723));
  log = f32x4.add(f32x4.mul(log, f), f32x4.splat(1.44269477));
  log = f32x4.add(f32x4.mul(log, f), exponent);
  return i32x4.add(i32x4.trunc_sat_f32x4_s(f32x4.mul(log, scale)), one);
}
