import { describe, expect, it, vi } from 'vitest';
import { clampValue } from '../../src/models/parameters/clamp.ts';
import { FIGURES, figureDefaults } from '../../src/models/parameters/figures.ts';
import recorded from '../../src/article/figures/absolute/still.json' with { type: 'json' };
import { motifFlow } from '../../src/article/figures/motif/flow.ts';
import { sentenceOf as motifSentence } from '../../src/article/figures/motif/words.ts';
import { sweepOver } from '../../scripts/stills/absolute.ts';
import { bestStarts } from '../../scripts/stills/best-starts.ts';
import type { NeuronKind } from '../../src/viz/neuron-view.ts';
import { absoluteCircuit } from '../../src/models/neurons/absolute-circuit.ts';

vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => ({ workers: 1 }) }));

const { Absolute } = await import('../../src/article/figures/absolute/absolute.svelte.ts');
const { absoluteParts } = await import('../../src/article/figures/absolute/parts.ts');
const { shownStill } = await import('../../src/article/figures/neurons/still.ts');
const { PRESETS, PRESET_NAMES, presetOf } = await import('../../src/article/figures/absolute/presets.ts');
const { claimOf, sentenceOf, sentenceText } = await import('../../src/article/figures/absolute/words.ts');

const defaults = figureDefaults('absolute');

describe('the still', () => {
  it('is the network that its command makes', async () => {
    expect(await bestStarts(absoluteParts(defaults)[0])).toEqual(recorded.models);
  });

  it('counts for the text what its command finds', async () => {
    // The density at which neurons of both kinds stand side by side.
    const [again] = await sweepOver([0.03]);
    expect(recorded.sweep).toContainEqual(again);
  });

  it('is the circuit of the absolute value', () => {
    const absolute = new Absolute(recorded);
    expect(absolute.small).toBe(true);
    expect(sentenceText(sentenceOf(defaults, absolute.looked, 0, false))).toBe(
      'At density 0.3 (S = 0.7) all three features are computed exactly, a neuron for each side of zero.',
    );
    // Drawn at the scale at which the largest reading weight is 1.
    const { W, m } = absolute.looked.view;
    for (let k = 0; k < m; k++) {
      expect(Math.max(...[0, 1, 2].map((i) => Math.abs(W[i * m + k])))).toBe(1);
    }
    for (const loss of absolute.losses) expect(loss).toBeLessThan(1e-5);
  });

  it('says what a network that computes a part of its features does', () => {
    const absolute = new Absolute(recorded);
    const { looked } = absolute;
    // The neurons of the last feature are taken out.
    const { m } = looked.view;
    const W = Float64Array.from(looked.network.W, (w, at) => (at >= 2 * m ? 0 : w));
    const network = { ...looked.network, W };
    expect(sentenceText(sentenceOf(defaults, { ...looked, network }, 0.25, false))).toMatch(
      /two of the three features are computed; six neurons carry one feature each, no neuron carries several\. The loss is 25 %/,
    );
  });
});

describe('the sentence', () => {
  const say = (kinds: readonly NeuronKind[], target: (typeof defaults)['target'] = 'absolute'): string => {
    const { looked } = new Absolute(recorded);
    // Nothing is computed any more.
    const network = { ...looked.network, W: looked.network.W2 ?? [], W2: Array.from(looked.network.W, () => 0) };
    const view = { ...looked.view, kinds };
    return sentenceText(sentenceOf({ ...defaults, target }, { ...looked, network, view }, 0.5, false));
  };

  it('counts every neuron, those that do nothing as well', () => {
    const [one, none] = ['monosemantic', 'unused'] as const;
    expect(say([one, one, one, one, none, none])).toContain(
      'four neurons carry one feature each, no neuron carries several, two carry too little to count.',
    );
    expect(say([one, one, one, one, one, none], 'square')).toContain(
      'five of the six neurons carry one feature each, one carries too little to count.',
    );
    expect(say([one, one, one, one, one, one])).not.toContain('too little');
  });

  it('says of features of which one side is answered that they are, where none is whole', () => {
    const { looked } = new Absolute(recorded);
    const { n, m } = looked.view;
    /** Each of `whole` features has both its sides, each of `half` more has one. */
    const told = (whole: number, half: number): string => {
      const W = new Float64Array(n * m);
      const W2 = new Float64Array(n * m);
      for (let k = 0; k < 2 * whole + half; k++) {
        const feature = k < 2 * whole ? k >> 1 : k - whole;
        W[feature * m + k] = k < 2 * whole && k & 1 ? -1 : 1;
        W2[feature * m + k] = 1;
      }
      const network = { ...looked.network, W, W2 };
      return sentenceText(sentenceOf(defaults, { ...looked, network }, 0.5, false));
    };
    expect(told(0, 1)).toContain('one of the three features is computed, on one side only;');
    expect(told(0, 2)).toContain('two of the three features are computed, on one side only;');
    expect(told(1, 1)).toContain('one of the three features is computed, one more on one side only;');
    expect(told(3, 0)).not.toContain('of the three features');
    expect(told(0, 0)).toContain('none of the three features is computed;');
  });
});

describe('a network of GELU neurons', () => {
  it('is drawn as it was trained, in colours that reach as far as its largest weight', async () => {
    const values = { ...defaults, ...PRESETS.gelu.values, starts: 1 };
    const [start] = await bestStarts(absoluteParts(values)[0]);
    const absolute = new Absolute({ models: [start] });
    expect(absolute.looked.reach).toBe(1);
    const { own } = absolute;
    const [part] = absoluteParts(values);
    absolute.shown = [shownStill(part, [start])];
    expect(own).not.toBe(absolute.own);
    const { view, network, reach } = absolute.looked;
    expect(Array.from(view.W)).toEqual(Array.from(network.W));
    expect(reach).toBeGreaterThan(1);
    for (const weights of [view.W, view.W2 ?? [], view.b])
      for (const weight of Array.from(weights)) expect(Math.abs(weight)).toBeLessThanOrEqual(reach);
  });
});

describe('the presets', () => {
  it.each(PRESET_NAMES)('%s is recognised by its own name, in range, whatever was set before', (name) => {
    const before = { ...defaults, ...PRESETS[PRESET_NAMES.at(-1) ?? name].values };
    const values = { ...before, ...PRESETS[name].values };
    expect(presetOf(values)).toBe(name);
    for (const [key, value] of Object.entries(values)) {
      const parameter = FIGURES.absolute.parameters[key as keyof typeof values];
      expect(clampValue(parameter, value), key).toEqual(value);
    }
  });

  it('are not recognised once a setting has been changed', () => {
    expect(presetOf({ ...defaults, decay: 0.5 })).toBeNull();
  });
});

describe('the claim', () => {
  it('does not say of what was given to a network that the network made it', () => {
    expect(claimOf(defaults, true)).toBe('To compute |x|, a network gives each side of zero a neuron of its own');
    expect(claimOf({ ...defaults, begin: 'by-hand' }, true)).toMatch(/^Given neurons .* keeps them/);
    expect(claimOf({ ...defaults, begin: 'by-hand' }, false)).toMatch(/^Begun by hand/);
    expect(claimOf(defaults, false)).toMatch(/^More to compute than neurons/);
  });

  it('is true of a small network that began by hand: it still computes with the neurons that it was given', async () => {
    const [start] = await bestStarts(absoluteParts({ ...defaults, begin: 'by-hand', starts: 1 })[0]);
    const absolute = new Absolute({ models: [start] });
    const { features } = absoluteCircuit(absolute.looked.network);
    expect(features.map(({ positive, negative }) => [positive.neurons.length, negative.neurons.length])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('the motif', () => {
  it.each([1, 1.5, 2, 3])('at a = %f disturbs by a² and 1/a², and B takes the worse away', (a) => {
    const first = motifFlow(a, false, [1, 0]);
    expect(first.output[0].after).toBeCloseTo(1, 12);
    expect(first.output[1].after).toBeCloseTo(a * a, 12);
    const second = motifFlow(a, false, [0, -1]);
    expect(second.output[1].after).toBeCloseTo(1, 12);
    expect(second.output[0].after).toBeCloseTo(1 / (a * a), 12);
    expect(motifFlow(a, true, [1, 0]).output[1].after).toBeCloseTo(0, 12);
  });

  it('is told in words: what is wrong, and when both are right', () => {
    const say = (inhibited: boolean, x1: number, x2: number): string => {
      const { finding, after } = motifSentence(motifFlow(2, inhibited, [x1, x2]), inhibited);
      return finding + after;
    };
    expect(say(false, 1, 0)).toBe('Output 2 says 4.00 where 0.00 is right.');
    expect(say(false, 0, -1)).toBe('Output 1 says 0.25 where 0.00 is right.');
    expect(say(true, 1, 0)).toBe('Both outputs are right: what neuron A adds to the second, neuron B takes away.');
    expect(say(false, 0, 0)).toBe('Nothing is there, and nothing comes out.');
    expect(say(true, 1, -1)).toMatch(/^Output 1 says 1\.25 where 1\.00 is right\. Both inputs are there at once/);
  });
});
