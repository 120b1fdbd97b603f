/**
 * Evaluation sets that were drawn a moment ago. A figure measures the same data again at every announced step and for
 * every start, and drawing n features costs more than a small model's forward pass over them.
 */
import { FAMILIES } from '../families.ts';
import type { ModelSettings } from '../problem.ts';
import { SAMPLE_CHUNK } from './counts.ts';
import { nonEmptySamples } from './samples.ts';

/** Larger sets are asked for once, for a published number, and are not kept. */
const KEPT_COUNT = 1 << 14;
/** All kept sets together: 24 MiB, eight densities of a hundred features at 2^13 samples. */
const KEPT_FLOATS = 6 << 20;

/** By what the samples depend on, the least recently used first. */
const kept = new Map<string, Float32Array>();

/** The samples of nonEmptySamples(settings, count), in the same chunks: valid until the next call. */
export function* evaluationSamples(settings: ModelSettings, count: number): Generator<Float32Array> {
  if (count > KEPT_COUNT) return yield* nonEmptySamples(settings, count);
  const n = settings.density.length;
  const all = keptSet(settings, count);
  for (let from = 0; from < count; from += SAMPLE_CHUNK)
    yield all.subarray(from * n, Math.min(count, from + SAMPLE_CHUNK) * n);
}

/** At least `count` samples, [·, n]; fewer are a prefix of more. */
function keptSet(settings: ModelSettings, count: number): Float32Array {
  const n = settings.density.length;
  const key = JSON.stringify([FAMILIES[settings.family].signed, settings.density, settings.sets ?? [], settings.law]);
  let set = kept.get(key);
  kept.delete(key);
  if (!set || set.length < count * n) {
    set = new Float32Array(count * n);
    let at = 0;
    for (const chunk of nonEmptySamples(settings, count)) {
      set.set(chunk, at);
      at += chunk.length;
    }
  }
  kept.set(key, set);
  forgetOldest();
  return set;
}

function forgetOldest(): void {
  let floats = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [key, { length }] of kept) {
    if (floats <= KEPT_FLOATS || kept.size === 1) return;
    kept.delete(key);
    floats -= length;
  }
}
