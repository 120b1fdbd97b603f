/**
 * The stills of figure `uniform`: every density of its default setting, and of the paper's size, which takes minutes,
 * trained and ranked as in the page; and what theory says is best where.
 */
import { bestRanges } from '../../src/article/figures/uniform/best-ranges.ts';
import { packTheta, PAPER_VALUES, SMALL_VALUES, type UniformRecord } from '../../src/article/figures/uniform/still.ts';
import type { UniformValues } from '../../src/article/figures/uniform/models.ts';
import { FIGURES } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { bestStarts } from './best-starts.ts';

export async function uniformStill(): Promise<UniformRecord> {
  const best = bestRanges(FIGURES.uniform.parameters.p.min);
  return { command: 'npm run stills', best, small: await pack(SMALL_VALUES), paper: await pack(PAPER_VALUES) };
}

async function pack(values: UniformValues): Promise<UniformRecord['small']> {
  const best = await bestStarts(toProblem('uniform', values));
  return { models: best.map(({ start, loss, theta }) => ({ start, loss, ...packTheta(theta) })) };
}
