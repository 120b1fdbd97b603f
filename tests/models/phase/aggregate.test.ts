import { describe, expect, it } from 'vitest';
import { aggregateStarts } from '../../../src/models/phase/aggregate.ts';

const shape = { n: 2, m: 1, starts: 3 };
/** Two cells of three starts: [W₁, W₂, b₁, b₂] each; halves and quarters, so that float32 has them exactly. */
const theta = Float32Array.of(
  ...[1, -1, 0, 0, 1, 0.5, 0.25, 0, 0, 2, 0, 0.5],
  ...[0.5, 0.25, 0, 0, 2, -1, 0, 0, -1, 1.5, 0.5, 0],
);
const losses = [0.3, 0.2, 0.4, 0.1, 0.5, 0.1];
const cells = [7, 40];

describe('a cell’s best start', () => {
  const best = aggregateStarts({ ...shape, aggregate: 'best' }, cells, theta, losses);

  it('is the one of least loss, the first of equals, with its parameters', () => {
    expect([...best.cells]).toEqual(cells);
    expect([...best.start]).toEqual([1, 0]);
    expect([...best.loss]).toEqual([0.2, 0.1]);
    expect([...best.theta]).toEqual([1, 0.5, 0.25, 0, 0.5, 0.25, 0, 0]);
  });

  it('gives the last feature’s norm and superposition: |W₂| and W₁²', () => {
    expect([...best.norm]).toEqual([0.5, 0.25]);
    expect([...best.superposition]).toEqual([1, 0.25]);
  });
});

describe('the paper’s mean', () => {
  const paper = aggregateStarts({ ...shape, aggregate: 'paper' }, cells, theta, losses);

  it('drops the worst start and averages norm and superposition over the rest', () => {
    // Of cell 7 starts 0 and 1: norms 1 and ½, W₁² = 1 and 1; of cell 40 starts 0 and 2: ¼ and 1½, ¼ and 1.
    expect([...paper.norm]).toEqual([0.75, 0.875]);
    expect([...paper.superposition]).toEqual([1, 0.625]);
  });

  it('has the best start’s parameters and loss all the same', () => {
    expect([...paper.start]).toEqual([1, 0]);
    expect([...paper.loss]).toEqual([0.2, 0.1]);
  });

  it('drops the last of equally bad starts, and keeps a single one', () => {
    const alike = aggregateStarts({ ...shape, aggregate: 'paper' }, [7], theta.slice(0, 12), [1, 1, 1]);
    expect([...alike.norm]).toEqual([0.75]);
    const single = aggregateStarts({ ...shape, starts: 1, aggregate: 'paper' }, [7], theta.slice(0, 4), [1]);
    expect([...single.norm]).toEqual([1]);
  });
});

it('a feature of several dimensions has the length of its row, and the squared shares of the others along it', () => {
  // W₁ = (3, 4), W₂ = (0, 2), W₃ = (4, 3): ‖W₃‖ = 5, Ŵ₃·W₁ = 24/5, Ŵ₃·W₂ = 6/5.
  const row = Float32Array.of(3, 4, 0, 2, 4, 3, 0, 0, 0);
  const { norm, superposition } = aggregateStarts({ n: 3, m: 2, starts: 1, aggregate: 'best' }, [0], row, [1]);
  expect(norm[0]).toBe(5);
  expect(superposition[0]).toBeCloseTo((24 / 5) ** 2 + (6 / 5) ** 2, 5);
});
