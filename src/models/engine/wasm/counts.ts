/**
 * How many of a step's samples are not empty, R ~ Binomial(batch, q) with q = 1 − Π(1 − p_i), by inversion: the table
 * holds the cumulative distribution, and one 32-bit word looks R up in it. Made of + − × ÷ alone, so it has the same bits
 * everywhere.
 */
export interface CountTable {
  /** The count that belongs to words below thresholds[0]. */
  readonly from: number;
  /** ⌊2³² P(R ≤ from + k)⌋, rising; R is `from` and the number of thresholds that the word does not fall below. */
  readonly thresholds: Uint32Array;
}

const WORDS = 2 ** 32;
/** Weights under this share of the mode's are left out: together they are under 2⁻⁴⁰. */
const NEGLIGIBLE = 2 ** -60;

/**
 * @param batch samples of a step, ≥ 1
 * @param q chance that a sample is not empty, in [0, 1]
 */
export function countTable(batch: number, q: number): CountTable {
  if (q >= 1) return { from: batch, thresholds: new Uint32Array(0) };
  const odds = q / (1 - q);
  const mode = Math.min(batch, Math.floor((batch + 1) * q));
  // Weights relative to the mode's, by the ratio of neighbours: (batch − k) / (k + 1) · odds.
  const below: number[] = [];
  for (let k = mode, w = 1; k > 0; k--) {
    w *= k / ((batch - k + 1) * odds);
    if (w < NEGLIGIBLE) break;
    below.push(w);
  }
  const weights = [...below.reverse(), 1];
  for (let k = mode, w = 1; k < batch; k++) {
    w *= ((batch - k) * odds) / (k + 1);
    if (w < NEGLIGIBLE) break;
    weights.push(w);
  }
  const total = weights.reduce((sum, w) => sum + w, 0);
  let from = mode - below.length;
  const thresholds: number[] = [];
  let sum = 0;
  for (const w of weights) {
    sum += w;
    const threshold = Math.floor((sum / total) * WORDS);
    if (threshold >= WORDS) break;
    // A count that no word reaches need not be stored.
    if (threshold === 0) from++;
    else thresholds.push(threshold);
  }
  return { from, thresholds: Uint32Array.from(thresholds) };
}

/** The count tables of a batch's models, one after the other; each chance's is made once. */
export class CountTables {
  readonly #batch: number;
  readonly #found = new Map<number, { offset: number; from: number; length: number }>();
  readonly #parts: Uint32Array[] = [];
  #length = 0;

  constructor(batch: number) {
    this.#batch = batch;
  }

  find(chance: number): { offset: number; from: number; length: number } {
    const known = this.#found.get(chance);
    if (known) return known;
    const { from, thresholds } = countTable(this.#batch, chance);
    const place = { offset: this.#length, from, length: thresholds.length };
    this.#found.set(chance, place);
    this.#parts.push(thresholds);
    this.#length += thresholds.length;
    return place;
  }

  joined(): Uint32Array {
    const all = new Uint32Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
