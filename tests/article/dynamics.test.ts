import { describe, expect, it, vi } from 'vitest';
import { dynamicsStill } from '../../scripts/stills/dynamics.ts';
import recorded from '../../src/article/figures/dynamics/still.json' with { type: 'json' };
import { clampValue } from '../../src/models/parameters/clamp.ts';
import { FIGURES, figureDefaults } from '../../src/models/parameters/figures.ts';
import { dynamicsExperiment } from '../../src/models/parameters/geometry-problem.ts';
import { tripleStage } from '../../src/models/recording/triples.ts';
import { modelView, type ModelView } from '../../src/viz/model-view.ts';

vi.mock('../../src/article/training.ts', () => ({ trainingPool: () => ({ workers: 1 }) }));

const { Dynamics } = await import('../../src/article/figures/dynamics/dynamics.svelte.ts');
const { featureColors, viewOfMoment } = await import('../../src/article/figures/dynamics/moment.ts');
const { PRESETS, PRESET_NAMES, presetOf } = await import('../../src/article/figures/dynamics/presets.ts');
const { isTriples, setsOf } = await import('../../src/article/figures/dynamics/sets.ts');
const { packShares, unpackShares } = await import('../../src/article/figures/dynamics/still.ts');
const { sentenceOf, sentenceText } = await import('../../src/article/figures/dynamics/words.ts');
const { dynamicsStill: still, stageMoment } = await import('../../src/article/pages/geometry/dynamics-numbers.ts');

const defaults = figureDefaults('dynamics');
const octahedron = { ...defaults, ...PRESETS.octahedron.values };

const viewOf = (m: number, rows: readonly (readonly number[])[]): ModelView =>
  modelView({ n: rows.length, m, W: rows.flat(), b: rows.map(() => 0), importance: rows.map(() => 1) });

describe('the still', () => {
  it('is the run that its command makes', async () => {
    expect(await dynamicsStill()).toEqual(recorded);
  });

  it('keeps shares of a dimension to half of a 255th', () => {
    const rows = [
      [0, 0.5, 1],
      [0.123, 0.4, 0.375],
    ];
    const back = unpackShares(packShares(rows), 3);
    rows.forEach((row, i) =>
      row.forEach((share, k) => expect(Math.abs(back[i][k] - share)).toBeLessThanOrEqual(0.5 / 255)),
    );
  });

  it('ends in opposite pairs, and says so', () => {
    const dynamics = new Dynamics(still);
    const view = viewOfMoment(dynamics.shown, dynamics.frame, 0);
    expect(dynamics.step).toBe(defaults.steps);
    const text = sentenceText(sentenceOf({ values: defaults, view, step: dynamics.step, loss: dynamics.frame.loss }));
    expect(text).toMatch(
      /^Step 4,500 of 4,500: sixteen of 24 features have 1\/2 of a dimension each, eight have nothing\./,
    );
  });

  it('has the moments that the text speaks of: features fall, others pair up, the loss steps down', () => {
    const late = new Dynamics(still).marks.filter(({ step }) => step > 1000);
    expect(late.length).toBeGreaterThanOrEqual(2);
    for (const { words } of late) expect(words).toMatch(/leaves?, .*pair up, the loss falls by/);
  });

  it('begins with the start, by that name, and waits in the band that the text speaks of', () => {
    const { marks, series } = new Dynamics(still);
    expect(marks.map(({ words }) => words.startsWith('the start: '))).toEqual(marks.map((_, k) => k === 0));
    // Between the start and the first fall of the loss: no pair, and not left out.
    const waiting = series.steps.flatMap((step, k) => (step > 500 && step < 1400 ? [k] : []));
    const band = waiting.flatMap((k) => series.dimensionality.map((row) => row[k])).filter((D) => D > 0.1 && D < 0.46);
    expect(band.length).toBeGreaterThan(3 * waiting.length);
    expect(band.reduce((sum, D) => sum + D, 0) / band.length).toBeCloseTo(0.4, 1);
  });

  it('of the octahedron has every stage that the text names', () => {
    for (const stage of ['collapsed', 'splitting', 'antiprism', 'twisting', 'octahedron'] as const)
      expect(stageMoment(stage).step).toBeGreaterThan(0);
    expect(() => stageMoment('growing')).toThrow(/rewrite the text/);
  });

  it('of the octahedron is shown at one step a stage, at which the stage is what the figure calls it', () => {
    for (const stage of ['collapsed', 'splitting', 'antiprism', 'twisting'] as const)
      expect(tripleStage(stageMoment(stage).view.W)).toBe(stage);
    expect(stageMoment('octahedron').step).toBe(octahedron.steps);
    const { norms } = stageMoment('collapsed').view.metrics;
    // The text says 1/√3 there, and the figure the mean of these.
    expect((norms.reduce((sum, norm) => sum + norm, 0) / norms.length).toFixed(2)).toBe((1 / Math.sqrt(3)).toFixed(2));
  });

  it('of the octahedron is won when the sets are open: what the turning takes off the exact loss is a few hundredths', () => {
    const [direction, open, end] = (['collapsed', 'antiprism', 'octahedron'] as const).map(
      (stage) => stageMoment(stage).loss,
    );
    expect(open).toBeLessThan(direction / 5);
    expect(1 - end / open).toBeGreaterThan(0.02);
    expect(1 - end / open).toBeLessThan(0.06);
  });
});

describe('the presets', () => {
  it.each(PRESET_NAMES)('%s is in range, and known by its values', (name) => {
    const values = { ...defaults, ...PRESETS[name].values };
    expect(presetOf({ ...values, seed: 3 })).toBe(name);
    for (const [key, value] of Object.entries(PRESETS[name].values)) {
      const parameter = FIGURES.dynamics.parameters[key as keyof typeof defaults];
      expect(clampValue(parameter, value)).toEqual(value);
    }
  });

  it('the default is one of them, and a change of its density none', () => {
    expect(presetOf(defaults)).toBe('levels');
    expect(presetOf({ ...defaults, S: 0.5 })).toBeNull();
  });
});

describe('sets', () => {
  it('are told apart by number; a feature left over is a set of its own', () => {
    expect(setsOf(octahedron)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(setsOf({ ...octahedron, n: 3 })).toEqual([0, 0, 1]);
    expect(setsOf(defaults)).toBeUndefined();
  });

  it('two of three in three dimensions are the run whose stages have names', () => {
    expect(isTriples(octahedron)).toBe(true);
    expect(isTriples({ ...octahedron, kind: 'anticorrelated' })).toBe(false);
  });

  it('have no colours: equal importances have one, whatever set a feature is of', () => {
    const { shown } = new Dynamics(still);
    expect(new Set(featureColors(shown)).size).toBe(1);
    expect(new Set(featureColors({ ...shown, ...dynamicsExperiment(octahedron), values: octahedron })).size).toBe(1);
  });
});

describe('the sentence of now', () => {
  const say = (values: typeof defaults, view: ModelView, step = 100): string =>
    sentenceText(sentenceOf({ values, view, step, loss: 0.5 }));

  it('counts features by level', () => {
    const small = { ...defaults, n: 3, m: 2 };
    expect(
      say(
        small,
        viewOf(2, [
          [1, 0],
          [-1, 0],
          [0, 0],
        ]),
      ),
    ).toBe('Step 100 of 4,500: two of 3 features have 1/2 of a dimension each, one has nothing. The loss is 0.5000.');
    expect(
      say(
        small,
        viewOf(2, [
          [1, 0],
          [0, 1],
          [0, 0],
        ]),
      ),
    ).toMatch(/two of 3 features have a dimension each/);
    const odd = viewOf(2, [
      [1, 0],
      [0.8, 0.6],
      [0.8, -0.6],
    ]);
    expect(say(small, odd)).toMatch(/no feature stands on a level yet, three are between levels/);
  });

  it('names the stage of two triples, with its angle', () => {
    expect(say(octahedron, stageMoment('collapsed').view)).toMatch(
      /each set has become one direction: its three features, 0\.5\d long/,
    );
    expect(say(octahedron, stageMoment('antiprism').view)).toMatch(
      /a triangular antiprism, 4\d° from the octahedron\./,
    );
    expect(say(octahedron, stageMoment('octahedron').view)).toMatch(/: an octahedron: three opposite pairs/);
  });
});

describe('looking', () => {
  it('never touches the run: cursor, axis and light leave values and recording as they are', () => {
    const dynamics = new Dynamics(still);
    const { shown, values } = dynamics;
    const before = Float32Array.from(dynamics.frame.theta);
    dynamics.seek(500);
    dynamics.axis = 'log';
    dynamics.lit = 3;
    expect(dynamics.shown).toBe(shown);
    expect(dynamics.values).toBe(values);
    expect(dynamics.frame.theta).toEqual(before);
  });
});
