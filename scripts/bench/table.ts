/** Text tables for the terminal. */

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
  );
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** Three significant digits, thousands apart: 313 000, 12.3, 0.61. */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const decimals = rounded >= 100 || rounded === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(rounded)));
  const [whole, ...fraction] = rounded.toFixed(decimals).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ' '), ...fraction].join('.');
}
