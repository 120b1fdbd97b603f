/**
 * One sample, given by its active features. Lanes are outputs.
 *
 * Two samples take turns: one is collected while the one before it is worked on, so that what was stored number by number
 * has long arrived when it is read as vectors.
 */
import { Job } from './job';
import { outputSlope } from './output-rows';
import { VECTOR } from './tile';

/** Bytes of an entry: x four times, then the addresses of its rows of G and of M, and its place in a row. */
const ENTRY: u32 = 32;

export class Row {
  /** Samples so far that were not empty. */
  static taken: u32 = 0;
  private static count: u32 = 0;
  private static entries: usize = 0;
  private static targets: usize = 0;
  private static waiting: u32 = 0;
  private static otherEntries: usize = 0;
  private static otherTargets: usize = 0;
  private static gram: usize = 0;
  private static moment: usize = 0;
  private static error: usize = 0;
  private static bias: usize = 0;
  private static bytes: usize = 0;
  private static floor: v128 = i32x4.splat(0);

  static begin(job: Job, width: u32, floor: v128): void {
    Row.bytes = 4 * width;
    Row.entries = job.entriesPtr;
    Row.otherEntries = job.entriesPtr + ENTRY * width;
    Row.targets = job.targetsPtr;
    Row.otherTargets = job.targetsPtr + Row.bytes;
    Row.gram = job.gramPtr;
    Row.moment = job.momentPtr;
    Row.error = job.errorPtr;
    Row.bias = job.biasPtr;
    Row.floor = floor;
    memory.fill(job.targetsPtr, 0, 2 * Row.bytes);
  }

  static clear(): void {
    Row.taken = 0;
  }

  /** Feature i of the sample is active. */
  @inline
  static add(i: u32, x: f32): void {
    const entry = Row.entries + ENTRY * Row.count;
    v128.store(entry, f32x4.splat(x));
    store<u32>(entry, Row.gram + i * Row.bytes, VECTOR);
    store<u32>(entry, Row.moment + i * Row.bytes, VECTOR + 4);
    store<u32>(entry, 4 * i, VECTOR + 8);
    store<f32>(Row.targets + 4 * i, x);
    Row.count++;
  }

  /** The sample is complete. */
  static next(): void {
    if (!Row.count) return;
    Row.taken++;
    const entries = Row.entries;
    const targets = Row.targets;
    const count = Row.count;
    if (Row.waiting) Row.work();
    Row.entries = Row.otherEntries;
    Row.targets = Row.otherTargets;
    Row.otherEntries = entries;
    Row.otherTargets = targets;
    Row.waiting = count;
    Row.count = 0;
  }

  /** All samples are complete. */
  static finish(): void {
    Row.next();
    if (Row.waiting) Row.work();
    Row.waiting = 0;
  }

  /** The sample that waits: z, e, and the sums. */
  private static work(): void {
    const first = Row.otherEntries;
    const last = first + ENTRY * Row.waiting;
    const targets = Row.otherTargets;
    const floor = Row.floor;
    const bytes = Row.bytes;
    const bias = Row.bias;
    const error = Row.error;
    let at: usize = 0;
    for (; at + 4 * VECTOR <= bytes; at += 4 * VECTOR) {
      let z0 = v128.load(bias + at);
      let z1 = v128.load(bias + at, VECTOR);
      let z2 = v128.load(bias + at, 2 * VECTOR);
      let z3 = v128.load(bias + at, 3 * VECTOR);
      for (let entry = first; entry < last; entry += ENTRY) {
        const x = v128.load(entry);
        const g = <usize>load<u32>(entry, VECTOR) + at;
        z0 = f32x4.add(z0, f32x4.mul(x, v128.load(g)));
        z1 = f32x4.add(z1, f32x4.mul(x, v128.load(g, VECTOR)));
        z2 = f32x4.add(z2, f32x4.mul(x, v128.load(g, 2 * VECTOR)));
        z3 = f32x4.add(z3, f32x4.mul(x, v128.load(g, 3 * VECTOR)));
      }
      z0 = outputSlope(z0, v128.load(targets + at), floor);
      z1 = outputSlope(z1, v128.load(targets + at, VECTOR), floor);
      z2 = outputSlope(z2, v128.load(targets + at, 2 * VECTOR), floor);
      z3 = outputSlope(z3, v128.load(targets + at, 3 * VECTOR), floor);
      add(error + at, z0);
      add(error + at + VECTOR, z1);
      add(error + at + 2 * VECTOR, z2);
      add(error + at + 3 * VECTOR, z3);
      for (let entry = first; entry < last; entry += ENTRY) {
        const x = v128.load(entry);
        const to = <usize>load<u32>(entry, VECTOR + 4) + at;
        add(to, f32x4.mul(x, z0));
        add(to + VECTOR, f32x4.mul(x, z1));
        add(to + 2 * VECTOR, f32x4.mul(x, z2));
        add(to + 3 * VECTOR, f32x4.mul(x, z3));
      }
    }
    for (; at < bytes; at += VECTOR) {
      let z = v128.load(bias + at);
      for (let entry = first; entry < last; entry += ENTRY) {
        z = f32x4.add(z, f32x4.mul(v128.load(entry), v128.load(<usize>load<u32>(entry, VECTOR) + at)));
      }
      z = outputSlope(z, v128.load(targets + at), floor);
      add(error + at, z);
      for (let entry = first; entry < last; entry += ENTRY) {
        add(<usize>load<u32>(entry, VECTOR + 4) + at, f32x4.mul(v128.load(entry), z));
      }
    }
    for (let entry = first; entry < last; entry += ENTRY) {
      store<f32>(targets + load<u32>(entry, VECTOR + 8), 0);
    }
  }
}

function add(sum: usize, value: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), value));
}
