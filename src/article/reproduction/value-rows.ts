/** A claim's values as lines of its table: one, or one to a key. */
import { isKeyed, type Claim, type ClaimValue } from './claim.ts';
import { keyLabel, sortKeys } from './key-label.ts';

export const VALUE_COLUMNS = ['paper', 'theory', 'measured'] as const;
export type ValueColumn = (typeof VALUE_COLUMNS)[number];

/** null where there is no value. A number that stands for all keys is in each of their lines. */
export type ValueRow = Readonly<Record<ValueColumn, number | string | null>> & {
  /** What the values are for; undefined in a claim of one line. */
  readonly label?: string;
};

export function valueRows(claim: Pick<Claim, ValueColumn> & { readonly by?: string }): ValueRow[] {
  const { paper, theory, measured, by } = claim;
  const keys = [theory, measured, paper].flatMap((value) => (isKeyed(value) ? Object.keys(value) : []));
  const under = (value: ClaimValue | null, key: string): number | string | null =>
    isKeyed(value) ? (value[key] ?? null) : value;
  const row = (key: string): Omit<ValueRow, 'label'> => ({
    paper: under(paper, key),
    theory: under(theory, key),
    measured: under(measured, key),
  });
  if (keys.length === 0) return [row('')];
  return sortKeys([...new Set(keys)], by).map((key) => ({ label: keyLabel(key, by), ...row(key) }));
}
