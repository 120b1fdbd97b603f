/** Numbers as the figures print them: a real minus, no leading zero, as many digits as can be read off. */
import { onStep } from './dial-scale.ts';

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

/** Most decimals that a typed sparsity is shown with. */
const TYPED_DIGITS = 6;

/**
 * Decimals that show a sparsity as it was meant: two or three where that says it all; what the density needs for the
 * fractions that the slider makes; all that were typed otherwise.
 */
function sparsityDigits(sparsity: number): number {
  const says = (digits: number): boolean => Math.abs(sparsity - Number(sparsity.toFixed(digits))) < 1e-9;
  if (says(2)) return 2;
  if (says(3)) return 3;
  const needed = densityDigits(1 - sparsity);
  if (onStep(sparsity)) return needed;
  for (let digits = 4; digits < TYPED_DIGITS; digits++) if (says(digits)) return digits;
  return Math.max(TYPED_DIGITS, needed);
}

/**
 * S and 1 − S with as many decimals as each other, so that the two always add up to one in print: ("0.90", "0.10"),
 * ("0.925", "0.075"), ("0.985", "0.015").
 * @param sparsity S in [0, 1)
 */
export function formatSparsity(sparsity: number): { sparsity: string; density: string } {
  const digits = sparsityDigits(sparsity);
  const shown = sparsity.toFixed(digits);
  return { sparsity: shown, density: (1 - Number(shown)).toFixed(digits) };
}
