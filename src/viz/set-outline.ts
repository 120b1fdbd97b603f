/**
 * Which set a feature is of where features have numbers: an outline around its number. The colour of an arrow is its
 * importance, and says nothing of sets. The shapes come in the order of the filled marks (set-marks.ts).
 */

/** Half the size of an outline, px. */
const HALF = 9.5;

/** A path around (0, 0): circle, square, triangle, diamond, and again. */
export function setOutline(set: number): string {
  const a = HALF;
  return [
    `M${-a},0a${a},${a} 0 1 0 ${2 * a},0a${a},${a} 0 1 0 ${-2 * a},0Z`,
    `M${1 - a},${1 - a}H${a - 1}V${a - 1}H${1 - a}Z`,
    `M0,${-a - 5}L${a + 4},${a - 1}H${-a - 4}Z`,
    `M0,${-a - 2}L${a + 2},0L0,${a + 2}L${-a - 2},0Z`,
  ][set % 4];
}
