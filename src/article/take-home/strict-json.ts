/** Reading what somebody else has written: every value is checked before it is used, and nothing is taken over unread. */
import { quote } from '../links/index.ts';

/** Why a file is refused, in one line. */
export class RunFileError extends Error {
  override readonly name = 'RunFileError';
}

export type Json = Readonly<Record<string, unknown>>;

/**
 * @param where what the reader calls it: "config", "models[3]"
 * @throws RunFileError for anything but an object whose own keys are all known
 */
export function objectOf(value: unknown, where: string, known: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(where, 'is not an object');
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange !== undefined) throw bad(where, `has “${quote(strange)}”, which is not known here`);
  // Without a prototype: a key that the file leaves out is not there.
  return Object.assign(Object.create(null) as Json, value);
}

/** @throws RunFileError for anything but a number that a float32 can hold */
export function numberOf(value: unknown, where: string): number {
  if (typeof value !== 'number') throw bad(where, value === undefined ? 'is missing' : 'is not a number');
  if (!Number.isFinite(Math.fround(value))) throw bad(where, 'is not finite');
  return value;
}

/** @throws RunFileError for anything but a number in [least, most] */
export function between(value: unknown, where: string, least: number, most: number): number {
  const number = numberOf(value, where);
  if (number < least) throw bad(where, `is below ${Math.round(least)}`);
  if (number > most) throw bad(where, `is above ${most}`);
  return number;
}

/** @throws RunFileError for anything but an integer in [0, most] */
export function countOf(value: unknown, where: string, most: number): number {
  const count = numberOf(value, where);
  if (!Number.isInteger(count) || count < 0 || count > most) throw bad(where, `is not an integer from 0 to ${most}`);
  return count;
}

/** @throws RunFileError for anything but `length` numbers */
export function vectorOf(value: unknown, where: string, length: number): number[] {
  if (!Array.isArray(value)) throw bad(where, value === undefined ? 'is missing' : 'is not a list of numbers');
  if (value.length !== length) throw bad(where, `has ${value.length} entries instead of ${length}`);
  return value.map((entry) => numberOf(entry, where));
}

/** @throws RunFileError for anything but `rows` lists of `columns` numbers; all of them, row by row */
export function matrixOf(value: unknown, where: string, rows: number, columns: number): number[] {
  if (!Array.isArray(value)) throw bad(where, value === undefined ? 'is missing' : 'is not a list of rows');
  if (value.length !== rows) throw bad(where, `has ${value.length} rows instead of ${rows}`);
  return value.flatMap((row) => vectorOf(row, where, columns));
}

export const bad = (where: string, problem: string): RunFileError => new RunFileError(`${where} ${problem}`);
