/** Inverted dropout on the hidden layer (src/models/dropout.ts). */
import { Model } from './job';
import { drawBlock, firstWords, INCREMENT, MULTIPLIER, nextBlock, Stream, upperBits } from './stream';
import { STRIDE, VECTOR } from './tile';

/**
 * The factors on m hidden dimensions of four samples from `sample` on, at Stream's step.
 *
 * @param masks f32 [m padded to 4, STRIDE]
 * @param words v128 [4], scratch
 */
export function dropoutFactors(masks: usize, m: u32, sample: u32, model: Model, words: usize): void {
  const key1 = model.dropoutKey1 * MULTIPLIER + INCREMENT;
  const y = i32x4.splat(Stream.y);
  const z = i32x4.splat(model.dropoutKey0 * MULTIPLIER + INCREMENT);
  const w = i32x4.splat(key1);
  const dropped = f32x4.splat(model.dropped);
  const kept = f32x4.splat(model.kept);
  let first = firstWords(sample, Stream.y * key1);
  for (let k: u32 = 0; k < m; k += 4) {
    drawBlock(words, first, y, z, w);
    for (let j: usize = 0; j < 4 * VECTOR; j += VECTOR, masks += STRIDE) {
      v128.store(masks, v128.and(kept, f32x4.ge(upperBits(v128.load(words + j)), dropped)));
    }
    first = i32x4.add(first, nextBlock());
  }
}
