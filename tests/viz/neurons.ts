/** Fixed networks that the neurons' views must draw: known by construction, no training. */
import { neuronView, type NeuronKind, type NeuronView } from '../../src/viz/neuron-view.ts';

const decay = (n: number): number[] => Array.from({ length: n }, (_, i) => 0.8 ** i);

/** E19's small model: neurons ReLU(x_i) and ReLU(−x_i), both written to output i. */
export function pairs(n: number): NeuronView {
  const m = 2 * n;
  const W = Array.from({ length: n * m }, (_, at) => {
    const [i, k] = [Math.floor(at / m), at % m];
    return k === 2 * i ? 1 : k === 2 * i + 1 ? -1 : 0;
  });
  const kinds = Array.from({ length: m }, (): NeuronKind => 'monosemantic');
  return neuronView({ n, m, W, W2: W.map(Math.abs), b: Array(n).fill(0), importance: decay(n), kinds });
}

/** Weights of all sizes and both signs, some of them 0, without any chance: fractions of multiples of the golden ratio. */
export function mixed(n: number, m: number): NeuronView {
  const W = Array.from({ length: n * m }, (_, at) => {
    const x = ((at + 1) * 0.618033988749895) % 1;
    return at % 7 === 3 ? 0 : Math.sign(x - 0.4) * (2 * x - 1) ** 4;
  });
  const kinds = Array.from({ length: m }, (_, k): NeuronKind => (k % 3 === 0 ? 'monosemantic' : 'polysemantic'));
  return neuronView({ n, m, W, b: Array(n).fill(-0.2), c: Array(m).fill(0.1), importance: decay(n), kinds });
}

/** Neurons that carry nothing. */
export const idle = neuronView({
  n: 3,
  m: 2,
  W: Array(6).fill(0),
  b: [0, 0, 0],
  importance: [1, 1, 1],
  kinds: ['unused', 'unused'],
});

/** Every shape at once: m from 2 to 64, n from 3 to 100. */
export const networks: readonly (readonly [name: string, view: NeuronView])[] = [
  ['three pairs', pairs(3)],
  ['ten on five', mixed(10, 5)],
  ['six on two', mixed(6, 2)],
  ['a hundred on forty', mixed(100, 40)],
  ['twenty on sixty-four', mixed(20, 64)],
  ['idle neurons', idle],
];

export const WIDTHS = [260, 280, 420, 700, 1200] as const;

/** What no picture may contain: numbers that went wrong. */
export const BROKEN = /NaN|undefined|Infinity|\[object/;

/** How many elements carry a class of ours. */
export const marks = (html: string, name: string): number =>
  [...html.matchAll(/class="([^"]*)"/g)].filter(([, classes]) => classes.split(/\s+/).includes(name)).length;
