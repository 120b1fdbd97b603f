/**
 * Filling a tile as draw.ts does, for data of any law (src/models/data.ts): signed values, value laws, sets of features.
 * With them go the dropout's factors, which belong to the samples.
 */
import { compactRows } from './compact';
import { dropoutFactors } from './dropout';
import { Job, Model } from './job';
import { drawBlock, fold, nextBlock, nextSamples, Stream, upperBits } from './stream';
import { STRIDE, TILE, VECTOR } from './tile';

/** The value laws by the numbers that ../numbers.ts gives them; uniform's is 0. */
const ONE: u32 = 1;
const THREE: u32 = 2;
const UPPER: u32 = 3;

/** Bytes of a set's member: feature, feature whose word switches it, and f32 bounds on that word's upper 24 bits. */
const MEMBER_BYTES: u32 = 16;

/**
 * See fillTile. All-zero samples are left out unless the hidden layer has a bias: without one h = f(0) = 0, and they
 * feel the outputs' bias alone.
 */
export function fillGeneralTile(job: Job, model: Model, law: usize, filled: u32): u32 {
  const n = job.n;
  const batch = job.batch;
  const signed = model.signed;
  const valueLaw = model.law;
  const members = model.members;
  const every: u32 = model.hiddenBias ? 15 : 0;
  const dropped = model.dropped;
  const scales = 4 * ((n + 3) & ~3);
  const y = i32x4.splat(Stream.y);
  const z = i32x4.splat(Stream.z);
  const w = i32x4.splat(Stream.w);
  let first = Stream.firstWords();
  let sample = Stream.sample;
  for (; sample < batch && filled < TILE; sample += 4) {
    const x = job.xPtr + 4 * filled;
    let any = i32x4.splat(0);
    let words = first;
    let to = x;
    let from = job.wordsPtr;
    for (let threshold = law; threshold < law + scales; threshold += 16) {
      drawBlock(from, words, y, z, w);
      for (let i: usize = 0; i < 16; i += 4) {
        const u = upperBits(v128.load(from));
        const value = activeValue(f32x4.mul(u, v128.load32_splat(threshold + i + scales)), signed, valueLaw);
        const switched = v128.and(value, f32x4.lt(u, v128.load32_splat(threshold + i)));
        v128.store(to, switched);
        any = v128.or(any, switched);
        from += VECTOR;
        to += STRIDE;
      }
      words = i32x4.add(words, nextBlock());
    }
    if (members) any = v128.or(any, setMembers(x, job.wordsPtr, job.membersPtr, model));
    const mask: u32 = every | (15 ^ i32x4.bitmask(i32x4.eq(any, i32x4.splat(0))));
    if (mask != 15) compactRows(x, n, mask);
    if (dropped > 0) {
      const masks = job.masksPtr + 4 * filled;
      dropoutFactors(masks, job.m, sample, model, job.wordsPtr);
      if (mask != 15) compactRows(masks, job.m, mask);
    }
    filled += popcnt(mask);
    first = i32x4.add(first, nextSamples());
  }
  Stream.sample = sample;
  return filled;
}

/** An active feature's value from v ~ U[0, 1). */
function activeValue(v: v128, signed: u32, law: u32): v128 {
  const one = f32x4.splat(1);
  let value = v;
  let sign = i32x4.splat(0);
  if (signed) {
    const s = f32x4.sub(f32x4.add(v, v), one);
    value = f32x4.abs(s);
    sign = v128.and(s, i32x4.splat(0x80000000));
  }
  if (law == ONE) {
    value = one;
  } else if (law == THREE) {
    value = f32x4.add(one, f32x4.pmin(f32x4.splat(2), f32x4.floor(f32x4.mul(f32x4.splat(3), value))));
  } else if (law == UPPER) {
    value = f32x4.add(f32x4.splat(0.5), f32x4.mul(f32x4.splat(0.5), value));
  }
  return v128.or(value, sign);
}

/** Features of sets: the first member's word switches, and each member's own, mixed once more, gives its value. */
function setMembers(x: usize, words: usize, members: usize, model: Model): v128 {
  let any = i32x4.splat(0);
  let member = members + MEMBER_BYTES * model.firstMember;
  for (const end = member + MEMBER_BYTES * model.members; member < end; member += MEMBER_BYTES) {
    const i = load<u32>(member);
    const u = upperBits(v128.load(words + VECTOR * load<u32>(member, 4)));
    const mixed = i32x4.mul(fold(v128.load(words + VECTOR * i)), i32x4.splat(0x45d9f3b));
    const value = activeValue(
      f32x4.mul(upperBits(mixed), f32x4.splat(<f32>(1.0 / 16777216.0))),
      model.signed,
      model.law,
    );
    const on = v128.and(f32x4.ge(u, v128.load32_splat(member, 8)), f32x4.lt(u, v128.load32_splat(member, 12)));
    const switched = v128.and(value, on);
    v128.store(x + i * STRIDE, switched);
    any = v128.or(any, switched);
  }
  return any;
}
