import { describe, expect, it } from 'vitest';
import { dot, norm, reject, unit } from '../../src/models/geometry/vectors.ts';

describe('vectors', () => {
  it('have length 1 as units, but for 0, which stays 0', () => {
    expect(Array.from(unit(Float64Array.of(3, -4)))).toEqual([0.6, -0.8]);
    expect(Array.from(unit(Float64Array.of(0, 0)))).toEqual([0, 0]);
  });

  it('are at right angles to the axes they are taken off, to rounding, however little is left of them', () => {
    const axis = unit(Float64Array.of(1, 2, 3));
    const rest = reject(
      axis.map((x, k) => x + (k === 0 ? 1e-8 : 0)),
      [axis],
    );
    expect(norm(rest)).toBeGreaterThan(1e-9);
    expect(Math.abs(dot(rest, axis)) / norm(rest)).toBeLessThan(1e-14);
  });
});
