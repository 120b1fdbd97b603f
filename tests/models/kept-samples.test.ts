import { describe, expect, it } from 'vitest';
import { evaluationSamples } from '../../src/models/evaluation/kept-samples.ts';
import { nonEmptySamples } from '../../src/models/evaluation/samples.ts';
import type { ModelSettings } from '../../src/models/problem.ts';
import { settingsOf } from './theory-shapes.ts';

const all = (chunks: Iterable<Float32Array>): number[][] => Array.from(chunks, (chunk) => [...chunk]);

describe('evaluation samples that are kept', () => {
  it('are those that would be drawn, in the same chunks: the first time, again, fewer and more', () => {
    const settings = settingsOf(6, 0.2);
    for (const count of [5000, 5000, 300, 9000, 4096])
      expect(all(evaluationSamples(settings, count))).toEqual(all(nonEmptySamples(settings, count)));
  });

  it('are the same whoever asks: start, seed, model and importance do not matter', () => {
    const settings = settingsOf(6, 0.2);
    const other: ModelSettings = { ...settings, start: 3, seed: 99, model: 5, importance: Array(6).fill(2) };
    expect(all(evaluationSamples(other, 100))).toEqual(all(evaluationSamples(settings, 100)));
  });

  it('differ with density, sets and the sign of the data', () => {
    const settings = settingsOf(4, 0.3);
    const sets = [{ kind: 'correlated', members: [0, 1] }] as const;
    const drawn = [
      settings,
      settingsOf(4, 0.31),
      { ...settings, sets },
      { ...settings, family: 'absolute' as const },
    ].map((each) => JSON.stringify(all(evaluationSamples(each, 200))));
    expect(new Set(drawn).size).toBe(4);
  });

  it('still come right when more sets are in use than are kept', () => {
    const many = Array.from({ length: 40 }, (_, k) => settingsOf(64, 0.1 + k / 100));
    for (const settings of many)
      for (const chunk of evaluationSamples(settings, 1 << 13)) expect(chunk.length).toBe(64 * 4096);
    expect(all(evaluationSamples(many[0], 50))).toEqual(all(nonEmptySamples(many[0], 50)));
  });
});
