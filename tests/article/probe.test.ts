import { describe, expect, it } from 'vitest';
import { STILL } from '../../src/article/figures/hero/recorded.ts';
import { heroNetwork, recordedNetwork, UNIVERSITIES, type Network } from '../../src/article/figures/probe/network.ts';
import { inputOf, PRESETS, type PresetKey } from '../../src/article/figures/probe/presets.ts';
import {
  arithmetic,
  claimOf,
  hiddenRows,
  originOf,
  sentenceOf,
  splitParts,
  splitWords,
  sumText,
} from '../../src/article/figures/probe/words.ts';
import { probed } from '../../src/article/pages/index/models.ts';
import { PICTURES } from '../../src/article/pages/index/where-next.ts';
import { pages } from '../../src/article/pages.ts';
import { lossByCount } from '../../src/models/evaluation/loss-by-count.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { probe } from '../../src/models/probe.ts';
import { readNothingLoss } from '../../src/models/theory/read-nothing.ts';
import { modelView } from '../../src/viz/model-view.ts';

const pairs = recordedNetwork(probed.pairs);
const pentagon = recordedNetwork(probed.pentagon);

/** The first of n features, at 0.9. */
const withOn = (n: number, on: number): number[] => Array.from({ length: n }, (_, i) => (i < on ? 0.9 : 0));

function said(network: Network, preset: PresetKey): string {
  const { before, finding, after } = sentenceOf(network, probe(network.probed, inputOf(preset, network.view)));
  return before + finding + after;
}

describe('the probe’s presets', () => {
  it('begin with the point: one alone is read right, its opposite with it and both are wrong', () => {
    expect(said(pairs, 'alone')).toMatch(/^Feature 1 is there alone, and it is read back right: 0\.90 as 0\.9/);
    expect(said(pairs, 'pair')).toMatch(/^Features 1 and \d are there at once, and both are read wrong: 0\.90 as 0/);
  });

  it('take the most important features that are neighbours, or opposite', () => {
    const at = inputOf('neighbours', pentagon.view).flatMap((x, i) => (x > 0 ? [i] : []));
    expect(at).toHaveLength(2);
    expect(at[0]).toBe(0);
    expect(pentagon.view.metrics.gram[at[1]]).toBeGreaterThan(0.2);
    const [, opposite] = inputOf('pair', pairs.view).flatMap((x, i) => (x > 0 ? [i] : []));
    expect(pairs.view.metrics.gram[opposite]).toBeLessThan(-0.9);
  });

  it('say of the universities that both are read at half', () => {
    expect(said(UNIVERSITIES, 'universities')).toBe(
      'Clemson and Duke are there at once, and both are read wrong: 0.90 as 0.45 and 0.90 as 0.45.',
    );
  });

  it('fit every model that Figure 1 can show', () => {
    for (const { view } of STILL.dial)
      for (const { value } of PRESETS.filter(({ value }) => value !== 'universities'))
        expect(inputOf(value, view)).toHaveLength(view.n);
  });

  it('probe the network that Figure 1 shows untouched', () => {
    expect(pentagon.view.W).toEqual(heroNetwork(figureDefaults('hero'), STILL.starts[0].theta).view.W);
    expect(pentagon.S).toBe(STILL.values.S);
  });
});

describe('the probe’s claim', () => {
  const claim = (preset: PresetKey): string => claimOf({ preset, changed: false });
  const outputs = (network: Network, preset: PresetKey): number[][] => {
    const input = inputOf(preset, network.view);
    const { rows, present } = probe(network.probed, input);
    return present.map((i) => [input[i], rows[i].after]);
  };

  it('is true of the choice that it stands over', () => {
    expect(claim('alone')).toContain('alone is read right');
    for (const [wanted, read] of outputs(pairs, 'alone')) expect(Math.abs(read - wanted)).toBeLessThan(0.1);
    expect(claim('pair')).toContain('opposite features at once cancel');
    for (const [, read] of outputs(pairs, 'pair')) expect(read).toBeLessThan(0.1);
    expect(claim('neighbours')).toContain('both read as too much');
    for (const [wanted, read] of outputs(pentagon, 'neighbours')) expect(read).toBeGreaterThan(wanted + 0.1);
    expect(claim('universities')).toContain('both read at half');
    for (const [wanted, read] of outputs(UNIVERSITIES, 'universities')) expect(read).toBeCloseTo(wanted / 2, 6);
  });

  it('says what holds of any input once the reader has changed it', () => {
    expect(claimOf({ preset: 'pair', changed: true })).toBe(claim('figure'));
    expect(claim('figure')).not.toMatch(/cancel|half|too much/);
  });
});

describe('what the probe says', () => {
  it('names the network: one of Figure 1 with its sparsity, or one set by hand', () => {
    expect(originOf(pairs)).toEqual({
      text: 'Arrows as Figure 1 trains them',
      at: { sparsity: '0.76', density: '0.24' },
    });
    expect(originOf(UNIVERSITIES).text).toMatch(/universities.*by hand.* 120°/);
    expect(originOf(UNIVERSITIES).at).toBeNull();
  });

  it('spells a row’s arithmetic out so that it can be followed', () => {
    const input = [0.9, 0.9, 0];
    const words = arithmetic(UNIVERSITIES, 0, probe(UNIVERSITIES.probed, input), input);
    expect(words).toBe(
      'Clemson reads 1.00 × 0.90 − 0.50 × 0.90 = 0.45. It should be 0.90: off by −0.45, which squared and times its importance of 1.00 costs 0.203.',
    );
    expect(arithmetic(UNIVERSITIES, 2, probe(UNIVERSITIES.probed, input), input)).toMatch(
      /reads −0\.50 × 0\.90 − 0\.50 × 0\.90 = −0\.90, and the ReLU makes it 0\. It should be 0\.00/,
    );
  });

  it('says nothing of a ReLU where there is none', () => {
    const linear: Network = { ...UNIVERSITIES, probed: { ...UNIVERSITIES.probed, activation: 'identity' } };
    const input = [0.9, 0.9, 0];
    const values = probe(linear.probed, input);
    expect(arithmetic(linear, 2, values, input)).not.toContain('ReLU');
    const { before, finding, after } = sentenceOf(linear, values);
    expect(before + finding + after).toContain('NC State, which is not there, is read as −0.90.');
  });

  it('has a sentence for an empty input and for many features', () => {
    const { before, finding } = sentenceOf(pentagon, probe(pentagon.probed, [0, 0, 0, 0, 0]));
    expect(before + finding).toBe('Nothing is there, and nothing is read.');
    expect(sentenceOf(pentagon, probe(pentagon.probed, [1, 1, 1, 1, 1])).finding).toBe('all of them are read wrong');
  });

  it('names three of many features and counts the rest', () => {
    const n = 20;
    const W = Array.from({ length: n }, (_, i) => [1, 0.2 + i / 100]).flat();
    const importance = Array<number>(n).fill(1);
    const view = modelView({ n, m: 2, W, b: Array<number>(n).fill(0), importance });
    const many: Network = { ...pentagon, view, probed: { ...view, activation: 'relu' } };
    const sentence = (x: readonly number[]): string => {
      const { before, finding, after } = sentenceOf(many, probe(many.probed, x));
      return before + finding + after;
    };
    const one = withOn(n, 1);
    expect(sentence(one)).toMatch(
      /Nineteen features that are not there are read too, most of all features 18, 19 and 20: as 0\.9\d, 0\.9\d and 0\.9\d\.$/,
    );
    expect(sentence(withOn(n, n))).toMatch(
      /^Twenty features are there at once, and all of them are read wrong, most of all features 18, 19 and 20: 0\.90 as [\d.]+, /,
    );
    // Four are still told one by one.
    expect(sentence(withOn(n, n - 4))).toMatch(/ Features 17, 18, 19 and 20, which are not there, are read as /);
  });

  it('says of two features that are read right that both are, and not that all of them are', () => {
    const square = modelView({ n: 2, m: 2, W: [0, 1, 1, 0], b: [0, 0], importance: [1, 1] });
    const own: Network = { ...pentagon, view: square, probed: { ...square, activation: 'relu' } };
    const { before, finding } = sentenceOf(own, probe(own.probed, [0.9, 0.9]));
    expect(before + finding).toBe('Features 1 and 2 are there at once, and both are read back right');
  });

  it.each([1, 3, 4])('tells h in all of its %i dimensions, in words and as a table', (m) => {
    const W = Array.from({ length: m * m }, (_, at) => (at % (m + 1) === 0 ? 1 : 0));
    const view = modelView({ n: m, m, W, b: Array<number>(m).fill(0), importance: Array<number>(m).fill(1) });
    const own: Network = { ...pentagon, view, probed: { ...view, activation: 'relu' } };
    const probed = probe(own.probed, Array<number>(m).fill(0.5));
    expect(sumText(own, probed)).toContain(`h is at ${Array<string>(m).fill('0.50').join(', ')}.`);
    const { head, rows } = hiddenRows(probed);
    expect(head).toEqual(['vector', ...Array.from({ length: m }, (_, k) => `h${k + 1}`)]);
    expect(rows).toEqual([['h', ...Array<string>(m).fill('0.500')]]);
  });

  it('gives shares of the split that follow the density', () => {
    const at = (p: number) => {
      const settings = { ...pairs.settings, density: pairs.settings.density.map(() => p) };
      return { split: lossByCount(settings, 2, pairs.theta), unread: readNothingLoss(settings) };
    };
    const [common, rare] = [at(0.5), at(0.05)];
    const cost = ({ split, unread }: typeof common) => splitParts(split, 5, unread).map((part) => part.cost);
    // Against reading nothing, what comes from several at once falls about as the density does.
    expect(cost(rare)[2]).toBeLessThan(cost(common)[2] / 4);
    expect(splitParts(common.split, 5, common.unread).reduce((sum, { often }) => sum + often, 0)).toBeCloseTo(1, 12);
    // One feature alone also costs what is left out: it is no name for interference.
    expect(splitParts(common.split, 5, common.unread).map(({ name }) => name)).toEqual([
      'nothing',
      'one feature',
      'two or more',
    ]);
    expect(splitWords(rare.split, 0.95)).toMatchObject({ sparsity: '0.95', density: '0.05' });
  });
});

it('the first page ends with a line for every page that follows it, but for the list of words and works', () => {
  const others = pages.map(({ file }) => file).filter((file) => !['index.html', 'references.html'].includes(file));
  expect(Object.keys(PICTURES)).toEqual(others);
});
