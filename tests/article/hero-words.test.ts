import { describe, expect, it } from 'vitest';
import { STILL } from '../../src/article/figures/hero/recorded.ts';
import { sentenceOf, sentenceText } from '../../src/article/figures/hero/sentence.ts';

const shown = STILL.dial[STILL.dial.length - 1];
/** Of five features that are kept, some of them in part. */
const said = (represented: readonly number[], partly: readonly number[]): string =>
  sentenceText(sentenceOf({ ...shown, geometry: { ...shown.geometry, represented, partly } }));

describe('the sentence of Figure 1', () => {
  it('counts what is kept in part apart: the first number is that of the guess and of the other figures', () => {
    expect(said([0, 1, 2, 3, 4], [])).toContain(' all five features are kept, as');
    expect(said([0, 1, 2, 3, 4], [3, 4])).toContain(' three of the five features are kept and two in part, as');
    expect(said([0, 1], [1])).toContain(' one of the five features is kept and one in part, as');
    expect(said([0, 1], [0, 1])).toContain(' two of the five features are kept in part, as');
    expect(said([0, 1, 2, 3, 4], [0, 1, 2, 3, 4])).toContain(' all five features are kept in part, as');
    expect(said([], [])).toContain(' no feature is kept:');
  });
});
