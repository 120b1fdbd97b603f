import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { judgeClaim } from '../../scripts/claims/judge.ts';
import { within } from '../../scripts/claims/tolerance.ts';
import Value from '../../src/article/pages/reproduction/Value.svelte';

const text = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

it('several numbers are headed by what their keys are: densities unless the claim says otherwise', () => {
  const shown = (by?: string): string => text(render(Value, { props: { value: { a: 1, b: 0.25 }, by } }).body);
  expect(shown()).toBe('density a : 1 b : 0.25');
  expect(shown('weights')).toBe('weights a : 1 b : 0.25');
});

it('a claim carries what its keys are, and waits for a theory that takes time', async () => {
  const claim = await judgeClaim({
    ...{ id: 'X', source: 's', statement: 't', paper: null, tolerance: within(1), by: 'side' },
    theory: () => Promise.resolve({ left: 1, right: 2 }),
    measure: () => Promise.resolve({ value: { left: 1.5 } }),
  });
  expect(claim).toMatchObject({ by: 'side', theory: { left: 1, right: 2 }, verdict: 'holds', deviations: [0.5] });
});
