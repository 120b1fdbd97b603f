/** A slider's position in [0, 1] and the value there. Only sliders come here: links carry values, never positions. */
import { clampNumber } from './clamp.ts';
import { densityOf } from './density.ts';
import type { NumberParameter } from './parameter.ts';

/** Values set by a slider keep this many significant digits (of 1 − S where the scale is sparsity): links stay short. */
const SLIDER_DIGITS = 4;

const round = (value: number): number => Number(value.toPrecision(SLIDER_DIGITS));

/** The coordinate in which a slider's steps are equal. */
function unroll({ scale }: NumberParameter, value: number): number {
  switch (scale) {
    case 'linear':
      return value;
    case 'log':
      return Math.log10(value);
    case 'sparsity':
      return -Math.log10(1 - value);
  }
}

function rollUp({ scale }: NumberParameter, at: number): number {
  switch (scale) {
    case 'linear':
      return round(at);
    case 'log':
      return round(10 ** at);
    case 'sparsity':
      return densityOf(round(10 ** -at)); // 1 − p is the same operation as 1 − S
  }
}

/** How many equal steps the slider has from end to end: as many of the parameter's as fit best, so that both ends are reached. */
export function sliderSteps(parameter: NumberParameter): number {
  const length = unroll(parameter, parameter.max) - unroll(parameter, parameter.min);
  return Math.max(1, Math.round(length / parameter.step));
}

/** Where the value stands, in [0, 1]. */
export function positionOf(parameter: NumberParameter, value: number): number {
  const from = unroll(parameter, parameter.min);
  return (unroll(parameter, clampNumber(parameter, value)) - from) / (unroll(parameter, parameter.max) - from);
}

/** The value at a position, snapped to the slider's nearest step. */
export function valueAt(parameter: NumberParameter, position: number): number {
  const from = unroll(parameter, parameter.min);
  const to = unroll(parameter, parameter.max);
  const steps = sliderSteps(parameter);
  const snapped = Math.round(position * steps) / steps;
  return clampNumber(parameter, rollUp(parameter, from + snapped * (to - from)));
}
