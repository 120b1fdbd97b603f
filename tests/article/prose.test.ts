import { describe, expect, test } from 'vitest';
import { shareUncrowded, shareWithCompany } from '../../src/article/prose/sample-shares.ts';
import still from '../../src/article/figures/hero/still.json' with { type: 'json' };
import { crowd, m } from '../../src/article/pages/index/at-scale.ts';
import { renderPage } from '../../src/article/render.ts';
import { shareInWords } from '../../src/article/prose/share-in-words.ts';

/** The same shares by walking through all 2ⁿ patterns of present features. */
function byPatterns(n: number, density: number): { company: number; uncrowded: number } {
  let several = 0;
  let uncrowded = 0;
  for (let pattern = 0; pattern < 2 ** n; pattern++) {
    const present = pattern.toString(2).replaceAll('0', '').length;
    const probability = density ** present * (1 - density) ** (n - present);
    if (present >= 2) several += probability;
    else uncrowded += probability;
  }
  const empty = (1 - density) ** n;
  return { company: several / (1 - empty), uncrowded };
}

describe.each([0.032, 0.1, 0.24, 0.5, 1])('at density %f', (density) => {
  test('the shares of crowded samples agree with counting every pattern', () => {
    for (const n of [1, 2, 5, 10]) {
      const counted = byPatterns(n, density);
      expect(shareWithCompany(n, density)).toBeCloseTo(counted.company, 12);
      expect(shareUncrowded(n, density)).toBeCloseTo(counted.uncrowded, 12);
    }
  });
});

test('a share is named by the fraction next to it, and by which side of it it lies on', () => {
  expect(shareInWords(0.4637)).toBe('nearly half');
  expect(shareInWords(0.5)).toBe('half');
  expect(shareInWords(0.1989)).toBe('one in five');
  expect(shareInWords(0.9185)).toBe('just over nine in ten');
});

test('a share with no fraction near it is said in per cent', () => {
  expect(shareInWords(0.02)).toBe('2 %');
  expect(shareInWords(0.99)).toBe('99 %');
});

describe('the text of the first page', () => {
  const text = renderPage('index.html')
    .body.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+|&nbsp;/g, ' ');

  test('quotes the bias that Figure 1 shows for feature 1 before anything is touched', () => {
    // Five rows of two weights come first.
    const bias = still.best.theta[10];
    expect(bias).toBeLessThan(0);
    expect(text).toContain(`a negative bias, \u2212${(-bias).toFixed(2)} for feature 1 at S = 0.90`);
  });

  test('names no colour: a mark in the text has the colour of either theme', () => {
    expect(text.match(/\b(graphite|coral|indigo|gr[ae]y|blue|violet|magenta|azure|peach)\b/gi)).toBeNull();
    expect(text).toMatch(/a positive cell adds, ?a negative cell takes away/);
  });

  test('says of the density where the last feature gives up its dimension that none has one left', () => {
    expect(crowd.view.metrics.dedicated).toBe(0);
    expect(crowd.view.metrics.represented).toBe(2 * m);
    expect(text).toContain(`At density ${crowd.density} no feature has a dimension to itself`);
  });

  test('says what reading nothing answers: half of the density', () => {
    expect(text).toMatch(/half its density: 0\.05 at S = 0\.90/);
  });
});

test('a word that sets the sparsity says the density too', () => {
  const { body } = renderPage('index.html');
  const words = Array.from(body.matchAll(/<button[^>]*data-set="hero"[^>]*>/g), ([tag]) => tag);
  const sparsities = words.filter((tag) => !tag.includes('model'));
  expect(sparsities.length).toBeGreaterThan(5);
  for (const tag of sparsities) {
    const [, sparsity, density] = /title="sparsity ([\d.]+), density ([\d.]+)"/.exec(tag) ?? [];
    expect(Number(sparsity) + Number(density), tag).toBeCloseTo(1, 12);
    expect(tag).toContain(`&quot;S&quot;:${String(Number(sparsity))}`);
  }
});
