/** Text to value: links, the command line and number fields read through here. */
import { clampValue } from './clamp.ts';
import type { Parameter, ParameterValue } from './parameter.ts';

export type Parsed =
  | { readonly ok: true; readonly value: ParameterValue }
  /** `problem` continues a sentence that starts with the text: "is out of range". `value` is what to use instead. */
  | { readonly ok: false; readonly problem: string; readonly value: ParameterValue };

/** Decimal only: Number() would also take "", "0x10" and "Infinity". */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const toNumber = (text: string): number => (DECIMAL.test(text) ? Number(text) : NaN);

/** Never throws. Any value in range is taken as it is – not snapped to a slider's step – and others are corrected. */
export function parseValue(parameter: Parameter, text: string): Parsed {
  const trimmed = text.trim();
  switch (parameter.kind) {
    case 'number':
    case 'integer': {
      const wanted = toNumber(trimmed);
      const value = clampValue(parameter, wanted);
      if (Number.isNaN(wanted)) return { ok: false, problem: 'is not a number', value };
      if (wanted < parameter.min || wanted > parameter.max) return { ok: false, problem: 'is out of range', value };
      if (value === wanted) return { ok: true, value };
      const problem = Number.isInteger(wanted) ? `is not a multiple of ${parameter.multipleOf}` : 'is not an integer';
      return { ok: false, problem, value };
    }
    case 'choice': {
      const value = clampValue(parameter, trimmed);
      return value === trimmed ? { ok: true, value } : { ok: false, problem: 'is not an option', value };
    }
    case 'list': {
      const wanted = trimmed.split(',').map((entry) => toNumber(entry.trim()));
      const value = clampValue(parameter, wanted);
      if (wanted.some(Number.isNaN)) return { ok: false, problem: 'is not a list of numbers', value };
      if (wanted.length > parameter.maxLength) return { ok: false, problem: 'is too long', value };
      const inRange = wanted.every((entry) => entry >= parameter.min && entry <= parameter.max);
      return inRange ? { ok: true, value } : { ok: false, problem: 'has entries out of range', value };
    }
    case 'flag':
      if (trimmed === '1' || trimmed === '0') return { ok: true, value: trimmed === '1' };
      return { ok: false, problem: 'is neither 1 nor 0', value: parameter.default };
  }
}
