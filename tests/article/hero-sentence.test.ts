import { describe, expect, test } from 'vitest';
import { STILL } from '../../src/article/figures/hero/recorded.ts';
import { sentenceOf, sentenceText } from '../../src/article/figures/hero/sentence.ts';
import { shownModel } from '../../src/article/figures/hero/shown.ts';

/** What is said of weights, [n, m], with biases of 0. */
function said(W: readonly (readonly number[])[], running = false, loss = 0.1): string {
  const [n, m] = [W.length, W[0].length];
  const theta = Float32Array.from([...W.flat(), ...W.map(() => 0)]);
  const shown = shownModel({ values: { ...STILL.values, n, m }, theta, loss, step: 1 });
  return sentenceText(sentenceOf(shown, false, false, running));
}

describe('the sentence of now', () => {
  test('gives one feature no more of its dimension than the small ones leave it', () => {
    const shared = [[0.6], [0.3], [0.3], [-0.3]];
    expect(said(shared)).toContain('one of the four features is kept in part, with 0.57 of the dimension to itself.');
    expect(said(shared, true)).toContain('with part of the dimension to itself.');
    expect(said([[1], [0], [0]])).toContain('one of the three features is kept, with the whole dimension to itself.');
  });

  test('says both of two', () => {
    expect(
      said([
        [1, 0],
        [0, 1],
      ]),
    ).toContain('both features are kept, at right angles');
    expect(
      said([
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toContain('two of the three features are kept, at right angles');
    expect(said([[1], [0]])).toContain('one of the two features is kept,');
  });

  test('holds no endless per cent', () => {
    expect(said([[1], [0]], false, 1e6)).toContain('is over 9,999 % of what it would be');
  });
});
