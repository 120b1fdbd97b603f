/** A trained network as its figures draw it: its neurons in canonical order, and what each of them carries. */
import { FAMILIES } from '../../../models/families.ts';
import { parametersOf } from '../../../models/layout.ts';
import { arrangeNeurons, canonicalNeurons } from '../../../models/neurons/canonical.ts';
import { rescaleForDisplay } from '../../../models/neurons/display-scale.ts';
import type { Network } from '../../../models/neurons/forward.ts';
import { neuronMetrics } from '../../../models/neurons/metrics.ts';
import type { ModelSettings, Problem } from '../../../models/problem.ts';
import { neuronView, type NeuronView } from '../../../viz/neuron-view.ts';

const arranged = new WeakMap<Float32Array, Network>();

/**
 * The network with its neurons in canonical order: it computes what it did before. Of a linear hidden layer some
 * neurons' signs are turned as well. Computed once for each model, however often it is drawn.
 *
 * @param problem any batch that the model is of
 * @param theta [P]
 */
export function networkOf(problem: Problem, settings: ModelSettings, theta: Float32Array): Network {
  const known = arranged.get(theta);
  if (known) return known;
  const { n, m } = problem;
  const { W, W2, c, b } = parametersOf({ ...problem, models: [settings] }, theta, 0);
  const linear = FAMILIES[settings.family].hidden === 'identity';
  const order = canonicalNeurons(W, n, m, { W2, importance: settings.importance, linear });
  const network = {
    W: arrangeNeurons(W, order),
    ...(W2 && { W2: arrangeNeurons(W2, order) }),
    ...(c && { c: arrangeNeurons(c, order) }),
    b,
  };
  arranged.set(theta, network);
  return network;
}

/** The network's parameters in the order of a State's row, [P] (layout.ts). */
export const packed = ({ W, W2 = [], c = [], b }: Network): Float32Array =>
  Float32Array.from([W, W2, c, b].flatMap((part) => Array.from(part)));

interface ViewOptions {
  /** The largest weight that each neuron reads with is drawn as 1 (E19): for ReLU neurons with weights of their own. */
  readonly rescaled?: boolean;
}

/** @param importance I_i, [n] */
export function viewOfNetwork(
  network: Network,
  importance: readonly number[],
  { rescaled = false }: ViewOptions = {},
): NeuronView {
  const n = importance.length;
  const m = network.W.length / n;
  const { W2 } = network;
  const kinds = neuronMetrics(network.W, n, m, W2).neurons.map(({ kind }) => kind);
  const shown = rescaled ? rescaleForDisplay(network) : network;
  return neuronView({ ...shown, ...(W2 ? {} : { W2: undefined }), n, m, importance, kinds });
}
