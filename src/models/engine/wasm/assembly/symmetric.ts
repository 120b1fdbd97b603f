/** A matrix plus its transpose, in blocks of 4 × 4. */
import { VECTOR } from './tile';

/**
 * S[l][i] = c_i M[l][i] + c_l M[i][l], in place.
 *
 * @param moment M, f32 [width, width]
 * @param weights c, f32 [width]
 * @param width a multiple of 4
 */
export function addTransposed(moment: usize, weights: usize, width: u32): void {
  const row: usize = 4 * width;
  for (let l: usize = 0; l < row; l += VECTOR) {
    for (let i: usize = l; i < row; i += VECTOR)
      addBlock(moment + l * width + i, moment + i * width + l, weights + i, weights + l, row);
  }
}

/** Both blocks of a pair at once: the one above the diagonal and the one below are each other's transposes. */
function addBlock(above: usize, below: usize, weightsAbove: usize, weightsBelow: usize, row: usize): void {
  const c = v128.load(weightsAbove);
  const d = v128.load(weightsBelow);
  const b0 = f32x4.mul(v128.load(below), d);
  const b1 = f32x4.mul(v128.load(below + row), d);
  const b2 = f32x4.mul(v128.load(below + 2 * row), d);
  const b3 = f32x4.mul(v128.load(below + 3 * row), d);
  const low01 = v128.shuffle<f32>(b0, b1, 0, 4, 1, 5);
  const low23 = v128.shuffle<f32>(b2, b3, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(b0, b1, 2, 6, 3, 7);
  const high23 = v128.shuffle<f32>(b2, b3, 2, 6, 3, 7);
  const s0 = f32x4.add(f32x4.mul(v128.load(above), c), v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  const s1 = f32x4.add(f32x4.mul(v128.load(above + row), c), v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
  const s2 = f32x4.add(f32x4.mul(v128.load(above + 2 * row), c), v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
  const s3 = f32x4.add(f32x4.mul(v128.load(above + 3 * row), c), v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
  v128.store(above, s0);
  v128.store(above + row, s1);
  v128.store(above + 2 * row, s2);
  v128.store(above + 3 * row, s3);
  if (above == below) return;
  const t01 = v128.shuffle<f32>(s0, s1, 0, 4, 1, 5);
  const t23 = v128.shuffle<f32>(s2, s3, 0, 4, 1, 5);
  const u01 = v128.shuffle<f32>(s0, s1, 2, 6, 3, 7);
  const u23 = v128.shuffle<f32>(s2, s3, 2, 6, 3, 7);
  v128.store(below, v128.shuffle<f32>(t01, t23, 0, 1, 4, 5));
  v128.store(below + row, v128.shuffle<f32>(t01, t23, 2, 3, 6, 7));
  v128.store(below + 2 * row, v128.shuffle<f32>(u01, u23, 0, 1, 4, 5));
  v128.store(below + 3 * row, v128.shuffle<f32>(u01, u23, 2, 3, 6, 7));
}
