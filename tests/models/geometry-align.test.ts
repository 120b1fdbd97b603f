import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFrame, canonicalFrame } from '../../src/models/geometry/align.ts';
import { gram } from '../../src/models/metrics.ts';

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const model = fc
  .record({ n: fc.integer({ min: 1, max: 12 }), m: fc.integer({ min: 1, max: 6 }) })
  .chain(({ n, m }) =>
    fc.record({ n: fc.constant(n), m: fc.constant(m), W: fc.array(entry, { minLength: n * m, maxLength: n * m }) }),
  );

/** W turned by an angle and mirrored or not, as training would leave it. */
const turned = (W: readonly number[], angle: number, mirror: boolean): number[] => {
  const out: number[] = [];
  for (let i = 0; i < W.length; i += 2) {
    const x = mirror ? -W[i] : W[i];
    out.push(Math.cos(angle) * x - Math.sin(angle) * W[i + 1], Math.sin(angle) * x + Math.cos(angle) * W[i + 1]);
  }
  return out;
};
const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 10): void =>
  Array.from(a).forEach((value, j) => expect(value).toBeCloseTo(b[j], digits));

describe('the canonical frame', () => {
  it('is orthogonal and leaves every W_i·W_j as it was, for any W', () => {
    fc.assert(
      fc.property(model, ({ n, m, W }) => {
        const frame = canonicalFrame(W, n, m);
        close(
          gram(frame, m, m),
          Float64Array.from({ length: m * m }, (_, j) => (j % (m + 1) === 0 ? 1 : 0)),
        );
        close(gram(applyFrame(W, frame), n, m), gram(W, n, m), 8);
      }),
      { seed: 1 },
    );
  });

  it('points the most important represented feature up and the next one right', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 6.3, noNaN: true }), fc.boolean(), (angle, mirror) => {
        const W = turned([0, 1, 1, 0.2, -0.7, -0.7], angle, mirror);
        close(applyFrame(W, canonicalFrame(W, 3, 2)), [0, 1, 1, 0.2, -0.7, -0.7]);
      }),
      { seed: 1 },
    );
  });

  it('passes over features that are not represented, and over one that faces the first', () => {
    const W = [0.1, 0.1, 0, -1.1, 0.01, 1, -0.9, 0.1];
    const seen = applyFrame(W, canonicalFrame(W, 4, 2));
    close(seen.slice(2, 4), [0, 1.1]);
    expect(seen[6]).toBeGreaterThan(0.8);
  });

  it('takes the longest feature where none is represented', () => {
    const W = [0.1, 0, -0.3, 0, 0, 0.2];
    const seen = applyFrame(W, canonicalFrame(W, 3, 2));
    close(seen, [0, -0.1, 0, 0.3, 0.2, 0]);
  });

  it('asks importances where they are given', () => {
    const W = [1, 0, 0, 1];
    close(applyFrame(W, canonicalFrame(W, 2, 2, [1, 2])), [1, 0, 0, 1]);
    close(applyFrame(W, canonicalFrame(W, 2, 2, [2, 1])), [0, 1, 1, 0]);
  });

  it('makes the first represented feature positive in one dimension', () => {
    close(applyFrame([0.2, -1, 0.9], canonicalFrame([0.2, -1, 0.9], 3, 1)), [-0.2, 1, -0.9]);
  });

  it('in three dimensions points the first feature up, the second right and the third to the reader', () => {
    const W = [0, 0, -2, 0, 1, 1, 1, 1, 1];
    close(applyFrame(W, canonicalFrame(W, 3, 3)), [0, 2, 0, 1, -1, 0, 1, -1, 1]);
  });

  it('of an octahedron is the same from wherever training has left it', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 9, maxLength: 9 }), (random) => {
        // Any orthogonal matrix, mirrored or not: the frame of three features that point anywhere.
        const elsewhere = applyFrame(
          [0, 1, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, -1, 0, 0, 0, 0, -1],
          canonicalFrame(random, 3, 3),
        );
        close(
          applyFrame(elsewhere, canonicalFrame(elsewhere, 6, 3)),
          [0, 1, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, -1, 0, 0, 0, 0, -1],
        );
      }),
      { seed: 1 },
    );
  });

  it('of a run’s end can be used for its beginning', () => {
    const end = [0, -1, 1, 0];
    const frame = canonicalFrame(end, 2, 2);
    close(applyFrame([0.3, -0.2, 0.1, 0.1], frame), [0.3, 0.2, 0.1, -0.1]);
  });

  it('exists for W = 0', () => {
    expect(Array.from(gram(canonicalFrame([0, 0, 0, 0, 0, 0], 2, 3), 3, 3))).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });
});
