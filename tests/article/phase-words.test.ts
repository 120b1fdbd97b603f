import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { sentenceOf, sentenceText, readout } from '../../src/article/figures/phase/words.ts';
import { stillPicture, type PhaseStill } from '../../src/article/figures/phase/still.ts';
import { cellAt } from '../../src/models/phase/grid.ts';
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
