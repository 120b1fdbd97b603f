import { describe, expect, test } from 'vitest';
import { shareUncrowded, shareWithCompany } from '../../src/article/prose/sample-shares.ts';
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
