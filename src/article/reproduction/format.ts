/** The numbers of claims as page and terminal print them. */

const DIGITS = 4;

/** "12", "0.1599": whole numbers as they are, others with four significant digits at most. */
export const claimNumber = (value: number): string => String(Number(value.toPrecision(DIGITS)));
