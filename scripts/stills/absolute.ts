/**
 * The still of figure `absolute`: the best start at the default setting, and for the text what the networks of the
 * paper's sweep over densities compute, counted.
 */
import { absoluteParts } from '../../src/article/figures/absolute/parts.ts';
import { PRESETS } from '../../src/article/figures/absolute/presets.ts';
import type { AbsoluteRecord } from '../../src/article/figures/absolute/still.ts';
import { networkOf } from '../../src/article/figures/neurons/network.ts';
import { absoluteCircuit } from '../../src/models/neurons/absolute-circuit.ts';
import { neuronMetrics } from '../../src/models/neurons/metrics.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { readNothingLoss } from '../../src/models/theory/read-nothing.ts';
import { bestStarts } from './best-starts.ts';

/** A share of a loss is printed in per cent; two digits more, so that rounding it twice changes nothing. */
const SHARE_DIGITS = 5;

/** @param p densities of the large network, 1 − S */
export async function sweepOver(p: readonly number[]): Promise<AbsoluteRecord['sweep']> {
  const [large] = absoluteParts({ ...figureDefaults('absolute'), ...PRESETS['100-in-40'].values, p });
  const { n, m, models } = large.problem;
  return (await bestStarts(large)).map(({ theta, loss }, k): AbsoluteRecord['sweep'][number] => {
    // One start a density: the models are in the order of the list.
    const network = networkOf(large.problem, models[k], Float32Array.from(theta));
    const { monosemantic, polysemantic } = neuronMetrics(network.W, n, m, network.W2);
    const { features } = absoluteCircuit(network);
    const computed = (way: 'both' | 'one'): number => features.filter((feature) => feature.computed === way).length;
    return {
      density: models[k].density[0],
      monosemantic,
      polysemantic,
      both: computed('both'),
      one: computed('one'),
      share: Number((loss / readNothingLoss(models[k])).toPrecision(SHARE_DIGITS)),
    };
  });
}

export async function absoluteStill(): Promise<AbsoluteRecord> {
  const [small] = absoluteParts(figureDefaults('absolute'));
  const sweep = await sweepOver(PRESETS['100-in-40'].values.p);
  return { command: 'npm run stills', models: await bestStarts(small), sweep };
}
