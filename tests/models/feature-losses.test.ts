import { describe, expect, it } from 'vitest';
import { featureLosses } from '../../src/models/evaluation/feature-losses.ts';
import { evaluateLoss } from '../../src/models/evaluation/loss.ts';
import { initialState, parametersOf } from '../../src/models/layout.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { readNothingLosses } from '../../src/models/theory/read-nothing.ts';

const COUNT = 1 << 12;

describe('the loss of single features', () => {
  it.each(['absolute', 'max'] as const)('adds up to the loss of the model that computes %s', (target) => {
    const { problem } = toProblem('absolute', {
      ...figureDefaults('absolute'),
      n: 5,
      m: 7,
      starts: 1,
      target,
      bias: true,
    });
    const { theta } = initialState(problem);
    const [settings] = problem.models;
    const each = featureLosses(settings, parametersOf(problem, theta, 0), COUNT);
    const whole = evaluateLoss(settings, problem.m, theta, { count: COUNT });
    expect(each.reduce((sum, loss) => sum + loss, 0)).toBeCloseTo(whole, 12);
  });

  it('is that of reading nothing where nothing is read', () => {
    const { problem } = toProblem('absolute', { ...figureDefaults('absolute'), starts: 1 });
    const [settings] = problem.models;
    const { n, m } = problem;
    // The best bias is the target's mean: |x| averages 1/2 where x is there.
    const network = { W: new Float64Array(n * m), W2: new Float64Array(n * m), b: settings.density.map((p) => p / 2) };
    const losses = featureLosses(settings, network, 1 << 16);
    readNothingLosses(settings).forEach((loss, i) => expect(losses[i] / loss).toBeCloseTo(1, 1.5));
  });
});
