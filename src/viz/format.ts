/** Numbers as the figures print them: a real minus, no leading zero, as many digits as can be read off. */

const MINUS = '\u2212';

/**
 * ".34", "−.99", "1.23"; "0" for whatever rounds to nothing.
 * @param digits decimals, 0 … 20
 */
export function formatShort(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return '0';
  return (value < 0 ? MINUS : '') + text.replace(/^0(?=\.)/, '');
}

/** "0.34", "−0.99": for sentences and tables, where a number stands alone. */
export function formatPlain(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return (value < 0 && Number(text) !== 0 ? MINUS : '') + text;
}

/** Losses below this are printed as 0: a model of as many dimensions as features reaches them, and no picture shows them. */
const NO_LOSS = 1e-7;

/** "0.0215": four decimals, and two significant digits below a thousandth. */
export function formatLoss(loss: number): string {
  if (Math.abs(loss) < NO_LOSS) return '0';
  return formatPlain(loss, Math.max(4, 1 - Math.floor(Math.log10(Math.abs(loss)))));
}

/** "1,000": whole numbers with thin groups of three. */
export const formatCount = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');

/** Decimals that give a density two significant digits, and never fewer than two decimals. */
function densityDigits(density: number): number {
  if (!(density > 0)) return 2;
  return Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(density) + 1e-9)));
}

/** "1", ".75", ".075": a density on an axis, two significant digits. */
export const formatDensity = (density: number): string =>
  density === 1 ? '1' : formatShort(density, densityDigits(density));

/** "1", ".66": an end of a scale. */
export const formatEnd = (value: number): string =>
  Number.isInteger(value) ? formatShort(value, 0) : formatShort(value);

/** Decimals of a sparsity that was set by hand to four decimals or fewer; null for one that only a formula gives. */
function exactDigits(sparsity: number): number | null {
  for (let digits = 2; digits <= 4; digits++) {
    if (Math.abs(sparsity - Number(sparsity.toFixed(digits))) < 1e-9) return digits;
  }
  return null;
}

/**
 * S and 1 − S with as many decimals as each other, so that the two always add up to one in print: ("0.90", "0.10"),
 * ("0.925", "0.075"), ("0.985", "0.015").
 * @param sparsity S in [0, 1)
 */
export function formatSparsity(sparsity: number): { sparsity: string; density: string } {
  const digits = exactDigits(sparsity) ?? densityDigits(1 - sparsity);
  const shown = sparsity.toFixed(digits);
  return { sparsity: shown, density: (1 - Number(shown)).toFixed(digits) };
}
