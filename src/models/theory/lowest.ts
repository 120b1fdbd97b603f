/** The nearest minimum of a function of two variables, without its slope: Nelder and Mead's triangle. */

type Point = readonly [x: number, y: number];

export interface Lowest {
  readonly at: Point;
  readonly value: number;
}

const MOST_STEPS = 400;

/**
 * @param f smooth
 * @param start the triangle's first corner; the others are a step from it along x and along y
 * @param tolerance the search ends when the corners' values differ by less
 */
export function lowest(f: (x: number, y: number) => number, start: Point, step: number, tolerance: number): Lowest {
  const corner = ([x, y]: Point): Lowest => ({ at: [x, y], value: f(x, y) });
  const [x0, y0] = start;
  let corners = [corner(start), corner([x0 + step, y0]), corner([x0, y0 + step])];
  for (let count = 0; count < MOST_STEPS; count++) {
    const [best, middle, worst] = (corners = corners.sort((a, b) => a.value - b.value));
    if (worst.value - best.value < tolerance) break;
    /** On the line from the worst corner through the middle of the other two, 1 being as far beyond it. */
    const beyond = (by: number): Lowest => {
      const along = (k: 0 | 1): number => ((best.at[k] + middle.at[k]) * (1 + by)) / 2 - by * worst.at[k];
      return corner([along(0), along(1)]);
    };
    const reflected = beyond(1);
    let next = reflected;
    if (reflected.value < best.value) {
      const further = beyond(2);
      if (further.value < reflected.value) next = further;
    } else if (reflected.value >= middle.value) {
      next = beyond(reflected.value < worst.value ? 0.5 : -0.5);
      if (next.value >= Math.min(reflected.value, worst.value)) {
        const towards = ({ at }: Lowest): Lowest => corner([(at[0] + best.at[0]) / 2, (at[1] + best.at[1]) / 2]);
        corners = [best, towards(middle), towards(worst)];
        continue;
      }
    }
    corners = [best, middle, next];
  }
  return corners.reduce((best, other) => (other.value < best.value ? other : best));
}
