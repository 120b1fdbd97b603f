/** A trained model of the figure, its first two neurons turned into each other, and what that costs it. */
import { lossUnderRotation, rotateHidden } from '../../../models/neurons/rotate.ts';
import type { NeuronView } from '../../../viz/neuron-view.ts';
import { networkOf, packed, viewOfNetwork } from '../neurons/network.ts';
import type { Shown } from '../neurons/starts-figure.svelte.ts';
import { rankOf } from '../starts/groups.ts';
import { TURN_SAMPLES, TURNED } from './protocol.ts';

export interface Turned {
  readonly shown: Shown<'hidden'>;
  /** As it was trained and as it is turned. */
  readonly trained: NeuronView;
  readonly view: NeuronView;
  /**
   * Per sample, summed over features, importance-weighted: as it was ranked by, and that times what turning does to the
   * loss on a small set of samples.
   */
  readonly loss: number;
  readonly before: number;
}

/** Of a model with a single neuron there is nothing to turn. */
const LEAST_NEURONS = 2;

/**
 * @param shown a part of one density
 * @param chosen the number of one of its starts; null for the best
 */
export function turnedBy(shown: Shown<'hidden'>, degrees: number, chosen: number | null = null): Turned {
  const { problem, groups } = shown;
  const [{ settings, starts }] = groups;
  const { m } = problem;
  const { theta, loss } = starts[rankOf(starts, chosen)];
  const network = networkOf(problem, settings, theta);
  const trained = viewOfNetwork(network, settings.importance);
  if (m < LEAST_NEURONS) return { shown, trained, view: trained, loss, before: loss };
  const turns = degrees / 360;
  const turn = (rows: ArrayLike<number>): Float64Array => rotateHidden(rows, m, TURNED, turns);
  const turned = { ...network, W: turn(network.W), ...(network.c && { c: turn(network.c) }) };
  const [as, to] = lossUnderRotation(settings, m, packed(network), TURNED, [0, turns], { count: TURN_SAMPLES });
  const times = as > 0 ? to / as : 1;
  return { shown, trained, view: viewOfNetwork(turned, settings.importance), before: loss, loss: times * loss };
}
