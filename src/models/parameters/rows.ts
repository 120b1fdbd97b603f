/** How the table (table.ts) is written: a function for each kind of parameter, which fills in what is usual. */
import type { ChoiceParameter, ListParameter, NumberParameter, Parameter, ParameterGroup } from './parameter.ts';

/** A row has its key from its place in the table. */
type Row<P extends Parameter> = P extends Parameter ? Omit<P, 'key'> : never;
type Keyed<Rows> = { readonly [K in keyof Rows]: Rows[K] & { readonly key: K } };

type Range = readonly [min: number, max: number];
type Unusual = Partial<Pick<NumberParameter, 'symbol' | 'control' | 'scale' | 'step' | 'multipleOf' | 'unit'>>;

/** A whole number: a slider of single steps, unless something unusual is said. */
export const integer = (
  group: ParameterGroup,
  label: string,
  [min, max]: Range,
  initial: number,
  unusual?: Unusual,
): Row<NumberParameter> => ({
  ...{ group, label, control: 'range', kind: 'integer', min, max, scale: 'linear', step: 1, default: initial },
  ...unusual,
});

/** Any number of the range. */
export const real = (...row: Parameters<typeof integer>): Row<NumberParameter> => ({
  ...integer(...row),
  kind: 'number',
});

/** Numbers of the range, set by link only. */
export const list = (
  group: ParameterGroup,
  label: string,
  [min, max]: Range,
  initial: readonly number[],
  more: Pick<ListParameter, 'symbol' | 'maxLength'>,
): Row<ListParameter> => ({ group, label, control: 'none', kind: 'list', min, max, default: initial, ...more });

/** One of the options, whose values the types know. */
export const choice = <
  const Options extends ChoiceParameter['options'],
  const Initial extends Options[number]['value'],
>(
  group: ParameterGroup,
  label: string,
  initial: Initial,
  options: Options,
) => ({ group, label, control: 'choice', kind: 'choice', options, default: initial }) as const;

/** Yes or no. */
export const flag = (group: ParameterGroup, label: string, initial: boolean) =>
  ({ group, label, control: 'choice', kind: 'flag', default: initial }) as const;

/** The rows, each with its key. */
export const table = <const Rows extends Readonly<Record<string, Row<Parameter>>>>(rows: Rows): Keyed<Rows> =>
  Object.fromEntries(Object.entries<object>(rows).map(([key, row]) => [key, { key, ...row }])) as Keyed<Rows>;
