import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrainingPool } from '../../src/models/engine/index.ts';
import type { RunReport } from '../../src/models/report.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { bestStarts } from '../../scripts/stills/best-starts.ts';
import recorded from '../../src/article/figures/hidden/still.json' with { type: 'json' };
import { planOf } from '../../src/article/figures/neurons/plan.ts';
import { localWorker } from '../support/local-worker.ts';

let pool: TrainingPool;
vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => pool }));

const { Hidden } = await import('../../src/article/figures/hidden/hidden.svelte.ts');
const { hiddenParts } = await import('../../src/article/figures/hidden/parts.ts');
const { sentenceOf, sentenceText } = await import('../../src/article/figures/hidden/words.ts');
const { stillParts } = await import('../../src/article/figures/hidden/still.ts');
const { turnedBy } = await import('../../src/article/figures/hidden/turned.ts');
const { startsDownloads } = await import('../../src/article/figures/neurons/downloads.ts');
const { allHavePairs, binaryCode, regimeAt, regimes, switchedOn } =
  await import('../../src/article/pages/computation/numbers.ts');

/** Small and quick: what is tested does not depend on how good the models are. */
const quick = { ...figureDefaults('hidden'), n: 6, m: 3, starts: 5, steps: 120, batch: 32 };
const settled = (hidden: InstanceType<typeof Hidden>): Promise<void> =>
  vi.waitFor(() => expect(hidden.status).toBe('done'), { timeout: 20_000, interval: 5 });

beforeEach(() => (pool = new TrainingPool(localWorker, 2)));
afterEach(() => pool.terminate());

describe('the still', () => {
  it('has the linear model that its command makes', async () => {
    const [, linear] = hiddenParts(figureDefaults('hidden'));
    expect(await bestStarts(linear)).toEqual([recorded.linear]);
  });

  it('is the figure until something is trained', () => {
    const hidden = new Hidden(recorded);
    expect([hidden.status, hidden.unfinished]).toEqual(['still', false]);
    expect(sentenceText(sentenceOf(hidden.own, hidden.linear, 0, false))).toBe(
      'At density 0.3 (S = 0.7) three of the five neurons carry one feature each, and six of the ten features are kept.',
    );
  });
});

describe('figure hidden', () => {
  it('trains all starts of its own model and a few of the linear one, the best first', async () => {
    const hidden = new Hidden(recorded);
    hidden.open(quick);
    await settled(hidden);
    const [own, linear] = hidden.shown;
    expect(own.groups[0].starts.map(({ start }) => start).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(linear.groups[0].starts).toHaveLength(4);
    expect(linear.groups[0].settings.family).toBe('relu');
    const losses = own.groups[0].starts.map(({ loss }) => loss);
    // Ties within half a percent go by arrangement.
    expect(losses[0]).toBeLessThanOrEqual(1.005 * Math.min(...losses));
  });

  it('never shows a worse model than before of the same setting', async () => {
    const hidden = new Hidden(recorded);
    const seen: number[] = [];
    hidden.open(quick);
    await vi.waitFor(
      () => {
        const { groups, step, values } = hidden.shown[0];
        if (values.n === quick.n && step === quick.steps) seen.push(groups[0].starts[0].loss);
        expect(hidden.status).toBe('done');
      },
      { timeout: 20_000, interval: 1 },
    );
    expect(seen.length).toBeGreaterThan(1);
    for (let k = 1; k < seen.length; k++) expect(seen[k]).toBeLessThanOrEqual(1.005 * seen[k - 1]);
  });

  it('keeps what it has trained: a way back to a density trains nothing', async () => {
    const hidden = new Hidden(recorded);
    hidden.open(quick);
    await settled(hidden);
    const before = hidden.shown[0].groups[0].starts.map(({ theta }) => theta);
    hidden.open({ ...quick, S: 0.9 });
    await settled(hidden);
    const train = vi.spyOn(pool, 'train');
    hidden.open(quick);
    await settled(hidden);
    expect(train).not.toHaveBeenCalled();
    expect(hidden.shown[0].groups[0].starts.map(({ theta }) => theta)).toEqual(before);
  });

  it('stops when it is told to and goes on with what is missing', async () => {
    const hidden = new Hidden(recorded);
    hidden.open({ ...quick, starts: 12 });
    await vi.waitFor(() => expect(hidden.progress ?? 0).toBeGreaterThan(0.2), { timeout: 20_000, interval: 1 });
    hidden.cancel();
    expect([hidden.status, hidden.progress]).toEqual(['paused', null]);
    expect(hidden.unfinished).toBe(true);
    hidden.resume();
    await settled(hidden);
    expect(hidden.unfinished).toBe(false);
    expect(hidden.shown[0].groups[0].starts).toHaveLength(12);
  });

  it('gives the report of its own model to take home, not that of the linear one', async () => {
    const hidden = new Hidden(recorded);
    hidden.open(quick);
    await settled(hidden);
    const [json, csv] = startsDownloads(hidden).files;
    const report = JSON.parse(String(await json.content())) as RunReport<'hidden'>;
    expect(report.models.map(({ model }) => model)).toEqual(Array.from({ length: 5 }, () => 'relu-hidden'));
    expect(report.config.n).toBe(6);
    expect(String(csv.content()).trim().split('\n')).toHaveLength(1 + 6);
  });
});

describe('turning two neurons into each other', () => {
  const [own, linear] = stillParts(recorded);

  it.each([30, 45, 90, 180])('by %i° costs the linear layer nothing and the ReLU layer something', (degrees) => {
    const turned = turnedBy(linear, degrees);
    expect(turned.loss / turned.before).toBeCloseTo(1, 5);
    expect(turned.view.W).not.toEqual(turned.trained.W);
    const relu = turnedBy(own, degrees);
    expect(relu.loss).toBeGreaterThan(1.2 * relu.before);
    expect(sentenceText(sentenceOf(relu, turned, degrees, false))).toMatch(
      /That is as trained; turned by .* and the loss goes from .* linear layer stays at/,
    );
  });

  it('by nothing leaves the weights as they are', () => {
    expect(Array.from(turnedBy(own, 0).view.W)).toEqual(Array.from(turnedBy(own, 0).trained.W));
  });
});

describe('what the text says of the recorded models', () => {
  it('at density 0.3 two neurons hold three features as a code', () => {
    expect([...binaryCode(regimeAt(0.7).view)].sort()).toEqual([3, 4, 5]);
  });

  it('at density 0.06 one neuron is on for one half of the features and off for the other', () => {
    const { view } = regimeAt(0.94);
    const kept = Array.from({ length: view.n }, (_, i) => i).filter((i) => view.metrics.norms[i] >= 0.9);
    const telling = Array.from({ length: view.m }, (_, k) => k).filter((k) => {
      const on = kept.filter((i) => switchedOn(view, i).includes(k)).length;
      return on === kept.length / 2 && kept.every((i) => Math.abs(view.W[i * view.m + k]) >= 0.5);
    });
    expect(telling).toHaveLength(1);
  });

  it('at density 0.04 says that every feature has a pair of neurons only where it has', () => {
    const { view } = regimeAt(0.96);
    expect([allHavePairs(view), view.metrics.represented]).toEqual([false, 9]);
    // Two of five neurons for each of ten features.
    const W = Array.from({ length: 5 }, (_, a) => Array.from({ length: a }, (_, b) => [a, b])).flat();
    const paired = W.flatMap((pair) => Array.from({ length: 5 }, (_, k) => (pair.includes(k) ? 1 : 0)));
    expect(allHavePairs({ ...view, n: 10, m: 5, W: Float64Array.from(paired) })).toBe(true);
  });

  it('rarer features never have more neurons to themselves', () => {
    const mono = regimes.map(({ view }) => view.kinds.filter((kind) => kind === 'monosemantic').length);
    expect([...mono].sort((a, b) => b - a)).toEqual(mono);
  });
});

describe('the plan of a run', () => {
  it('trains the first start of every part before any second one', () => {
    const [a, b] = hiddenParts({ ...quick, starts: 2 });
    const rounds = ({ problem }: typeof a) => problem.models.map((model) => ({ ...problem, models: [model] }));
    const plan = planOf([
      { rounds: rounds(a), recipe: a.recipe },
      { rounds: rounds(b), recipe: b.recipe },
    ]);
    expect(plan.map(({ part, first }) => [part, first])).toEqual([
      [0, true],
      [1, true],
      [0, false],
      [1, false],
    ]);
    expect(plan.flatMap(({ rounds }) => rounds.map(({ models }) => models[0].start))).toEqual([0, 0, 1, 1]);
  });
});
