import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { judgeClaim } from '../../scripts/claims/judge.ts';
import { within } from '../../scripts/claims/tolerance.ts';
import ClaimTable from '../../src/article/pages/reproduction/ClaimTable.svelte';
import { keyLabel, sortKeys } from '../../src/article/reproduction/key-label.ts';
import { RECORDED, type RecordedClaim } from '../../src/article/reproduction/recorded.ts';
import { FORMULAS, typeset } from '../../src/article/reproduction/typeset.ts';
import { valueRows } from '../../src/article/reproduction/value-rows.ts';

const text = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('several numbers', () => {
  const values = { paper: 3, theory: { b: 7 }, measured: { a: 1, b: 0.25 } };
  const claim: RecordedClaim = {
    ...{ id: 'X', source: 's', statement: 't', tolerance: '± 1', verdict: 'holds', by: 'side' },
    ...values,
  };
  const cells = (rest: Partial<RecordedClaim> = {}): { tag: string; text: string }[][] => {
    const { body } = render(ClaimTable, { props: { title: 'T', claims: [{ ...claim, ...rest }] } });
    const rows = [...body.slice(body.indexOf('<tbody id="X"')).matchAll(/<tr[^]*?<\/tr>/g)];
    return rows.map(([row]) =>
      [...row.matchAll(/<(t[hd][^>]*)>([^]*?)<\/t[hd]>/g)].map(([, tag, inner]) => ({ tag, text: text(inner) })),
    );
  };

  it('have a line each; one number for all keys stands in every line, and null where there is none', () => {
    expect(valueRows(values)).toEqual([
      { label: 'b', paper: 3, theory: 7, measured: 0.25 },
      { label: 'a', paper: 3, theory: null, measured: 1 },
    ]);
    expect(valueRows({ paper: null, theory: 2, measured: 1 })).toEqual([{ paper: null, theory: 2, measured: 1 }]);
  });

  it('have what they are for in a column of its own, the head of their row, left of the paper’s', () => {
    const [first, second] = cells();
    expect(first.slice(1, 5).map((cell) => cell.text)).toEqual(['b', '3', '7', '0.25']);
    expect(second.map((cell) => cell.text)).toEqual(['a', '3', '– none', '1']);
    for (const key of [first[1], second[0]]) expect(key.tag).toMatch(/^th .*scope="row"/);
    expect(first[0].tag).toMatch(/^th .*scope="row" rowspan="2"/);
  });

  it('leave no hole where a column has none of them: one dash spans all lines', () => {
    const [first, second] = cells({ paper: null });
    expect(first[2]).toMatchObject({ text: '– none', tag: expect.stringContaining('rowspan="2"') as string });
    expect(second.map((cell) => cell.text)).toEqual(['a', '– none', '1']);
  });

  it('fill with a single number the same eight columns, its statement taking the place of what it is for', () => {
    const [row] = cells({ paper: 1, theory: null, measured: 2 });
    expect(row[0].tag).toContain('colspan="2"');
    expect(row).toHaveLength(7);
  });
});

describe('what a value is for', () => {
  it('is said in words: densities unless the claim says otherwise', () => {
    expect(keyLabel('0.5')).toBe('density 0.5');
    expect(keyLabel('1 2 3', 'features')).toBe('features 1–3');
    expect(keyLabel('1 3', 'features')).toBe('features 1, 3');
    expect(keyLabel('4 5', 'features')).toBe('features 4, 5');
    expect(keyLabel('1.5x', 'importance')).toBe('importance 1.5');
    expect(keyLabel('3.25', '1/(1−S)')).toBe('1/(1−S) = 3.25');
    expect([keyLabel('1', 'neurons'), keyLabel('2 and bias', 'neurons')]).toEqual(['1 neuron', '2 neurons and bias']);
    expect(keyLabel('Duke', 'university')).toBe('Duke');
  });

  it('is never a bare number on the page', () => {
    const labels = RECORDED.experiments
      .flatMap(({ claims }) => claims.flatMap(valueRows))
      .map(({ label = 'x' }) => label);
    expect(labels.filter((label) => /^[-−\d\s.]+x?$/.test(label))).toEqual([]);
  });

  it('is in order: from dense to rare, other numbers upwards, names as they are', () => {
    expect(sortKeys(['0.1', '1', '0.3'])).toEqual(['1', '0.3', '0.1']);
    expect(sortKeys(['3', '4', '3.25', '3.5'], '1/(1−S)')).toEqual(['3', '3.25', '3.5', '4']);
    expect(sortKeys(['fixed', 'a', '1 and bias'], 'weights')).toEqual(['fixed', 'a', '1 and bias']);
  });
});

describe('the text of claims on the page', () => {
  it('has a true minus, but keeps hyphens within words', () => {
    expect(typeset('by -0.9, -0.5 in the 4-simplex of 20-5')).toBe('by −0.9, −0.5 in the 4-simplex of 20-5');
  });

  it('has powers of ten for the exponents of programs', () => {
    expect(typeset('± 1e-12')).toContain('annotation encoding="application/x-tex">10^{-12}<');
    expect(typeset('1.134e-15')).toContain(String.raw`>1.134 \times 10^{-15}<`);
  });

  it('keeps what HTML would take for its own', () => {
    expect(typeset('a < b & c')).toBe('a &lt; b &amp; c');
  });

  it('sets every formula of the list, each of which some claim has', () => {
    const record = JSON.stringify(RECORDED);
    for (const formula of Object.keys(FORMULAS)) {
      expect(record, formula).toContain(formula);
      expect(typeset(formula), formula).toContain('<math');
    }
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
