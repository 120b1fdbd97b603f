/** Shares in per cent. */

/** "7 %"; a decimal under 10, where a start is told from the next by less than one. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} %`;
}
