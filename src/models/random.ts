/**
 * The only source of randomness: a counter-based generator. A value is a function of
 * (seed, start, model, purpose) – hashed into a key – and a counter (step, sample, feature), so any part of a run can
 * be made again, on any backend, without what came before it.
 *
 * The hash is PCG4D (Jarzynski & Olano 2020, "Hash functions for GPU rendering", JCGT 9(3)): a bijection of four
 * 32-bit words that integer SIMD and fragment shaders compute alike. Logarithm, exponential and cosine are written out
 * because Math.log, Math.exp and Math.cos may differ in the last bit between browsers, and a link must replay bit for bit.
 */

export const PURPOSE = { init: 0, data: 1, evaluate: 2, rows: 3, dropout: 4 } as const;
export type Purpose = keyof typeof PURPOSE;

/** Two words that name a stream. */
export type Key = readonly [number, number];

/** PCG4D in place on out[0…3]. */
export function pcg4d(out: Uint32Array, x: number, y: number, z: number, w: number): void {
  x = (Math.imul(x, 1664525) + 1013904223) | 0;
  y = (Math.imul(y, 1664525) + 1013904223) | 0;
  z = (Math.imul(z, 1664525) + 1013904223) | 0;
  w = (Math.imul(w, 1664525) + 1013904223) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  out[0] = x;
  out[1] = y;
  out[2] = z;
  out[3] = w;
}

/** The key of one stream. 64 of the 128 hashed bits: distinct seeds and starts share a stream with chance 2⁻⁶⁴ a pair. */
export function streamKey(seed: number, start: number, model: number, purpose: Purpose): Key {
  const words = new Uint32Array(4);
  pcg4d(words, seed, start, model, PURPOSE[purpose]);
  return [words[0], words[1]];
}

/** The seed that "new seed" goes to: small numbers stay small, so that links stay short. */
export const nextSeed = (seed: number): number => (seed >= 4294967295 ? 0 : seed + 1);

/** Features that one counter word can hold, beside 2²⁴ samples. */
export const MAX_FEATURES = 1 << 10;

/**
 * The four words for features 4·block … 4·block+3 of one sample at one step.
 * The counter is (sample · 256 + block, step, key₀, key₁); feature f reads word f mod 4.
 */
export function drawWords(out: Uint32Array, key: Key, step: number, sample: number, block: number): void {
  pcg4d(out, (sample << 8) | block, step, key[0], key[1]);
}

/** A word as a number in [0, 1): its upper 24 bits, which a float32 holds exactly. */
export function toUnit(word: number): number {
  return (word >>> 8) / 16777216;
}

const LN2 = 0.6931471805599453;

/** Natural logarithm of a positive number, from additions and multiplications only (relative error < 1e-15). */
export function ln(x: number): number {
  let exponent = 0;
  while (x > 1.4142135623730951) {
    x *= 0.5;
    exponent++;
  }
  while (x < 0.7071067811865476) {
    x *= 2;
    exponent--;
  }
  // ln x = 2 artanh t, |t| < 0.172
  const t = (x - 1) / (x + 1);
  const t2 = t * t;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = sum * t2 + 1 / k;
  return exponent * LN2 + 2 * t * sum;
}

/** eˣ, from additions and multiplications only (relative error < 1e-15 per halving). */
export function exp(x: number): number {
  // e^x = (e^(x / 2^k))^(2^k) with |x / 2^k| ≤ ½.
  let halvings = 0;
  while (Math.abs(x) > 0.5) {
    x /= 2;
    halvings++;
  }
  let sum = 1;
  for (let k = 18; k >= 1; k--) sum = 1 + (sum * x) / k;
  for (; halvings > 0; halvings--) sum *= sum;
  return sum;
}

/** cos(2π·turns), from additions and multiplications only (absolute error < 2e-15). */
export function cosTurn(turns: number): number {
  let t = turns - Math.floor(turns);
  if (t > 0.5) t = 1 - t;
  const flip = t > 0.25;
  if (flip) t = 0.5 - t;
  const x2 = (t * 6.283185307179586) ** 2;
  let sum = 0;
  for (let k = 22; k >= 2; k -= 2) sum = (1 + sum) * (-x2 / ((k - 1) * k));
  return flip ? -(1 + sum) : 1 + sum;
}

/** A standard normal (Box–Muller) at one counter of a stream. */
export function normalAt(key: Key, index: number): number {
  const words = new Uint32Array(4);
  pcg4d(words, index, 0, key[0], key[1]);
  // words + ½, so that the logarithm never sees 0
  return Math.sqrt(-2 * ln((words[0] + 0.5) / 4294967296)) * cosTurn(words[1] / 4294967296);
}
