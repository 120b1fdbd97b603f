import { describe, expect, it } from 'vitest';
import { claimsCommand } from '../../scripts/claims/command.ts';
import type { ClaimDefinition, ExperimentDefinition } from '../../scripts/claims/definition.ts';
import { judgeClaim } from '../../scripts/claims/judge.ts';
import { asStated, exact, within, withinShare } from '../../scripts/claims/tolerance.ts';
import { UsageError } from '../../scripts/cli/usage-error.ts';
import type { ClaimValue } from '../../src/article/reproduction/claim.ts';
import type { RecordedExperiment } from '../../src/article/reproduction/recorded.ts';

function claim(id: string, measured: ClaimValue, rest: Partial<ClaimDefinition> = {}): ClaimDefinition {
  const shared = { source: 'somewhere', statement: 'something', paper: null, theory: null, tolerance: within(1) };
  return { id, ...shared, ...rest, measure: () => Promise.resolve({ value: measured }) };
}

const verdict = async (measured: ClaimValue, rest: Partial<ClaimDefinition>): Promise<string> =>
  (await judgeClaim(claim('X', measured, rest))).verdict;

describe('a tolerance', () => {
  it('of ± 1 takes both of its ends and nothing beyond', () => {
    expect([3, 4, 5, 6, 7].map((count) => within(1).agrees(count, 5))).toEqual([false, true, true, true, false]);
  });

  it('in per cent is a share of what is expected', () => {
    expect(withinShare(0.005).agrees(0.1005, 0.1)).toBe(true);
    expect(withinShare(0.005).agrees(0.1006, 0.1)).toBe(false);
    expect(withinShare(0.005).text).toBe('0.5 %');
  });

  it('asks every one of several numbers', () => {
    expect(withinShare(0.03).agrees({ '1': 0.5, '0.3': 0.51 }, 0.5)).toBe(true);
    expect(withinShare(0.03).agrees({ '1': 0.5, '0.3': 0.52 }, 0.5)).toBe(false);
    expect(exact.agrees({ '1': 20, '0.3': 19 }, 20)).toBe(false);
  });

  it('never takes nothing, NaN, or a word for a number', () => {
    expect(within(1).agrees({}, 5)).toBe(false);
    expect(exact.agrees({}, 5)).toBe(false);
    expect(within(1).agrees(NaN, 5)).toBe(false);
    expect(within(1).agrees('5', 5)).toBe(false);
  });

  it('says how far within it the measured value stands', () => {
    expect(within(2).deviations?.({ '0.1': 11, '0.3': 13 }, 12)).toEqual([-0.5, 0.5]);
  });
});

describe('a verdict', () => {
  it('is "holds" where all that is there agrees', async () => {
    expect(await verdict(5, { paper: 5, theory: 6 })).toBe('holds');
    expect(await verdict('pentagon', { paper: 'pentagon', theory: 'pentagon', tolerance: exact })).toBe('holds');
    expect(await verdict(7, { tolerance: asStated((value) => value === 7) })).toBe('holds');
  });

  it('is "fails" against theory whatever the paper says', async () => {
    expect(await verdict(5, { paper: 5, theory: 9, saidIn: '§1' })).toBe('fails');
    expect(await verdict(8, { tolerance: asStated((value) => value === 7) })).toBe('fails');
  });

  it('against the paper alone differs as recorded only where theory agrees and the article says so', async () => {
    expect(await verdict(5, { paper: 9, theory: 5, saidIn: '§1' })).toBe('differs-as-recorded');
    expect(await verdict(5, { paper: 9, theory: 5 })).toBe('fails');
    expect(await verdict(5, { paper: 9, saidIn: '§1' })).toBe('fails');
  });

  it('computes a theory that is a function', async () => {
    expect(await judgeClaim(claim('X', 5, { theory: () => 5.5 }))).toMatchObject({ theory: 5.5, deviations: [-0.5] });
  });
});

describe('the command', () => {
  const experiments = (failing = false): ExperimentDefinition[] => [
    {
      ...{ id: 'E1', title: 'one', protocol: 'so' },
      claims: [claim('E1.a.p=1', 5, { paper: failing ? 9 : 5 }), claim('E1.a.p=0.1', 5, { paper: 5 })],
    },
    { ...{ id: 'E10', title: 'ten', protocol: 'so' }, claims: [claim('E10.b', 1, { theory: 1 })] },
  ];
  const run = (args: readonly string[], failing?: boolean) => {
    const written: RecordedExperiment[] = [];
    const write = (all: readonly RecordedExperiment[]): Promise<void> => {
      written.push(...all);
      return Promise.resolve();
    };
    return claimsCommand(args, { experiments: experiments(failing), write }).then((result) => ({ ...result, written }));
  };
  const ids = async (...args: string[]): Promise<string[]> =>
    (JSON.parse((await run(['--json', ...args])).text) as { id: string }[]).map(({ id }) => id);

  it('prints with --json what the contract names and nothing else', async () => {
    const [first] = JSON.parse((await run(['--json'])).text) as object[];
    const fields = ['id', 'source', 'statement', 'paper', 'theory', 'measured', 'tolerance', 'verdict'];
    expect(Object.keys(first)).toEqual(fields);
  });

  it('selects with --only whole experiments, kinds of claims and single ones', async () => {
    expect(await ids()).toEqual(['E1.a.p=1', 'E1.a.p=0.1', 'E10.b']);
    expect(await ids('--only', 'E1')).toEqual(['E1.a.p=1', 'E1.a.p=0.1']);
    expect(await ids('--only', 'E10, E1.a.p=0.1')).toEqual(['E1.a.p=0.1', 'E10.b']);
    expect(await ids('--only', 'E1.a.p=0.1')).toEqual(['E1.a.p=0.1']);
    expect(await ids('--only', 'E1.a')).toHaveLength(2);
  });

  it('measures nothing before its input has proved good', async () => {
    for (const args of [['--only', 'E2'], ['--only', 'E1,'], ['--only', 'E1', '--write'], ['--fast'], ['E1']])
      await expect(run(args), args.join(' ')).rejects.toThrow(UsageError);
  });

  it('says in the last line how many hold, and reports a failure', async () => {
    expect((await run([])).text).toMatch(/\n3 claims: 3 hold, 0 differ as recorded, 0 fail$/);
    expect((await run([])).failed).toBe(false);
    expect((await run([], true)).text).toMatch(/^! E1\.a\.p=1 .* fails\n/);
    expect((await run([], true)).failed).toBe(true);
  });

  it('writes all results, and only when asked', async () => {
    expect((await run(['--only', 'E1'])).written).toEqual([]);
    expect((await run(['--write'])).written).toMatchObject(experiments().map(({ id, title }) => ({ id, title })));
  });
});
