/**
 * One tile's gradient for one or two hidden dimensions, all in one pass: h and ∂loss/∂h of eight samples stay in
 * registers while the features go by, three times. The general form (dense.ts) would spend its time between loops.
 */
import { Job } from './job';
import { openMask } from './output';
import { STRIDE, VECTOR } from './tile';

/** Adds one tile's gradient to the sums; m is 1 or 2. */
export function narrowTile(job: Job, theta: usize, weights: usize, relu: u32, count: u32): void {
  if (job.m == 1) Pass.run(1, job, theta, weights, relu, count);
  else Pass.run(2, job, theta, weights, relu, count);
}

class Pass {
  /** Inlined with m known, so that every `if (m > 1)` is decided when this is compiled. */
  @inline
  static run(m: u32, job: Job, theta: usize, weights: usize, relu: u32, count: u32): void {
    const n = job.n;
    const open = openMask(relu);
    const zero = f32x4.splat(0);
    const bias = theta + 4 * m * n;
    const biasSums = job.sumsPtr + VECTOR * m * n;
    const end: usize = job.xPtr + 4 * count;
    const rowsEnd: usize = STRIDE * n;
    const toDz: usize = job.dzPtr - job.xPtr;
    for (let x: usize = job.xPtr; x < end; x += 2 * VECTOR) {
      const last = x + rowsEnd;
      // h_k = Σ x_i W_ik
      let h00 = zero;
      let h01 = zero;
      let h10 = zero;
      let h11 = zero;
      let w = theta;
      for (let row = x; row < last; row += STRIDE) {
        const x0 = v128.load(row);
        const x1 = v128.load(row, VECTOR);
        const w0 = v128.load32_splat(w);
        h00 = f32x4.add(h00, f32x4.mul(x0, w0));
        h01 = f32x4.add(h01, f32x4.mul(x1, w0));
        if (m > 1) {
          const w1 = v128.load32_splat(w, 4);
          h10 = f32x4.add(h10, f32x4.mul(x0, w1));
          h11 = f32x4.add(h11, f32x4.mul(x1, w1));
        }
        w += 4 * m;
      }
      // dz_i = c (g(Σ h_k W_ik + b_i) − x_i) g′, dh_k = Σ dz_i W_ik
      let dh00 = zero;
      let dh01 = zero;
      let dh10 = zero;
      let dh11 = zero;
      let b = bias;
      let c = weights;
      let sum = biasSums;
      w = theta;
      for (let row = x; row < last; row += STRIDE) {
        const b0 = v128.load32_splat(b);
        const w0 = v128.load32_splat(w);
        const w1 = m > 1 ? v128.load32_splat(w, 4) : zero;
        let z0 = f32x4.add(b0, f32x4.mul(h00, w0));
        let z1 = f32x4.add(b0, f32x4.mul(h01, w0));
        if (m > 1) {
          z0 = f32x4.add(z0, f32x4.mul(h10, w1));
          z1 = f32x4.add(z1, f32x4.mul(h11, w1));
        }
        const c0 = v128.load32_splat(c);
        const pass0 = v128.or(f32x4.gt(z0, zero), open);
        const pass1 = v128.or(f32x4.gt(z1, zero), open);
        const error0 = f32x4.sub(v128.and(z0, pass0), v128.load(row));
        const error1 = f32x4.sub(v128.and(z1, pass1), v128.load(row, VECTOR));
        const d0 = v128.and(f32x4.mul(error0, c0), pass0);
        const d1 = v128.and(f32x4.mul(error1, c0), pass1);
        v128.store(row + toDz, d0);
        v128.store(row + toDz, d1, VECTOR);
        v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(d0, d1)));
        dh00 = f32x4.add(dh00, f32x4.mul(d0, w0));
        dh01 = f32x4.add(dh01, f32x4.mul(d1, w0));
        if (m > 1) {
          dh10 = f32x4.add(dh10, f32x4.mul(d0, w1));
          dh11 = f32x4.add(dh11, f32x4.mul(d1, w1));
        }
        b += 4;
        c += 4;
        w += 4 * m;
        sum += VECTOR;
      }
      // ∂loss/∂W_ik = Σ_s dz_i h_k + x_i dh_k
      sum = job.sumsPtr;
      for (let row = x; row < last; row += STRIDE) {
        const x0 = v128.load(row);
        const x1 = v128.load(row, VECTOR);
        const d0 = v128.load(row + toDz);
        const d1 = v128.load(row + toDz, VECTOR);
        const g0 = f32x4.add(f32x4.mul(d0, h00), f32x4.mul(x0, dh00));
        const g1 = f32x4.add(f32x4.mul(d1, h01), f32x4.mul(x1, dh01));
        v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(g0, g1)));
        if (m > 1) {
          const g2 = f32x4.add(f32x4.mul(d0, h10), f32x4.mul(x0, dh10));
          const g3 = f32x4.add(f32x4.mul(d1, h11), f32x4.mul(x1, dh11));
          v128.store(sum, f32x4.add(v128.load(sum, VECTOR), f32x4.add(g2, g3)), VECTOR);
        }
        sum += m * VECTOR;
      }
    }
  }
}
