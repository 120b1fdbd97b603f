/** The nearest minimum of a smooth function of a few variables: BFGS with a gradient by central differences. */

/** Distance of the two points of a difference: truncation and the rounding of a float64 loss are both some 1e-9 here. */
const H = 1e-5;
/** A step this small in every variable ends the search, unless a search says otherwise. */
const STILL = 1e-9;
/** Sufficient decrease (Armijo). */
const DECREASE = 1e-4;
const MOST_STEPS = 500;

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
}

/**
 * @param start is left as it is
 * @param still a step this small in every variable ends the search
 */
export function minimise(f: (x: Float64Array) => number, start: ArrayLike<number>, still = STILL): Minimum {
  let x = Float64Array.from(start);
  let value = f(x);
  let gradient = gradientOf(f, x);
  const d = x.length;
  let inverse = identity(d);
  for (let step = 0; step < MOST_STEPS; step++) {
    let direction = descent(inverse, gradient);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      // The estimate of the curvature went wrong: begin again downhill.
      inverse = identity(d);
      direction = gradient.map((g) => -g);
      slope = dot(direction, gradient);
    }
    let length = 1;
    let next = along(x, direction, length);
    let nextValue = f(next);
    while (!(nextValue <= value + DECREASE * length * slope) && length > still) {
      length /= 2;
      next = along(x, direction, length);
      nextValue = f(next);
    }
    if (!(nextValue < value)) break;
    const nextGradient = gradientOf(f, next);
    const moved = next.map((to, i) => to - x[i]);
    update(
      inverse,
      moved,
      nextGradient.map((g, i) => g - gradient[i]),
    );
    [x, value, gradient] = [next, nextValue, nextGradient];
    if (moved.every((by) => Math.abs(by) < still)) break;
  }
  return { x, value };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

const along = (x: Float64Array, direction: Float64Array, length: number): Float64Array<ArrayBuffer> =>
  Float64Array.from(x, (value, i) => value + length * direction[i]);

const identity = (d: number): Float64Array[] =>
  Array.from({ length: d }, (_, i) => Float64Array.from({ length: d }, (_, j) => Number(i === j)));

function gradientOf(f: (x: Float64Array) => number, at: Float64Array): Float64Array<ArrayBuffer> {
  const x = Float64Array.from(at);
  return Float64Array.from(at, (value, i) => {
    x[i] = value + H;
    const above = f(x);
    x[i] = value - H;
    const below = f(x);
    x[i] = value;
    return (above - below) / (2 * H);
  });
}

const descent = (inverse: readonly Float64Array[], gradient: Float64Array): Float64Array<ArrayBuffer> =>
  Float64Array.from(inverse, (row) => -dot(row, gradient));

/** The BFGS update of the inverse Hessian, in place; skipped where the curvature along the step is not positive. */
function update(inverse: readonly Float64Array[], moved: Float64Array, bent: Float64Array): void {
  const curvature = dot(moved, bent);
  if (!(curvature > 1e-14)) return;
  const turned = Float64Array.from(inverse, (row) => dot(row, bent));
  const scale = (1 + dot(bent, turned) / curvature) / curvature;
  inverse.forEach((row, i) => {
    for (let j = 0; j < row.length; j++)
      row[j] += scale * moved[i] * moved[j] - (turned[i] * moved[j] + moved[i] * turned[j]) / curvature;
  });
}
