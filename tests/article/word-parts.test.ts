import { expect, it } from 'vitest';
import { numberedParts } from '../../src/article/figure/word-parts.ts';

it('a word lights the part that it names, counted from 0, puts it out again, and nothing else', () => {
  const seen: unknown[] = [];
  const show = numberedParts({
    feature: (index) => seen.push(['feature', index]),
    neuron: (index) => seen.push(['neuron', index]),
  });
  show('feature-1', true);
  show('feature-1', false);
  show('neuron-12', true);
  for (const other of ['superposition', 'model-0.1', 'feature-', 'feature-two', 'shape-3']) show(other, true);
  expect(seen).toEqual([
    ['feature', 0],
    ['feature', null],
    ['neuron', 11],
  ]);
});
