/**
 * The still of figure `absolute`: the best start at the default setting, and for the text what the networks of the
 * paper's sweep over densities compute, counted.
 */
import { absoluteParts } from '../../src/article/figures/absolute/parts.ts';
import { PRESETS } from '../../src/article/figures/absolute/presets.ts';
import type { AbsoluteRecord, Computed } from '../../src/article/figures/absolute/still.ts';
import { networkOf } from '../../src/article/figures/neurons/network.ts';
import { absoluteCircuit } from '../../src/models/neurons/absolute-circuit.ts';
import type { Network } from '../../src/models/neurons/forward.ts';
import { neuronMetrics } from '../../src/models/neurons/metrics.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { readNothingLoss } from '../../src/models/theory/read-nothing.ts';
import { trainHandSet } from '../claims/hand-set-start.ts';
import { bestStarts } from './best-starts.ts';

/** A share of a loss is printed in per cent; two digits more, so that rounding it twice changes nothing. */
const SHARE_DIGITS = 5;

/**
 * What the large network computes at each density, 1 − S: trained from a random start as the figure trains it, and from
 * one with its most important features set by hand.
 */
export async function sweepOver(p: readonly number[]): Promise<AbsoluteRecord['sweep']> {
  const [{ problem, recipe, values }] = absoluteParts({
    ...figureDefaults('absolute'),
    ...PRESETS['100-in-40'].values,
    p,
  });
  // One start a density: the models are in the order of the list.
  const trained = await bestStarts({ problem, recipe });
  const sweep = [];
  for (const [k, settings] of problem.models.entries()) {
    const { theta, loss } = trained[k];
    const handSet = await trainHandSet(values.p[k]);
    sweep.push({
      density: values.p[k],
      handSet: counted(handSet, handSet.loss, settings),
      random: counted(networkOf(problem, settings, Float32Array.from(theta)), loss, settings),
    });
  }
  return sweep;
}

function counted(network: Network, loss: number, settings: ModelSettings): Computed {
  const { W, W2, b } = network;
  const { monosemantic, polysemantic } = neuronMetrics(W, b.length, W.length / b.length, W2);
  const { features } = absoluteCircuit(network);
  const computed = (way: 'both' | 'one'): number => features.filter((feature) => feature.computed === way).length;
  return {
    monosemantic,
    polysemantic,
    both: computed('both'),
    one: computed('one'),
    share: Number((loss / readNothingLoss(settings)).toPrecision(SHARE_DIGITS)),
  };
}

export async function absoluteStill(): Promise<AbsoluteRecord> {
  const [small] = absoluteParts(figureDefaults('absolute'));
  const sweep = await sweepOver(PRESETS['100-in-40'].values.p);
  return { command: 'npm run stills', models: await bestStarts(small), sweep };
}
