/** A network as the probe takes it: what is drawn, what is computed and what its loss is measured on. */
import { FAMILIES } from '../../../models/families.ts';
import { parametersOf } from '../../../models/layout.ts';
import { figureDefaults, type FigureValues } from '../../../models/parameters/figures.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import type { ProbedNetwork } from '../../../models/probe.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import { THREE_UNIVERSITIES } from '../../../models/three-universities.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import { laneDomain } from '../../../viz/reading-lane-layout.ts';
import { shownModel } from '../hero/shown.ts';

export interface Network {
  readonly view: ModelView;
  readonly probed: ProbedNetwork;
  /** The data that it was trained on; density is the one of its own S. */
  readonly settings: ModelSettings;
  /** W then b. */
  readonly theta: Float32Array;
  /** Sparsity it was trained at. */
  readonly S: number;
  /** Smallest value of an input, 0 or −1. */
  readonly least: number;
  /** Whether no training gave it. */
  readonly byHand?: boolean;
  /** Of the features, where they have any. */
  readonly names?: readonly string[];
  /** What can be added to an input without moving h, where the figure offers to. */
  readonly unseen?: readonly number[];
  /** Of the axis of every reading. */
  readonly domain: readonly [number, number];
}

/** A trained model of Figure 1 as the page carries it. */
export interface NetworkRecord {
  readonly S: number;
  readonly theta: readonly number[];
}

export const recordedNetwork = ({ S, theta }: NetworkRecord): Network =>
  heroNetwork({ ...figureDefaults('hero'), S }, Float32Array.from(theta));

/**
 * @param theta one model's parameters, [P]
 * @param frame the model in whose frame it is drawn, [P]
 */
export function heroNetwork(values: FigureValues<'hero'>, theta: Float32Array, frame = theta): Network {
  const { problem } = heroExperiment(values);
  const [settings] = problem.models;
  const { view } = shownModel({ values, theta, loss: 0, step: values.steps }, frame);
  const { W, b } = parametersOf(problem, theta, 0);
  return {
    view,
    probed: { ...view, activation: FAMILIES[settings.family].output },
    settings,
    theta: Float32Array.of(...W, ...b),
    S: values.S,
    least: 0,
    domain: laneDomain(view.metrics.gram, view.b, 0),
  };
}

const { n, W, b, importance } = THREE_UNIVERSITIES;
const view = modelView(THREE_UNIVERSITIES);
/** As rare as what Figure 1 begins with. */
const { S } = figureDefaults('hero');

export const UNIVERSITIES: Network = {
  view,
  probed: { W, b, importance, activation: 'relu' },
  settings: {
    ...{ family: 'relu', density: Array<number>(n).fill(1 - S), importance },
    ...{ seed: 0, start: 0, model: 0 },
  },
  theta: Float32Array.of(...W, ...b),
  S,
  least: -1,
  names: THREE_UNIVERSITIES.names,
  unseen: THREE_UNIVERSITIES.unseen,
  domain: laneDomain(view.metrics.gram, b, 0),
};
