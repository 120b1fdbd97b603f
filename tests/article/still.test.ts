import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { heroStill } from '../../scripts/stills/hero.ts';

it('the still that ships is what its command makes', async () => {
  const shipped: unknown = JSON.parse(
    readFileSync(new URL('../../src/article/figures/hero/still.json', import.meta.url), 'utf8'),
  );
  expect(await heroStill()).toEqual(shipped);
});
