/**
 * What one parameter is. The table (table.ts) holds one of these for each key of a link; a figure narrows range and
 * default and leaves the rest. Controls, link codec, command line and README are all made from it.
 */

/** Where a control stands in a figure's details. */
export type ParameterGroup = 'data' | 'model' | 'training' | 'engine';

/** The control that fits: a slider, a number field, a choice, or none (set by link only). */
type ControlKind = 'range' | 'number' | 'choice' | 'none';

/**
 * How a slider runs through the range: equal steps of the value, of its logarithm, or – 'sparsity' – of log(1 − S).
 */
type ParameterScale = 'linear' | 'log' | 'sparsity';

interface Common {
  /** The name in links and on the command line. Never renamed: old links carry it. */
  readonly key: string;
  /** The letter used in text, axes and formulas, where there is one. */
  readonly symbol?: string;
  /** The word beside the control, in lower case. */
  readonly label: string;
  /** One sentence, of a control that stands outside the table; else where in descriptions.ts it is, the key if absent. */
  readonly description?: string;
  readonly group: ParameterGroup;
  readonly control: ControlKind;
}

export interface NumberParameter extends Common {
  readonly kind: 'number' | 'integer';
  /** Smallest and largest value, both allowed. */
  readonly min: number;
  readonly max: number;
  /** Values are multiples of this; integers only. */
  readonly multipleOf?: number;
  readonly scale: ParameterScale;
  /**
   * About a slider's step (scale.ts fits a whole number of them): in the value's own unit where the scale is linear,
   * else in decades. Links are never snapped to it.
   */
  readonly step: number;
  readonly unit?: string;
  readonly default: number;
}

export interface ChoiceParameter extends Common {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly default: string;
}

/** Numbers joined by commas, each in [min, max]. */
export interface ListParameter extends Common {
  readonly kind: 'list';
  readonly min: number;
  readonly max: number;
  /** Most entries; there is always at least one. */
  readonly maxLength: number;
  readonly default: readonly number[];
}

/** `1` or `0` in a link. */
export interface FlagParameter extends Common {
  readonly kind: 'flag';
  readonly default: boolean;
}

export type Parameter = NumberParameter | ChoiceParameter | ListParameter | FlagParameter;

/** What any parameter can hold. */
export type ParameterValue = number | string | boolean | readonly number[];

/** What this parameter can hold: a choice's value is one of its options, not any string. */
export type ValueOf<P extends Parameter> = P extends { kind: 'number' | 'integer' }
  ? number
  : P extends { kind: 'choice'; options: readonly { value: infer V }[] }
    ? V
    : P extends { kind: 'list' }
      ? readonly number[]
      : boolean;

/** The values of a set of parameters, by key. */
export type ValuesOf<Ps extends Readonly<Record<string, Parameter>>> = {
  readonly [K in keyof Ps]: ValueOf<Ps[K]>;
};
