/** Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations. */

export interface Eigen {
  /** Largest first, [n]. */
  readonly values: Float64Array;
  /** Unit vectors, vectors[k] belongs to values[k], each [n]. */
  readonly vectors: readonly Float64Array[];
}

/** Off-diagonal sum of squares, relative to the whole, under which a matrix counts as diagonal. */
const DIAGONAL = 1e-28;
const MOST_SWEEPS = 60;

/** @param matrix [n, n], symmetric; left as it is */
export function symmetricEigen(matrix: ArrayLike<number>, n: number): Eigen {
  const A = Float64Array.from(matrix);
  // Row k holds the k-th vector, so that a rotation acts on rows.
  const V = Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));
  const scale = A.reduce((sum, a) => sum + a * a, 0);
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(A, n) > DIAGONAL * scale; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(A, V, n, p, q);
  }
  const order = Array.from({ length: n }, (_, k) => k).sort((i, j) => A[j * n + j] - A[i * n + i] || i - j);
  return {
    values: Float64Array.from(order, (k) => A[k * n + k]),
    vectors: order.map((k) => V.slice(k * n, (k + 1) * n)),
  };
}

function offDiagonal(A: Float64Array, n: number): number {
  return A.reduce((sum, a, at) => sum + (at % (n + 1) === 0 ? 0 : a * a), 0);
}

/** Turns p and q into each other until A_pq = 0. */
function rotate(A: Float64Array, V: Float64Array, n: number, p: number, q: number): void {
  const apq = A[p * n + q];
  if (apq === 0) return;
  const theta = (A[q * n + q] - A[p * n + p]) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) turn(A, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) turn(A, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) turn(V, p * n + k, q * n + k, c, s);
}

function turn(M: Float64Array, i: number, j: number, c: number, s: number): void {
  const [x, y] = [M[i], M[j]];
  M[i] = c * x - s * y;
  M[j] = s * x + c * y;
}
