import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { graphSentence, neuronSentence, neuronsSummary } from '../../src/viz/describe-neurons.ts';
import FeatureLosses from '../../src/viz/FeatureLosses.svelte';
import LossPair from '../../src/viz/LossPair.svelte';
import NetworkGraph from '../../src/viz/NetworkGraph.svelte';
import { neuronLight } from '../../src/viz/neuron-light.ts';
import { weightRows } from '../../src/viz/neuron-rows.ts';
import { neuronView, type NeuronKind, type NeuronView } from '../../src/viz/neuron-view.ts';
import NeuronLegend from '../../src/viz/NeuronLegend.svelte';
import NeuronStacks from '../../src/viz/NeuronStacks.svelte';
import SignalFlow from '../../src/viz/SignalFlow.svelte';
import StackStrip from '../../src/viz/StackStrip.svelte';
import WeightMatrix from '../../src/viz/WeightMatrix.svelte';
import { motif } from './motif.ts';
import { BROKEN, idle, marks, mixed, networks, pairs } from './neurons.ts';

const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;
const LITERAL = /#[0-9a-f]{3,8}\b(?!-)|\b(?:rgb|hsl|oklch|oklab)\((?!var)|(?:fill|stroke):\s*(?:white|black)/i;
const WIDTHS = [280, 700, 1200];

describe.each(networks)('the server’s pictures of %s', (_, view) => {
  it('are whole at every width and in any light, without a colour of their own', () => {
    for (const width of WIDTHS)
      for (const light of [{}, { lit: 1 }, { neuron: 1 }, { lit: 2, neuron: 0 }, { lit: 999, neuron: 999 }]) {
        const props = { view, width, ...light };
        const html =
          render(WeightMatrix, { props }).body +
          render(NeuronStacks, { props }).body +
          render(NeuronStacks, { props: { ...props, absolute: true, weights: 'writes' } }).body;
        expect(html).not.toMatch(BROKEN);
        expect(html).not.toMatch(LITERAL);
      }
  });

  it('have one option a neuron, and one of them in the tab order', () => {
    const { body } = render(NeuronStacks, { props: { view, width: 700, neuron: 1 } });
    expect(count(body, /role="option"/g)).toBe(view.m);
    expect(count(body, /tabindex="0"/g)).toBe(1);
    expect(body).toMatch(/aria-label="Neuron 2,[^>]*aria-selected="true"[^>]*tabindex="0"/);
  });
});

describe('the stack plot', () => {
  it('marks the kinds of neurons by a glyph and a ground, not by colour alone', () => {
    const { body } = render(NeuronStacks, { props: { view: mixed(10, 5), width: 700 } });
    // Two whole glyphs, three in three slices, three tinted grounds.
    expect([marks(body, 'full'), marks(body, 'several')]).toEqual([2 + 3 * 3, 3]);
    expect(marks(render(NeuronStacks, { props: { view: idle, width: 700 } }).body, 'empty')).toBe(2);
  });

  it('outlines the lit feature in every column and dims the rest', () => {
    const view = mixed(10, 5);
    const body = render(NeuronStacks, { props: { view, width: 700, lit: 4 } }).body;
    const [, path] = /class="lit[^"]*" d="([^"]*)"|d="([^"]*)" class="lit/.exec(body)?.filter(Boolean) ?? [];
    const carried = Array.from({ length: 5 }, (_, k) => view.W[4 * 5 + k]).filter((w) => Math.abs(w) > 0.01);
    expect(count(path, /M/g)).toBe(carried.length);
    expect(marks(body, 'dim')).toBe(1);
    expect(marks(render(NeuronStacks, { props: { view, width: 700 } }).body, 'dim')).toBe(0);
  });

  it('reads out the weight of the lit feature on the lit neuron', () => {
    const { body } = render(NeuronStacks, { props: { view: pairs(3), width: 280, lit: 1, neuron: 3 } });
    expect(body.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ')).toMatch(/feature 2 on neuron 4 <tspan[^>]*>−1.00</);
  });

  it('stacks what the neurons write when it is asked to', () => {
    const read = render(NeuronStacks, { props: { view: pairs(3), width: 700 } }).body;
    const written = render(NeuronStacks, { props: { view: pairs(3), width: 700, weights: 'writes' } }).body;
    expect(read).toContain('Neuron 2, monosemantic: feature 1 with −1.00.');
    expect(written).toContain('Neuron 2, monosemantic: feature 1 with 1.00.');
  });
});

describe('the matrix', () => {
  it('prints every weight and bias of a small network, and draws a large one on canvases', () => {
    const small = render(WeightMatrix, { props: { view: mixed(10, 5), width: 420 } }).body;
    expect(count(small, /light-dark\(var\(--on-/g)).toBe(10 * 5 + 10 + 5);
    const large = render(WeightMatrix, { props: { view: { ...mixed(100, 40), W2: mixed(100, 40).W }, width: 1200 } });
    expect(count(large.body, /<canvas/g)).toBe(2);
    expect(large.body).not.toMatch(BROKEN);
  });

  it('names the row of hidden biases where there is one', () => {
    const named = (view: NeuronView): boolean =>
      render(WeightMatrix, { props: { view, width: 280 } }).body.includes('bias of the neurons');
    expect([named(mixed(10, 5)), named(pairs(3))]).toEqual([true, false]);
  });

  it('shows W₂ unless it is asked not to', () => {
    const draw = (writes?: boolean): string =>
      render(WeightMatrix, { props: { view: pairs(3), width: 700, ...(writes === undefined ? {} : { writes }) } }).body;
    expect(draw()).toContain('>writes<');
    expect(draw(false)).not.toContain('>writes<');
  });

  it('is an image with the network’s summary for a name', () => {
    const { body } = render(WeightMatrix, { props: { view: mixed(10, 5), width: 420 } });
    expect(body).toContain('aria-label="The weights of 10 features on 5 neurons: 2 monosemantic, 3 polysemantic."');
  });
});

describe('the colours of a matrix', () => {
  const view = { ...pairs(1), W: [5, -2.5], W2: [1, 5] };
  const fills = (reach?: number): number =>
    new Set(
      [
        ...render(WeightMatrix, { props: { view, width: 700, ...(reach ? { reach } : {}) } }).body.matchAll(
          /<path d="M\d[^>]*style="fill: ([^"]*)"/g,
        ),
      ].map(([, color]) => color),
    ).size;
  const ends = (reach?: number): string[] =>
    [
      ...render(WeightMatrix, { props: { view, width: 700, ...(reach ? { reach } : {}) } }).body.matchAll(
        /<text[^>]*text-anchor="(?:start|middle|end)"[^>]*>([^<]*)</g,
      ),
    ]
      .map(([, end]) => end)
      .slice(-3);

  it('reach as far as they are told, and the ramp says how far', () => {
    expect(ends()).toEqual(['−1', '0', '1']);
    expect(ends(5.02)).toEqual(['−5.0', '0', '5.0']);
    // Beyond 1, 5 and 2.5 have the colours of 1 and −1.
    expect(fills(5.02)).toBeGreaterThan(fills());
  });
});

describe('the graph', () => {
  it('has a circle a node, a line a weight, and an arrow at both ends of each feature', () => {
    const { body } = render(NetworkGraph, { props: { view: pairs(3), width: 280 } });
    expect([count(body, /<circle/g), count(body, /<line/g), count(body, /<path/g)]).toEqual([12, 12, 6]);
    expect(marks(body, 'number')).toBe(0);
  });

  it('prints the weights of the lit feature, or of the lit neuron, and dims the others', () => {
    const feature = render(NetworkGraph, { props: { view: pairs(3), width: 700, lit: 0 } }).body;
    expect([marks(feature, 'number'), marks(feature, 'dim')]).toEqual([4, 8]);
    const neuron = render(NetworkGraph, { props: { view: pairs(3), width: 700, neuron: 1 } }).body;
    expect([marks(neuron, 'number'), marks(neuron, 'dim')]).toEqual([2, 10]);
    expect(feature + neuron).not.toMatch(BROKEN);
  });
});

describe('the flow', () => {
  it('prints the motif’s names or its numbers, and what the ReLU clips', () => {
    for (const width of [280, 1200])
      for (const inhibited of [false, true]) {
        const flow = motif(2, inhibited, [0.5, 0.5]);
        const named = render(SignalFlow, { props: { flow, named: true, width } }).body;
        const numbers = render(SignalFlow, { props: { flow, width } }).body;
        expect(named + numbers).not.toMatch(BROKEN);
        expect(named + numbers).not.toMatch(LITERAL);
        expect(named).toContain('−1/');
        expect(numbers).toContain('× −.50');
        expect(marks(named, 'clipped')).toBe(inhibited ? 1 : 0);
        expect(named.includes('ReLU(−.50) =')).toBe(inhibited);
      }
  });
});

describe('the strip of stack plots', () => {
  const view = (poly: number): NeuronView =>
    neuronView({
      ...mixed(10, 5),
      kinds: Array.from({ length: 5 }, (_, k) => (k < poly ? 'polysemantic' : 'monosemantic')),
    });
  const models = [1, 0.3, 0.1].map((density, k) => ({
    key: `${density}`,
    density,
    label: `at ${density}`,
    view: view(k),
  }));

  it('is one group of radios with each model’s counts, on one scale', () => {
    for (const width of WIDTHS) {
      const { body } = render(StackStrip, { props: { models, width, selected: '0.3', family: 'ReLU hidden layer' } });
      expect(count(body, /role="radio"/g)).toBe(3);
      expect(body).toMatch(/aria-checked="true" aria-label="at 0.3" tabindex="0"/);
      expect([...body.matchAll(/<b[^>]*>(\d)<\/b><span/g)].map(([, each]) => Number(each))).toEqual([5, 0, 4, 1, 3, 2]);
      expect(body).not.toMatch(BROKEN);
      expect(body).not.toContain('unused');
      const axes = [...body.matchAll(/class="axis[^"]*"[^>]*y1="([\d.]+)"/g)].map(([, y]) => y);
      expect([axes.length, new Set(axes).size]).toEqual([3, 1]);
    }
  });
});

describe('a strip with neurons that do nothing', () => {
  it('counts them too, in every panel', () => {
    const models = [pairs(1), { ...pairs(1), kinds: ['unused', 'monosemantic'] as const }].map((view, k) => ({
      key: `${k}`,
      density: 1 / (k + 1),
      label: `${k}`,
      view,
    }));
    const { body } = render(StackStrip, { props: { models, width: 700, selected: '0', family: 'networks' } });
    expect([...body.matchAll(/<b[^>]*>(\d)<\/b><span/g)].map(([, each]) => Number(each))).toEqual([2, 0, 0, 1, 0, 1]);
  });
});

describe('the other views', () => {
  it('draw a bar for each feature that costs something, in its superposition’s colour', () => {
    const losses = Array.from({ length: 10 }, (_, i) => i / 10);
    for (const width of WIDTHS)
      for (const scale of ['linear', 'log'] as const) {
        const props = { view: mixed(10, 5), losses, nothing: Array(10).fill(1), width, scale };
        const { body } = render(FeatureLosses, { props });
        expect(body).not.toMatch(BROKEN);
        expect(count(body, /<rect[^>]*fill:/g)).toBe(9);
      }
  });

  it('draw two losses with what they were', () => {
    const losses = [
      { name: 'linear', loss: 0.03, before: 0.03 },
      { name: 'ReLU', loss: 0.06, before: 0.02 },
    ];
    const { body } = render(LossPair, { props: { losses, baseline: 'as trained', width: 280 } });
    expect(body).toContain(
      'aria-label="linear: loss 0.0300, as trained 0.0300. ReLU: loss 0.0600, as trained 0.0200."',
    );
    expect(count(body, /<circle/g)).toBe(2);
  });

  const legend = (kinds: readonly NeuronKind[], apart = false): string =>
    render(NeuronLegend, { props: { kinds, share: 0.75, apart, rest: true } }).body;

  it('name each kind of neuron that is there beside its glyph, once', () => {
    const all = legend(['unused', 'polysemantic', 'monosemantic', 'unused']);
    for (const word of [
      'monosemantic',
      'several features',
      'unused',
      'too little to count',
      'pale column',
      'too small',
    ])
      expect(all.split(word), word).toHaveLength(2);
    expect(all).not.toMatch(LITERAL);
    const none = legend(['unused', 'unused']);
    expect([marks(none, 'empty'), marks(none, 'full'), marks(none, 'pale')]).toEqual([1, 0, 0]);
  });

  it('say of a neuron of one feature how much of it that is, and that it may write to others where it can', () => {
    expect(legend(['monosemantic'])).toContain('mainly one feature (at least 75 % of its weights)<');
    expect(legend(['monosemantic'], true)).toContain(
      'reads mainly one feature (at least 75 % of its weights); it may still write to others<',
    );
  });
});

describe('neurons in words', () => {
  it('name what each neuron reads, the largest first, and what it writes', () => {
    expect(neuronSentence(pairs(3), 3)).toBe('Neuron 4, monosemantic: feature 2 with −1.00.');
    expect(neuronSentence(idle, 0)).toBe('Neuron 1, unused: no feature.');
    expect(neuronSentence(pairs(3), 1, { number: 9, weights: pairs(3).W2 })).toBe(
      'Neuron 9, monosemantic: feature 1 with 1.00.',
    );
    expect(neuronSentence(mixed(100, 40), 0)).toMatch(/, \d+ more\.$/);
    expect(graphSentence(pairs(2))).toContain(
      'Neuron 1, monosemantic: feature 1 with 1.00. It writes feature 1 with 1.00.',
    );
    expect(neuronsSummary({ n: 1, m: 1, kinds: ['polysemantic'] })).toBe('1 feature on 1 neuron: 1 polysemantic.');
  });

  it('say why a neuron that has weights counts as unused', () => {
    const { n, m, W, b, importance } = pairs(1);
    const unused = (read: number, written?: number): NeuronView =>
      neuronView({
        n,
        m,
        b,
        importance,
        kinds: ['unused', 'unused'],
        W: Array.from(W, (w) => w * read),
        ...(written === undefined ? {} : { W2: [written, written] }),
      });
    expect(neuronSentence(unused(1, 0.01), 0)).toBe(
      'Neuron 1, unused, for it writes too little to count: feature 1 with 1.00.',
    );
    expect(neuronSentence(unused(0.15, 1), 1)).toBe(
      'Neuron 2, unused, for it reads too little to count: feature 1 with −0.15.',
    );
    expect(neuronSentence(unused(0.3), 0)).toBe(
      'Neuron 1, unused, for its weights are too small to count: feature 1 with 0.30.',
    );
  });

  it('give a table a row for each feature and one for the hidden biases', () => {
    for (const view of [pairs(3), mixed(10, 5)]) {
      const { head, rows } = weightRows(view);
      expect(rows).toHaveLength(view.n + (view.c ? 1 : 0));
      for (const row of rows) expect(row).toHaveLength(head.length);
      expect(new Set(head).size).toBe(head.length);
    }
    expect(weightRows(pairs(2)).rows[1]).toEqual([
      '2',
      '0.800',
      '0.000',
      '0.000',
      '1.000',
      '−1.000',
      '0.000',
      '0.000',
      '1.000',
      '1.000',
      '0.000',
    ]);
  });

  it('come from a view whose arrays fit', () => {
    expect(() => neuronView({ ...pairs(2), kinds: ['unused'] })).toThrow(RangeError);
    expect(() => neuronView({ ...pairs(2), W2: [1] })).toThrow(RangeError);
    expect(() => neuronView({ ...pairs(2), c: [1] })).toThrow(RangeError);
  });
});

describe('the light on a picture of neurons', () => {
  it('is on feature and neuron under the pointer, and goes out with it', () => {
    const seen: unknown[] = [];
    const handlers = neuronLight(100, (x) => (x < 50 ? { feature: 2, neuron: 1 } : null), {
      onlight: (feature) => seen.push(['feature', feature]),
      onneuron: (neuron) => seen.push(['neuron', neuron]),
    });
    // Drawn at half its size: 20 px on the page are 40 in the picture.
    const box = { left: 0, top: 0, width: 50, height: 50 };
    const event = (clientX: number): PointerEvent =>
      ({ clientX, clientY: 0, pointerType: 'mouse', currentTarget: { getBoundingClientRect: () => box } }) as never;
    handlers.onpointermove(event(20));
    expect(seen.splice(0)).toEqual([
      ['feature', 2],
      ['neuron', 1],
    ]);
    handlers.onpointermove(event(40));
    handlers.onpointerleave(event(0));
    expect(seen).toEqual([
      ['feature', null],
      ['neuron', null],
      ['feature', null],
      ['neuron', null],
    ]);
  });
});
