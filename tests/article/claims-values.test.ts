import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { judgeClaim } from '../../scripts/claims/judge.ts';
import { within } from '../../scripts/claims/tolerance.ts';
import KeyedValues from '../../src/article/pages/reproduction/KeyedValues.svelte';

const text = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('several numbers', () => {
  const shown = (props: ComponentProps<typeof KeyedValues>): string => text(render(KeyedValues, { props }).body);

  it('are headed by what their keys are: densities unless the claim says otherwise', () => {
    const measured = { a: 1, b: 0.25 };
    expect(shown({ paper: null, theory: null, measured })).toMatch(/density a .*Measured: 1 b .*Measured: 0\.25$/);
    expect(shown({ paper: null, theory: null, measured, by: 'weights' })).toMatch(/weights a/);
  });

  it('stand in the line of their key, and one number for all keys above them', () => {
    const values = { paper: 3, theory: { b: 7 }, measured: { a: 1, b: 0.25 } };
    expect(shown(values)).toMatch(/Paper: 3 density a Measured: 1 b Theory: 7 Measured: 0\.25$/);
  });
});

it('a claim carries what its keys are, and waits for a theory that takes time', async () => {
  const claim = await judgeClaim({
    ...{ id: 'X', source: 's', statement: 't', paper: null, tolerance: within(1), by: 'side' },
    theory: () => Promise.resolve({ left: 1, right: 2 }),
    measure: () => Promise.resolve({ value: { left: 1.5 } }),
  });
  expect(claim).toMatchObject({ by: 'side', theory: { left: 1, right: 2 }, verdict: 'holds', deviations: [0.5] });
});
