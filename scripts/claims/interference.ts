/** One dimension, two opposite features: the loss by how many of them are present (models/evaluation/loss-by-count.ts). */
import { meanLoss } from '../../src/models/evaluation/mean-loss.ts';
import { emptyProbability, nonEmptySamples } from '../../src/models/evaluation/samples.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import type { ExperimentDefinition } from './definition.ts';
import { within, withinShare } from './tolerance.ts';

const SOURCE = 'Alternating and simultaneous interference, from Nanda’s glossary; loss by integration';
const DENSITIES = [0.5, 0.3, 0.1];
/** At p = .1 one non-empty sample in twenty holds both: their mean loss is then good to a quarter of a per cent. */
const SAMPLES = 1 << 22;
/** W₁ = 1, W₂ = −1, no biases. */
const PAIR = Float32Array.of(1, -1, 0, 0);

interface Split {
  alternating: number;
  simultaneous: number;
}

const known = new Map<number, Split>();

/** Contributions to the loss per sample, from evaluation samples with one feature and with both. */
function splitLoss(p: number): Split {
  const split = known.get(p) ?? measuredSplit(p);
  known.set(p, split);
  return split;
}

function measuredSplit(p: number): Split {
  const settings: ModelSettings = {
    ...{ family: 'relu', density: [p, p], importance: [1, 1] },
    ...{ seed: 1, start: 0, model: 0 },
  };
  const split: Split = { alternating: 0, simultaneous: 0 };
  const share = (1 - emptyProbability(settings)) / SAMPLES;
  for (const chunk of nonEmptySamples(settings, SAMPLES)) {
    for (let from = 0; from < chunk.length; from += 2) {
      const x = chunk.subarray(from, from + 2);
      split[x[0] !== 0 && x[1] !== 0 ? 'simultaneous' : 'alternating'] += share * meanLoss(settings, 1, PAIR, x);
    }
  }
  return split;
}

const byDensity = (value: (p: number) => number): Record<string, number> =>
  Object.fromEntries(DENSITIES.map((p) => [String(p), value(p)]));

export const interference: ExperimentDefinition = {
  id: 'interference',
  title: 'Alternating and simultaneous interference',
  protocol: `Nothing is trained: two features of importance 1 as opposite directions of length 1 in one dimension, with a ReLU and without biases, on ${SAMPLES.toLocaleString('en')} samples that hold something.`,
  claims: [
    {
      id: 'interference.alternating',
      source: SOURCE,
      statement: 'Loss from the samples that hold one of the two',
      paper: null,
      theory: 0,
      tolerance: within(1e-12),
      measure: () => Promise.resolve({ value: byDensity((p) => splitLoss(p).alternating) }),
    },
    {
      id: 'interference.split',
      source: SOURCE,
      statement: 'Loss from the samples that hold both, p²/3',
      paper: null,
      theory: byDensity((p) => p ** 2 / 3),
      tolerance: withinShare(0.01),
      measure: () => Promise.resolve({ value: byDensity((p) => splitLoss(p).simultaneous) }),
    },
  ],
};
