/** Whether some order of the points makes one table of angles another. */

/**
 * @param angles symmetric, 0 on the diagonal, [count, count]
 * @param ideal the same of a shape whose vertices are all alike, [count, count]
 * @param tolerance by which an angle may differ from its ideal one
 */
export function congruent(angles: Float64Array, ideal: Float64Array, count: number, tolerance: number): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;
  // The same angles from every point: what fails here, nearly everything, needs no search.
  const sorted = (table: Float64Array, i: number): Float64Array => table.slice(i * count, (i + 1) * count).sort();
  const wanted = sorted(ideal, 0);
  for (let i = 0; i < count; i++) if (!sorted(angles, i).every((angle, at) => close(angle, wanted[at]))) return false;

  /** Point `places[v]` stands on vertex v; vertices are filled in order, and since all are alike the first by point 0. */
  const places = [0];
  const fill = (): boolean => {
    const vertex = places.length;
    if (vertex === count) return true;
    for (let point = 1; point < count; point++) {
      if (places.includes(point)) continue;
      if (!places.every((placed, v) => close(angles[point * count + placed], ideal[vertex * count + v]))) continue;
      places.push(point);
      if (fill()) return true;
      places.pop();
    }
    return false;
  };
  return fill();
}
