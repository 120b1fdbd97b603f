/** Value to text. */
import type { Parameter, ParameterValue } from './parameter.ts';

/** The shortest text that parseValue reads back as the same value, to the last bit. */
export function formatValue(parameter: Parameter, value: ParameterValue): string {
  switch (parameter.kind) {
    case 'flag':
      return value ? '1' : '0';
    default:
      return String(value); // a number's own shortest form; a list joined by commas
  }
}

/** What a parameter accepts, in words: "0 to 0.999", "16 to 4096 in multiples of 4", "linear, relu". */
export function formatRange(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
    case 'integer': {
      const multiples = parameter.multipleOf === undefined ? '' : ` in multiples of ${parameter.multipleOf}`;
      return `${parameter.min} to ${parameter.max}${multiples}`;
    }
    case 'choice':
      return parameter.options.map((option) => option.value).join(', ');
    case 'list':
      return `up to ${parameter.maxLength} numbers from ${parameter.min} to ${parameter.max}`;
    case 'flag':
      return '1 or 0';
  }
}
