import { expect, test } from 'vitest';
import { pages } from '../../src/article/pages.ts';
import { renderPage } from '../../src/article/render.ts';

const numbersOn = (file: string): number[] =>
  Array.from(renderPage(file).body.matchAll(/<span class="number[^"]*">Figure (\d+)/g), ([, number]) => Number(number));

test('figures are numbered one after the other in the order of the article’s pages', () => {
  const numbers = pages.flatMap(({ file }) => numbersOn(file));
  expect(numbers).toEqual(numbers.map((_, k) => k + 1));
});

test('text refers to figures that there are', () => {
  const bodies = pages.map(({ file }) => renderPage(file).body);
  const there = new Set(pages.flatMap(({ file }) => numbersOn(file)));
  const named = bodies.flatMap((body) => Array.from(body.matchAll(/Figure (\d+)/g), ([, number]) => Number(number)));
  expect(named.filter((number) => !there.has(number))).toEqual([]);
});
