/** A figure's setting as a reader is told of it: what the models are made of and learn from. */
import { FIGURES, type Figure, type FigureId, type Values } from '../../models/parameters/figures.ts';
import { formatValue } from '../../models/parameters/format.ts';
import type { Parameter, ParameterValue } from '../../models/parameters/parameter.ts';
import { formatSparsity } from '../../viz/format.ts';

interface SaidSetting {
  readonly key: string;
  readonly symbol?: string;
  readonly label: string;
  /** "0.90 (density 0.10)", "ReLU output". */
  readonly text: string;
}

/** Digits of a number that a slider made. */
const DIGITS = 3;

/** How the models are trained is left out: it tells nothing of what they become. */
export function saidSettings(id: FigureId, values: Values): SaidSetting[] {
  return Object.entries<Parameter>((FIGURES[id] as Figure).parameters)
    .filter(([, { group }]) => group === 'data' || group === 'model')
    .map(([key, parameter]) => {
      const { symbol, label } = parameter;
      return { key, symbol, label, text: textOf(key, parameter, values[key]) };
    });
}

function textOf(key: string, parameter: Parameter, value: ParameterValue): string {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.find((each) => each.value === value)?.label ?? String(value);
    case 'flag':
      return value ? 'yes' : 'no';
    case 'number': {
      if (key !== 'S') return String(Number(Number(value).toPrecision(DIGITS)));
      const { sparsity, density } = formatSparsity(Number(value));
      return `${sparsity} (density ${density})`;
    }
    default:
      return formatValue(parameter, value).replaceAll(',', ', ');
  }
}
