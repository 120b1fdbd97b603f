import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { oddMinimum } from '../../src/models/theory/odd-feature.ts';
import recordedOdd from '../../src/article/figures/perturbed/still.json' with { type: 'json' };
import recordedSets from '../../src/article/figures/correlated/still.json' with { type: 'json' };
import { allStarts } from '../../scripts/stills/best-starts.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Perturbed } = await import('../../src/article/figures/perturbed/perturbed.svelte.ts');
const { perturbedParts } = await import('../../src/article/figures/perturbed/parts.ts');
const { foundOf } = await import('../../src/article/figures/perturbed/found.ts');
const { foundOf: foundSets } = await import('../../src/article/figures/correlated/found.ts');
const { STARTS_ALIKE } = await import('../../src/article/figures/correlated/starts-alike.ts');
const odd = await import('../../src/article/figures/perturbed/words.ts');
const { Correlated } = await import('../../src/article/figures/correlated/correlated.svelte.ts');
const { correlatedParts } = await import('../../src/article/figures/correlated/parts.ts');
const sets = await import('../../src/article/figures/correlated/words.ts');
const { PRESET_NAMES, PRESETS, presetOf } = await import('../../src/article/figures/correlated/presets.ts');
const { startsRun } = await import('../../src/article/figures/starts/take-home.ts');

const settled = (figure: { readonly status: string }): Promise<void> =>
  vi.waitFor(() => expect(figure.status).toBe('done'), { timeout: 20_000, interval: 5 });

beforeEach(() => (pool = new TrainingPool(localWorker, 2)));
afterEach(() => pool.terminate());

describe('the stills', () => {
  it('have the starts that their command makes', async () => {
    const [part] = perturbedParts(figureDefaults('perturbed'));
    expect(await allStarts(part)).toEqual([recordedOdd.starts]);
    const [own] = correlatedParts(figureDefaults('correlated'));
    expect(await allStarts(own)).toEqual([recordedSets.starts]);
  }, 30_000);

  it.each(Object.entries(STARTS_ALIKE))(
    'of %s, %i of the starts end as the best does, as the text says',
    async (name, alike) => {
      const [part] = correlatedParts({
        ...figureDefaults('correlated'),
        ...PRESETS[name as keyof typeof STARTS_ALIKE].values,
      });
      const [starts] = await allStarts(part);
      const ends = starts
        .sort((a, b) => a.loss - b.loss)
        .map((each) => sets.shortWords(foundSets(part.problem.models[0], each.theta, each)));
      expect(ends).toHaveLength(figureDefaults('correlated').starts);
      expect(ends.filter((end) => end === ends[0])).toHaveLength(alike);
    },
  );

  it('are the figures until something is trained', () => {
    const perturbed = new Perturbed(recordedOdd);
    expect(
      odd.sentenceText(odd.sentenceOf(perturbed.values, perturbed.best, perturbed.other, perturbed.least)),
    ).toMatch(
      /^Feature 1 comes 0\.3 times as often as the others: all five features are kept, and its neighbours have moved in to 65\.\d°, from 72° in a regular figure\. Keeping only four loses 4\.7 % more at best; the best start that ended there, 5\.\d % more\.$/,
    );
    expect(perturbed.curves?.crossing).toBeCloseTo(0.269, 2);
    const correlated = new Correlated(recordedSets);
    expect(sets.sentenceText(sets.sentenceOf(correlated.own.values, correlated.looked, correlated.found))).toMatch(
      /^At density 0\.05 \(S = 0\.95\) features that come together are at right angles\. The loss is 0\.00\d+\. \w+ of twelve starts end like this\.$/,
    );
    expect(correlated.row.map(({ density }) => density)).toEqual([...figureDefaults('correlated').p]);
  });
});

describe('figure perturbed', () => {
  const quick = { ...figureDefaults('perturbed'), starts: 3, steps: 400, batch: 64, engine: 'wasm' } as const;

  it('trains all starts in one round and sorts them by what they keep', async () => {
    const perturbed = new Perturbed(recordedOdd);
    perturbed.open({ ...quick, ratio: 0.12 });
    await settled(perturbed);
    expect(perturbed.found).toHaveLength(3);
    expect(perturbed.best.reading.oddKept).toBe(false);
    expect(perturbed.other?.reading.kept ?? 5).toBe(5);
    expect(
      startsRun('perturbed', perturbed.shown[0], perturbed)
        .models.map(({ index }) => index)
        .sort(),
    ).toEqual([0, 1, 2]);
  });

  it('shows no curves and no recorded dots where they do not apply', async () => {
    const perturbed = new Perturbed(recordedOdd);
    expect(perturbed.dots.length).toBeGreaterThan(quick.starts);
    perturbed.open({ ...quick, n: 4, m: 1 });
    await settled(perturbed);
    expect(perturbed.curves).toBeNull();
    expect(perturbed.dots).toHaveLength(quick.starts);
    expect(perturbed.best.view.m).toBe(1);
  });

  it('draws a model at the ratio that it was trained at, where the density cannot reach the reader’s', async () => {
    const perturbed = new Perturbed(recordedOdd);
    perturbed.open({ ...quick, S: 0.5, ratio: 4 });
    await settled(perturbed);
    const [{ density }] = perturbed.own.problem.models;
    expect(new Set(perturbed.dots.map(({ ratio }) => ratio))).toEqual(new Set([density[0] / density[1]]));
    expect(odd.ratioWords(perturbed.own.values)).toBe(
      '2 times as often as the others, and no more, for a density cannot exceed 1',
    );
    expect(odd.chartText(perturbed)).toContain('now 2;');
  });

  it('says of others that find no regular shape how many are kept, in words that fit the sentence', () => {
    const say = (W: readonly number[]): string => {
      const { length: n } = W;
      const found = foundOf(Float64Array.from([...W, ...W.map(() => 0)]), new Array<number>(n).fill(1), 0.1, 0);
      return odd.sentenceText(odd.sentenceOf({ S: 0.9, ratio: 0.5 }, found, null, null));
    };
    expect(say([0, 1, 0.9, 0, 0, 0, 0, 0])).toBe(
      'Feature 1 comes 0.5 times as often as the others: it is left out, and two of the others are kept: an irregular shape of two features in one dimension.',
    );
    expect(say([0, 1, -1])).toMatch(/it is left out, and the others form an opposite pair\.$/);
    expect(say([1, 0, 0])).toMatch(/: it is the only feature that is kept\.$/);
    expect(say([1, -1])).toMatch(/: both features are kept\.$/);
    expect(say([0, 1, 0])).toMatch(/it is left out, and of the others one is kept\.$/);
  });

  it('says that an odd feature as common as the others changes nothing', () => {
    const { best } = new Perturbed(recordedOdd);
    const regular = { ...best, reading: { ...best.reading, angle: 72.1 } };
    expect(odd.sentenceText(odd.sentenceOf({ S: 0.95, ratio: 1 }, regular, null, null))).toBe(
      'Feature 1 comes as often as the others: all five features are kept, its neighbours 72.1° from it, as in a regular figure.',
    );
  });
});

describe('what the other branch of figure perturbed loses', () => {
  const { best, other, least } = new Perturbed(recordedOdd);
  if (!other || least === null) throw new Error('nothing to compare');
  const say = (loss: number, atBest: number | null): string =>
    odd.sentenceOf({ S: 0.95, ratio: 0.3 }, best, { ...other, loss: best.loss * loss }, atBest && best.loss * atBest)
      .after;

  it('is its own least, not only that of the best start that ended there', () => {
    const { loss } = oddMinimum('pairs', 0.05, 0.3);
    expect(least).toBe(loss);
    expect(other.loss).toBeGreaterThan(1.005 * loss);
    expect(odd.leastWords(best, other, least)).toBe('computed, at best: 0.0066, +4.7 %');
  });

  it('is one number where the best start has got as far, or where nothing is computed', () => {
    expect(say(1.0561, 1.056)).toBe('. The best start that keeps only four loses 5.6 % more.');
    expect(say(1.0561, null)).toBe('. The best start that keeps only four loses 5.6 % more.');
    expect(odd.leastWords(best, { ...other, start: null }, other.loss)).toBeNull();
    expect(odd.leastWords(best, other, null)).toBeNull();
  });

  it('may be less than the figure’s best start, and than its own', () => {
    expect(say(1.006, 0.99)).toBe(
      '. Keeping only four loses 1.0 % less at best; the best start that ended there, 0.6 % more.',
    );
    expect(say(1.006, 1.001)).toBe(
      '. Keeping only four loses just as much at best; the best start that ended there, 0.6 % more.',
    );
  });
});

describe('figure correlated', () => {
  it('says of a start what it loses more, and from twice the loss on how many times as much', () => {
    expect(sets.excessText(0.00171, 0.0016)).toBe('+6.9 %');
    expect(sets.excessText(0.0048, 0.0016)).toBe('3.0 × the loss');
    expect(sets.excessText(0.01753, 0.0016)).toBe('11 × the loss');
    expect(sets.excessText(0.01, 0)).toBe('loss 0.0100');
  });

  it('says of principal components whether others are as good', () => {
    expect(sets.principalNote(false)).toMatch(/exact covariance of the data\.$/);
    expect(sets.principalNote(true)).toMatch(/several sets of them tie/);
  });

  it.each(PRESET_NAMES)('recognises %s by its own name, at any density', (name) => {
    const values = { ...figureDefaults('correlated'), ...PRESETS[name].values };
    expect(presetOf(values)).toBe(name);
    expect(presetOf({ ...values, S: 0.8 })).toBe(name);
    expect(presetOf({ ...values, decay: 0.9 })).toBeNull();
  });

  it('ranks starts by loss alone and trains a new density without the row again', async () => {
    const correlated = new Correlated(recordedSets);
    const quick = {
      ...figureDefaults('correlated'),
      starts: 3,
      steps: 60,
      batch: 32,
      p: [0.1, 0.3],
      engine: 'wasm',
    } as const;
    correlated.open(quick);
    await settled(correlated);
    const row = correlated.row.map(({ found }) => found.loss);
    correlated.set({ S: 0.8 });
    await settled(correlated);
    expect(correlated.row.map(({ found }) => found.loss)).toEqual(row);
    const losses = correlated.found.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(correlated.principal?.reading.collapsed).toBe(2);
  });
});
