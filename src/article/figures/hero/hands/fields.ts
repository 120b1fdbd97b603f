/** The numbers of one feature that can be typed. */
import { parseValue } from '../../../../models/parameters/parse.ts';
import { formatPlain } from '../../../../viz/format.ts';
import type { ModelView } from '../../../../viz/model-view.ts';
import { MOST, polarOf, rowOf } from './by-hand.ts';

/** What a typed number changes. */
export type Change = { readonly row: readonly number[] } | { readonly bias: number };

export interface Field {
  readonly name: string;
  /** The letter, its index and a unit after the number. */
  readonly letter: string;
  readonly index: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Why it ends there, where the range does not say it. */
  readonly limit?: string;
  /** What an arrow key adds. */
  readonly step: number;
  readonly change: (value: number) => Change;
}

/** In the plane W_i is a length and an angle, elsewhere its coordinates as they are drawn; b_i follows. */
export function fieldsOf({ m, W, b }: ModelView, i: number): Field[] {
  const row = Array.from({ length: m }, (_, k) => W[i * m + k]);
  const bias: Field = {
    name: 'bias',
    letter: 'b',
    index: String(i + 1),
    unit: '',
    value: b[i],
    min: -MOST,
    max: MOST,
    step: 0.01,
    change: (value) => ({ bias: value }),
  };
  return [...(m === 2 ? polarFields(row) : coordinateFields(row)), bias];
}

function polarFields(row: readonly number[]): Field[] {
  const polar = polarOf(row);
  return [
    {
      name: 'length',
      letter: '',
      index: '',
      unit: '',
      value: polar.length,
      min: 0,
      max: MOST,
      step: 0.02,
      change: (length) => ({ row: rowOf({ ...polar, length }) }),
    },
    {
      name: 'angle',
      letter: '',
      index: '',
      unit: '°',
      value: polar.angle,
      min: -360,
      max: 360,
      step: 2,
      change: (angle) => ({ row: rowOf({ ...polar, angle }) }),
    },
  ];
}

/** A coordinate goes as far as the others leave the arrow room, so that they stay as they are. */
function coordinateFields(row: readonly number[]): Field[] {
  return row.map((value, k) => {
    const most = Math.sqrt(Math.max(0, MOST ** 2 - Math.hypot(...row.with(k, 0)) ** 2));
    return {
      name: `weight on h${k + 1}`,
      letter: 'h',
      index: String(k + 1),
      unit: '',
      value,
      min: -most,
      max: most,
      limit: `arrows are at most ${MOST} long`,
      step: 0.02,
      change: (typed) => ({ row: row.with(k, typed) }),
    };
  });
}

/** As it is printed in the field. */
export const printed = ({ value, unit }: Field): string => formatPlain(value, unit ? 0 : 3);

/** What a value changes; undefined where it stands there already. */
export const changeTo = (field: Field, value: number): Change | undefined =>
  value === field.value ? undefined : field.change(value);

interface Typed {
  /** What to use, whatever was typed. */
  readonly value: number;
  /** Empty where the number is taken as it is. */
  readonly problem: string;
}

/** Reads what was typed, decimal comma and minus sign as they come; out of range the nearest, else the old value. */
export function readField(
  field: Pick<Field, 'name' | 'min' | 'max' | 'limit' | 'step' | 'value'>,
  text: string,
): Typed {
  const plain = text
    .trim()
    .replace('−', '-')
    .replace(/^([+-]?\d*),(\d+)$/, '$1.$2')
    .replace(/°$/, '');
  const { name: label, min, max, limit, step, value } = field;
  const control = { key: 'typed', group: 'model', control: 'number', kind: 'number', scale: 'linear' } as const;
  const parsed = parseValue({ ...control, label, min, max, step, default: value }, plain);
  if (parsed.ok) return { value: parsed.value as number, problem: '' };
  const digits = Number.isInteger(max) ? 0 : 2;
  const range = `${formatPlain(min, digits)} to ${formatPlain(max, digits)}${limit ? `: ${limit}` : ''}`;
  return { value: parsed.value as number, problem: `“${text.slice(0, 12)}” ${parsed.problem} (${range})` };
}
