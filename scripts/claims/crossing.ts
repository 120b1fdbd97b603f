/** Where two curves cross. */

/** Where the straight line of least squares through (x, y) is zero: for a gap known with some noise at a few places. */
export function lineRoot(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x0 = mean(points.map(([x]) => x));
  const y0 = mean(points.map(([, y]) => y));
  const slope = mean(points.map(([x, y]) => (x - x0) * (y - y0))) / mean(points.map(([x]) => (x - x0) ** 2));
  return x0 - y0 / slope;
}

/** A root of a function that is nearly straight between two places, by the secant rule; found within `by`. */
export function secantRoot(f: (x: number) => number, from: number, to: number, by: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  while (Math.abs(b - a) > by && fb !== fa) {
    const next = b - (fb * (b - a)) / (fb - fa);
    [a, fa] = [b, fb];
    [b, fb] = [next, f(next)];
  }
  return b;
}

/** Where a condition that holds at `from` stops holding on the way to `to`, by halving: found within `by`. */
export async function lastPlace(
  holds: (x: number) => boolean | Promise<boolean>,
  from: number,
  to: number,
  by: number,
): Promise<number> {
  let [yes, no] = [from, to];
  while (Math.abs(no - yes) > by) {
    const middle = (yes + no) / 2;
    if (await holds(middle)) yes = middle;
    else no = middle;
  }
  return (yes + no) / 2;
}
