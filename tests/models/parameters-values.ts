/** Arbitrary in-range values of a parameter, for property tests. */
import fc from 'fast-check';
import type { Parameter, ParameterValue } from '../../src/models/parameters/parameter.ts';

export function inRangeValue(parameter: Parameter): fc.Arbitrary<ParameterValue> {
  switch (parameter.kind) {
    case 'number':
      return real(parameter);
    case 'integer': {
      const unit = parameter.multipleOf ?? 1;
      const range = { min: Math.ceil(parameter.min / unit), max: Math.floor(parameter.max / unit) };
      return fc.integer(range).map((value) => value * unit);
    }
    case 'choice':
      return fc.constantFrom(...parameter.options.map((option) => option.value));
    case 'list':
      return fc.array(real(parameter), { minLength: 1, maxLength: parameter.maxLength });
    case 'flag':
      return fc.boolean();
  }
}

/** Any double of the range; −0 is written as 0, so it is none of the values that must survive. */
const real = ({ min, max }: { min: number; max: number }): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
