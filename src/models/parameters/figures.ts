/**
 * The training figures, as data: which parameters each takes, in which range, from which default. A figure may narrow
 * what the table allows, never widen it. A changed default needs a new link version (src/article/links/versions.ts).
 */
import type { Parameter, ParameterValue, ValuesOf } from './parameter.ts';
import { PARAMETERS } from './table.ts';
import { trainingParameters } from './training-parameters.ts';

export interface Figure {
  /** The page that it stands on: `<page>.html`. */
  readonly page: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /**
   * Between keys: of a pair of numeric ones the first may not exceed the second; a first one with an option of the second
   * beside it has its default without that option.
   */
  readonly rules: readonly (readonly [string, string, string?])[];
}

/** Where weights are tied: linear, or a ReLU on the output. */
const TIED_MODEL = {
  ...PARAMETERS.model,
  options: [PARAMETERS.model.options[0], PARAMETERS.model.options[1]],
  default: 'relu',
} as const;

export const FIGURES = {
  /** E1: five features in two dimensions. */
  hero: {
    page: 'index',
    parameters: {
      n: { ...PARAMETERS.n, max: 20, default: 5 },
      m: { ...PARAMETERS.m, max: 4, default: 2 },
      S: { ...PARAMETERS.S, max: 0.999, default: 0.9 },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 0.9 },
      model: TIED_MODEL,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 64, default: 16 },
      ...trainingParameters({ steps: 2000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [['m', 'n']],
  },
  /** E3, E4 and E4b: the linear model once, then one model for each density. */
  basic: {
    page: 'index',
    parameters: {
      n: { ...PARAMETERS.n, max: 128, default: 20 },
      m: { ...PARAMETERS.m, max: 64, default: 5 },
      p: { ...PARAMETERS.p, min: 0.0005, maxLength: 12, default: [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001] },
      /** Where the density slider stands; what the list names is trained whatever it says. */
      S: { ...PARAMETERS.S, max: 0.9995, default: 0.9 },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 0.7 },
      model: TIED_MODEL,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 32, default: 4 },
      ...trainingParameters({ steps: 1000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [['m', 'n']],
  },
  /** E6 and E7: what becomes of an extra feature, over its importance and the density. */
  phase: {
    page: 'phase-change',
    parameters: {
      n: { ...PARAMETERS.n, max: 3, default: 2 },
      m: { ...PARAMETERS.m, max: 2, default: 1 },
      /** Where the cross-hair stands, with r; the map is trained whatever they say. */
      S: { ...PARAMETERS.S, max: 0.999, default: 0.87 },
      r: { ...PARAMETERS.r, default: 0.42 },
      cut: PARAMETERS.cut,
      law: PARAMETERS.law,
      activation: PARAMETERS.activation,
      cells: { ...PARAMETERS.cells, default: 48 },
      rmin: { ...PARAMETERS.rmin, max: 0.9 },
      rmax: { ...PARAMETERS.rmax, min: 1.1 },
      pmin: PARAMETERS.pmin,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 64, default: 8 },
      aggregate: PARAMETERS.aggregate,
      gradient: { ...PARAMETERS.gradient, default: 'exact' },
      ...trainingParameters({ steps: 300, lr: 0.03, schedule: 'hold', batch: 256 }),
    },
    rules: [['m', 'n']],
  },
  /** E18: a ReLU on the hidden layer, and what makes neurons matter. */
  hidden: {
    page: 'computation',
    parameters: {
      n: { ...PARAMETERS.n, max: 24, default: 10 },
      m: { ...PARAMETERS.m, max: 12, default: 5 },
      S: { ...PARAMETERS.S, max: 0.999, default: 0.7 },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 0.75 },
      model: {
        ...PARAMETERS.model,
        options: [PARAMETERS.model.options[3], PARAMETERS.model.options[4], PARAMETERS.model.options[1]],
        default: 'relu-hidden',
      },
      bias: PARAMETERS.bias,
      dropout: PARAMETERS.dropout,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 1000, default: 100 },
      ...trainingParameters({ steps: 2000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [['m', 'n']],
  },
  /** E19 and E20: computation in superposition. */
  absolute: {
    page: 'computation',
    parameters: {
      n: { ...PARAMETERS.n, max: 100, default: 3 },
      m: { ...PARAMETERS.m, max: 64, default: 6 },
      p: { ...PARAMETERS.p, min: 0.001, maxLength: 8, default: [0.3] },
      /** Which density of the list is looked at, the nearest; all of them are trained whatever it says. */
      S: { ...PARAMETERS.S, max: 0.999, default: 0, control: 'none' },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 0.8 },
      target: PARAMETERS.target,
      activation: {
        ...PARAMETERS.activation,
        options: [PARAMETERS.activation.options[0], PARAMETERS.activation.options[1]],
        default: 'relu',
      },
      bias: PARAMETERS.bias,
      kind: PARAMETERS.kind,
      begin: PARAMETERS.begin,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 100, default: 6 },
      ...trainingParameters({ steps: 2000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [['begin', 'target', 'absolute']],
  },
  /** E8 and E9: how many features fit, and what share of a dimension each gets; Nanda's two classes of density. */
  uniform: {
    page: 'geometry',
    parameters: {
      n: { ...PARAMETERS.n, max: 512, default: 80 },
      m: { ...PARAMETERS.m, max: 64, default: 8 },
      p: {
        ...PARAMETERS.p,
        min: 0.003,
        maxLength: 40,
        default: [1, 0.81, 0.66, 0.53, 0.43, 0.35, 0.3, 0.26, 0.22, 0.19, 0.15, 0.1],
      },
      /** Which density is looked at closely; what the list names is trained whatever it says. */
      S: { ...PARAMETERS.S, max: 0.997, default: 0.78 },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 1 },
      model: TIED_MODEL,
      ratio: { ...PARAMETERS.ratio, max: 1, default: 1 },
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 16, default: 1 },
      ...trainingParameters({ steps: 2000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [['m', 'n']],
  },
  /** E11: one feature that comes more or less often than the others. */
  perturbed: {
    page: 'geometry',
    parameters: {
      n: { ...PARAMETERS.n, min: 3, max: 8, default: 5 },
      m: { ...PARAMETERS.m, max: 2, default: 2 },
      S: { ...PARAMETERS.S, max: 0.99, default: 0.95 },
      ratio: { ...PARAMETERS.ratio, min: 0.1, max: 4, default: 0.3 },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 1 },
      model: TIED_MODEL,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 64, default: 16 },
      ...trainingParameters({ steps: 1000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [['m', 'n']],
  },
  /** E12 to E14: sets of features that come together, or of which one comes at a time. */
  correlated: {
    page: 'geometry',
    parameters: {
      n: { ...PARAMETERS.n, max: 40, default: 4 },
      m: { ...PARAMETERS.m, max: 20, default: 2 },
      sets: { ...PARAMETERS.sets, max: 20, default: 2 },
      kind: { ...PARAMETERS.kind, default: 'correlated' },
      S: { ...PARAMETERS.S, max: 0.997, default: 0.95 },
      /** The densities of the row of models beside it. */
      p: { ...PARAMETERS.p, min: 0.003, maxLength: 12, default: [0.05, 0.1, 0.175, 0.3, 0.4, 0.6] },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 1 },
      model: TIED_MODEL,
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 64, default: 12 },
      ...trainingParameters({ steps: 2000, lr: 0.01, schedule: 'hold', batch: 1024 }),
    },
    rules: [
      ['m', 'n'],
      ['sets', 'n'],
    ],
  },
  /** E15 and E16: how geometries come about, step by step. */
  dynamics: {
    page: 'geometry',
    parameters: {
      n: { ...PARAMETERS.n, max: 80, default: 24 },
      m: { ...PARAMETERS.m, max: 10, default: 8 },
      sets: { ...PARAMETERS.sets, max: 40, default: 2 },
      kind: { ...PARAMETERS.kind, default: 'independent' },
      S: { ...PARAMETERS.S, max: 0.99, default: 0.72 },
      decay: { ...PARAMETERS.decay, min: 0.1, default: 1 },
      model: TIED_MODEL,
      init: { ...PARAMETERS.init, default: 1 },
      seed: { ...PARAMETERS.seed, default: 7 },
      starts: { ...PARAMETERS.starts, max: 16, default: 1, description: 'recorded' },
      ...trainingParameters({ steps: 4500, lr: 0.02, schedule: 'constant', batch: 256 }),
    },
    rules: [
      ['m', 'n'],
      ['sets', 'n'],
    ],
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as readonly FigureId[];
export const isFigureId = (text: string): text is FigureId => Object.hasOwn(FIGURES, text);

/** One value for every key of a figure, exactly typed. */
export type FigureValues<F extends FigureId> = ValuesOf<(typeof FIGURES)[F]['parameters']>;

/** The same without the figure's name: what generic code (codec, controls) passes around. */
export type Values = Readonly<Record<string, ParameterValue>>;

/** The defaults of today; a link's defaults are those of its version. */
export function figureDefaults<F extends FigureId>(figure: F): FigureValues<F> {
  const entries = Object.entries<Parameter>(FIGURES[figure].parameters);
  return Object.fromEntries(entries.map(([key, parameter]) => [key, parameter.default])) as FigureValues<F>;
}
