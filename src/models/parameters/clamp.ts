/** Values brought into range, for controls, and for links after parsing. */
import type { ListParameter, NumberParameter, Parameter, ParameterValue } from './parameter.ts';

/** The nearest number that the parameter allows; NaN gives the default. −0 becomes 0. */
export function clampNumber(parameter: NumberParameter, value: number): number {
  if (Number.isNaN(value)) return parameter.default;
  const inside = clampTo(parameter, value);
  if (parameter.kind === 'number') return inside;
  const unit = parameter.multipleOf ?? 1;
  const rounded = Math.round(inside / unit) * unit;
  if (rounded < parameter.min) return Math.ceil(parameter.min / unit) * unit;
  if (rounded > parameter.max) return Math.floor(parameter.max / unit) * unit;
  return rounded + 0;
}

/** The same for any kind: a choice that is not offered and a list without numbers become the default. */
export function clampValue(parameter: Parameter, value: ParameterValue): ParameterValue {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return typeof value === 'number' ? clampNumber(parameter, value) : parameter.default;
    case 'choice':
      return parameter.options.some((option) => option.value === value) ? value : parameter.default;
    case 'list': {
      if (!Array.isArray(value)) return parameter.default;
      const kept = value.filter((entry) => typeof entry === 'number' && !Number.isNaN(entry));
      if (kept.length === 0) return parameter.default;
      return kept.slice(0, parameter.maxLength).map((entry) => clampTo(parameter, entry));
    }
    case 'flag':
      return typeof value === 'boolean' ? value : parameter.default;
  }
}

function clampTo({ min, max }: NumberParameter | ListParameter, value: number): number {
  return Math.min(max, Math.max(min, value)) + 0;
}
