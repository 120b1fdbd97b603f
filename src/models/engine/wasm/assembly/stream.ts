/**
 * The shared data stream (src/models/random.ts, data.ts), four samples at a time.
 *
 * PCG4D's counter is (sample · 256 + feature / 4, step, key₀, key₁). Three of its words are the same for a whole step,
 * and so is everything that depends on them alone: the hash begins after its linear step, with the first word already
 * y · w further.
 */
export const MULTIPLIER: u32 = 1664525;
export const INCREMENT: u32 = 1013904223;

/** Where one model's step stands in its stream. */
export class Stream {
  /** The sample to be drawn next. */
  static sample: u32 = 0;
  /** Second to fourth word after the linear step. */
  static y: u32 = 0;
  static z: u32 = 0;
  static w: u32 = 0;

  static start(step: u32, key0: u32, key1: u32): void {
    Stream.sample = 0;
    Stream.y = step * MULTIPLIER + INCREMENT;
    Stream.z = key0 * MULTIPLIER + INCREMENT;
    Stream.w = key1 * MULTIPLIER + INCREMENT;
  }

  /** First words for block 0 of the next four samples. */
  static firstWords(): v128 {
    return firstWords(Stream.sample, Stream.y * Stream.w);
  }
}

/** First words for block 0 of four samples from `sample` on, in a stream of this y · w. */
export function firstWords(sample: u32, yw: u32): v128 {
  const samples = i32x4.add(i32x4.splat(sample << 8), i32x4(0, 256, 512, 768));
  return i32x4.add(i32x4.mul(samples, nextBlock()), i32x4.splat(INCREMENT + yw));
}

/** Four features' words of four samples from their first words, at Stream's step of a stream: v128 [4]. */
export function drawBlock(to: usize, words: v128, y: v128, z: v128, w: v128): void {
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
  v128.store(to, a);
  v128.store(to, b, 16);
  v128.store(to, c, 32);
  v128.store(to, stir(d, b, c), 48);
}

/** What to add to the first words for the same samples' next block of four features. */
export function nextBlock(): v128 {
  return i32x4.splat(MULTIPLIER);
}

/** What to add to the first words for the next four samples. */
export function nextSamples(): v128 {
  return i32x4.splat((4 << 8) * MULTIPLIER);
}

/** x + y · z, the hash's only step besides `fold`. */
export function stir(x: v128, y: v128, z: v128): v128 {
  return i32x4.add(x, i32x4.mul(y, z));
}

/** x ^ (x >>> 16). */
export function fold(x: v128): v128 {
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** A word's upper 24 bits, as a number. */
export function upperBits(word: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.shr_u(word, 8));
}

/**
 * Words to values: k = word / 2⁸ is u · 2²⁴; k < p · 2²⁴ switches on, and k · (2⁻²⁴ / p) is the value.
 */
export function featureValue(word: v128, threshold: v128, scale: v128): v128 {
  const k = upperBits(word);
  return v128.and(f32x4.lt(k, threshold), f32x4.mul(k, scale));
}

/**
 * The stream of the paths that draw non-empty samples only. Its counter is (4 · call + lane, step, key₀, key₁), under a key
 * of its own; every call gives each lane four words.
 */
export class RowStream {
  /** The call to be made next. */
  static call: u32 = 0;

  static start(step: u32, key0: u32, key1: u32): void {
    Stream.start(step, key0, key1);
    RowStream.call = 0;
  }

  /** First words of the next call, of `calls` that are then gone. */
  static take(calls: u32): v128 {
    const lanes = i32x4.add(i32x4.splat(RowStream.call << 2), i32x4(0, 1, 2, 3));
    RowStream.call += calls;
    return i32x4.add(i32x4.mul(lanes, i32x4.splat(MULTIPLIER)), i32x4.splat(INCREMENT + Stream.y * Stream.w));
  }

  /** What to add to the first words for the next call. */
  @inline
  static next(): v128 {
    return i32x4.splat(4 * MULTIPLIER);
  }

  /** A word that no call gives. */
  static countWord(): u32 {
    let x: u32 = 0xffffffff * MULTIPLIER + INCREMENT;
    let y = Stream.y;
    let z = Stream.z;
    let w = Stream.w;
    x += y * w;
    y += z * x;
    z += x * y;
    w += y * z;
    x ^= x >>> 16;
    y ^= y >>> 16;
    w ^= w >>> 16;
    return x + y * w;
  }
}

/** Words to values: below 1 with the chance that the scale stands for, and then even on [0, 1). */
export function rowValue(word: v128, scale: v128): v128 {
  return f32x4.mul(upperBits(word), scale);
}
