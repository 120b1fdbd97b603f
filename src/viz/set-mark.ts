/**
 * Which set a feature is of: a colour for its arrow and a mark around its number, so that sets are told apart without
 * colour too.
 */
import { importanceColor } from './color.ts';

/** @param set 0 … count − 1 */
export const setColor = (set: number, count: number): string => importanceColor(count > 1 ? set / (count - 1) : 0);

/** Half the size of a mark, px. */
const HALF = 9.5;

/** An outline around (0, 0): none, circle, square, diamond, and again. Empty for none. */
export function setMark(set: number): string {
  const a = HALF;
  return [
    '',
    `M${-a},0a${a},${a} 0 1 0 ${2 * a},0a${a},${a} 0 1 0 ${-2 * a},0Z`,
    `M${1 - a},${1 - a}H${a - 1}V${a - 1}H${1 - a}Z`,
    `M0,${-a - 2}L${a + 2},0L0,${a + 2}L${-a - 2},0Z`,
  ][set % 4];
}
