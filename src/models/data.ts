/** The training data: sparse features, made on the fly from the counter-based generator and never stored. */
import { FAMILIES } from './families.ts';
import type { ModelSettings, ValueLaw } from './problem.ts';
import { drawWords, streamKey, toUnit, type Key } from './random.ts';

/** What a value v ~ U[0, 1) becomes (problem.ts, ValueLaw); float32 in, float32 out. */
export function lawValue(law: ValueLaw, v: number): number {
  switch (law) {
    case 'uniform':
      return v;
    case 'one':
      return 1;
    case 'three':
      return 1 + Math.min(2, Math.floor(Math.fround(3 * v)));
    case 'upper':
      return Math.fround(0.5 + Math.fround(0.5 * v));
  }
}

/** An active feature's value from v ~ U[0, 1). */
export function activeValue(v: number, signed: boolean, law: ValueLaw = 'uniform'): number {
  if (!signed) return lawValue(law, v);
  const s = Math.fround(2 * v - 1);
  return s < 0 ? -lawValue(law, -s) : lawValue(law, s);
}

/** u < p switches the feature on, and the same word gives its value u / p ~ U[0, 1). Signed data are 2u/p − 1. */
export function featureValue(word: number, density: number, signed: boolean, law?: ValueLaw): number {
  const p = Math.fround(density);
  const u = toUnit(word);
  return u >= p ? 0 : activeValue(Math.fround(u * Math.fround(1 / p)), signed, law);
}

/**
 * Samples `from` … `from + count − 1` of one model's step, as [count, n] in row-major order. In float32, exactly as
 * every backend draws them.
 *
 * A feature set reads one word for all its members – the first member's – to decide who is on, and each member's own
 * word for its value; in an anticorrelated set the member is floor(u/p · size) (E12).
 */
export function samples(settings: ModelSettings, step: number, from: number, count: number): Float32Array {
  const n = settings.density.length;
  const { signed } = FAMILIES[settings.family];
  const key: Key = streamKey(settings.seed, settings.start, settings.model, 'data');
  const out = new Float32Array(count * n);
  const words = new Uint32Array(Math.ceil(n / 4) * 4);
  const four = new Uint32Array(4);
  for (let s = 0; s < count; s++) {
    for (let block = 0; block * 4 < n; block++) {
      drawWords(four, key, step, from + s, block);
      words.set(four, block * 4);
    }
    for (let i = 0; i < n; i++) out[s * n + i] = featureValue(words[i], settings.density[i], signed, settings.law);
    for (const set of settings.sets ?? []) drawSet(out, s * n, words, settings, set.kind, set.members, signed);
  }
  return out;
}

function drawSet(
  out: Float32Array,
  offset: number,
  words: Uint32Array,
  settings: ModelSettings,
  kind: 'correlated' | 'anticorrelated',
  members: readonly number[],
  signed: boolean,
): void {
  const p = Math.fround(settings.density[members[0]]);
  const u = toUnit(words[members[0]]);
  const on = u < p;
  const chosen = Math.min(members.length - 1, Math.floor((u / p) * members.length));
  members.forEach((i, position) => {
    const active = on && (kind === 'correlated' || position === chosen);
    // The switch used the upper bits of the first member's word; values come from the words mixed once more.
    out[offset + i] = active
      ? featureValue(Math.imul(words[i] ^ (words[i] >>> 16), 0x45d9f3b), 1, signed, settings.law)
      : 0;
  });
}
