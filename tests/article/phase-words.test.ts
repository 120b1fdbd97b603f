import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { cutSentence, kinkAt } from '../../src/article/figures/phase/cut.ts';
import { sentenceOf, sentenceText, readout } from '../../src/article/figures/phase/words.ts';
import { stillPicture, type PhaseStill } from '../../src/article/figures/phase/still.ts';
import { cellAt } from '../../src/models/phase/grid.ts';
import { switches, type Cut } from '../../src/models/theory/cut-losses.ts';
import { boundaryDensity } from '../../src/models/theory/phase.ts';
import { describePlace } from '../../src/viz/describe-phase.ts';
import { featureSentence } from '../../src/viz/describe.ts';
import { cellView } from '../../src/article/figures/phase/view.ts';

const still = JSON.parse(
  readFileSync(new URL('../../src/article/figures/phase/still.json', import.meta.url), 'utf8'),
) as PhaseStill;
const { values, map, shows } = stillPicture(still);
/** A cross-hair off its cell's centre. */
const place = { r: 0.42, p: 0.13 };
const cell = map.read(cellAt(map.grid, place));
if (!cell) throw new Error('The record has no model there.');

describe('what is said of the cell under the cross-hair', () => {
  it('is said of the place where its model was trained: in the sentence, in the map’s description and in the table', () => {
    expect(sentenceText(sentenceOf(values, cell))).toMatch(
      /^In the cell at importance 0\.40 and density 0\.13 \(S = 0\.87\) the second feature shares a dimension, pointing the other way\. The cell’s trained model loses 0\.00\d\d; the best of the three by theory, 0\.00\d\d\.$/,
    );
    const where = `In the cell at importance 0.40 and density 0.13 feature 2 is shared`;
    expect(describePlace({ ...map, shows }, 2, place).startsWith(where)).toBe(true);
    expect(featureSentence(cellView(values, cell.r, cell.theta), 1)).toContain('importance 0.40: shared');
  });

  it('has the words of the legend where the pointer is, too', () => {
    expect(readout(values, cell)).toMatch(/^importance 0\.40, density 0\.13: shared, W = /);
  });
});

describe('the sentence of a cut', () => {
  const { values } = stillPicture(still);
  const cut = (axis: Cut['axis'], r: number, p: number): Cut => {
    return { grid: map.grid, n: 2, law: values.law, axis, place: { r, p } };
  };

  it('goes the way the axis is drawn, and says what its line does: of shares, one of the two slopes is flat', () => {
    const c = cut('density', 0.42, 0.13);
    const { finding, after } = cutSentence(c);
    expect(finding).toBe('At density 0.410 the best answer switches');
    expect(after).toBe(
      ' from “left out” to “shared”. Going to rarer data, the loss falls by 0.054 per unit of density before the switch ' +
        'and by 0.194 after it. The plot shows shares: there the line is flat, then falls.',
    );
    // Of r (p/3 − p²/4) and (1 + r) p²/6.
    const p = boundaryDensity(2, 0.42);
    const [before, later] = kinkAt(c, switches(c)[0]).slopes;
    expect(before).toBeCloseTo(-0.42 * (1 / 3 - p / 2), 6);
    expect(later).toBeCloseTo((-1.42 * p) / 3, 6);
  });

  it('names what rises and what stays, too', () => {
    expect(cutSentence(cut('importance', 1.2, 0.4)).after).toContain(
      'the loss rises by 0.093 per unit of importance before the switch and by 0.027 after it. ' +
        'The plot shows shares: there the line rises, then is flat. There is one more switch on the way.',
    );
    expect(cutSentence(cut('importance', 3, 0.7)).after).toContain('and stays the same after it.');
  });
});
