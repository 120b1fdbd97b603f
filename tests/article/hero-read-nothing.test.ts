import { expect, test } from 'vitest';
import { STILL } from '../../src/article/figures/hero/recorded.ts';
import { shownModel } from '../../src/article/figures/hero/shown.ts';
import { heroExperiment } from '../../src/models/parameters/storage-problem.ts';
import { readNothingLoss } from '../../src/models/theory/read-nothing.ts';

test('the first figure’s loss of reading nothing is that of every other figure', () => {
  for (const change of [{}, { S: 0.3 }, { n: 9, m: 3, decay: 0.5 }, { model: 'linear' } as const]) {
    const values = { ...STILL.values, ...change };
    const { problem } = heroExperiment(values);
    const theta = new Float32Array(values.n * values.m + values.n);
    const { readNothing } = shownModel({ values, theta, loss: 0, step: 0 });
    expect(readNothing).toBeCloseTo(readNothingLoss(problem.models[0]), 12);
  }
});
