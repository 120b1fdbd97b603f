import { expect, test } from 'vitest';
import { decodeLink } from '../../src/article/links/index.ts';
import { linkNotices } from '../../src/article/links/notices.ts';

const said = (link: string): string[] => linkNotices(decodeLink(link).notes).map(({ text }) => text);

test('what is wrong with a link is said in a line for what is ignored and one for what is corrected', () => {
  expect(said('?v=1&hero.S=0.5')).toEqual([]);
  expect(said('?utm_source=mail')).toEqual(['utm_source is not a parameter; ignored']);
  expect(said('?a=1&b=1&hero.S=2&hero.n=x')).toEqual([
    'a and b are not parameters; ignored',
    'hero.n=x is not a number; using 5. hero.S=2 is out of range; using 0.999.',
  ]);
});

test('however much is wrong with a link, the first few are named and the rest counted', () => {
  const unknown = Array.from({ length: 60 }, (_, k) => `key${k}=1`).join('&');
  const wrong = 'hero.n=x&hero.m=x&hero.S=x&hero.decay=x&hero.seed=x&hero.lr=x';
  const [ignored, corrected, ...others] = said(`?${unknown}&${wrong}`);
  expect(ignored).toBe('key0, key1, key2, key3 and 56 more are not parameters; ignored');
  expect(corrected).toMatch(/^hero\.n=x is not a number; using 5\. .* 2 more were corrected\.$/);
  expect(others).toEqual([]);
});
