import { describe, expect, it } from 'vitest';
import { POLYTOPES } from '../../src/models/geometry/polytopes.ts';
import {
  anywhere,
  beginDescent,
  descend,
  leastEnergy,
  sphereEnergy,
  sphereGradient,
} from '../../src/models/theory/sphere-energy.ts';

const KINDS = ['thomson', 'relu'] as const;

describe('the energy of points on a sphere', () => {
  it('of known shapes is as known', () => {
    expect(sphereEnergy(POLYTOPES.digon.vertices, 1, 'thomson')).toBeCloseTo(1 / 2, 12);
    expect(sphereEnergy(POLYTOPES.triangle.vertices, 2, 'thomson')).toBeCloseTo(Math.sqrt(3), 12);
    expect(sphereEnergy(POLYTOPES.cube.vertices, 3, 'relu')).toBeCloseTo(8 / 3, 12);
    expect(sphereEnergy(POLYTOPES['least-energy-antiprism'].vertices, 3, 'relu')).toBeCloseTo(2.0438, 4);
    expect(sphereEnergy(POLYTOPES.octahedron.vertices, 3, 'relu')).toBe(0);
  });

  it('has as gradient what a small turn of one point changes', () => {
    for (const kind of KINDS)
      for (const d of [2, 3]) {
        const U = anywhere(6, d, 3);
        const gradient = sphereGradient(U, d, kind);
        for (let i = 0; i < 6; i++)
          for (let k = 0; k < d; k++) {
            const turned = (by: number): number => {
              const row = Array.from({ length: d }, (_, l) => U[i * d + l] + (l === k ? by : 0));
              const moved = U.slice();
              row.forEach((x, l) => (moved[i * d + l] = x / Math.hypot(...row)));
              return sphereEnergy(moved, d, kind);
            };
            expect(gradient[i * d + k]).toBeCloseTo((turned(1e-5) - turned(-1e-5)) / 2e-5, 5);
          }
      }
  });

  it('falls with every step, on the sphere, until nothing is gained', () => {
    for (const kind of KINDS) {
      let descent = beginDescent(anywhere(7, 3, 5), 3, kind);
      for (let step = 0; step < 300 && !descent.done; step++) {
        const next = descend(descent, 3, kind);
        expect(next.energy).toBeLessThanOrEqual(descent.energy);
        for (let i = 0; i < 21; i += 3) expect(Math.hypot(...next.U.subarray(i, i + 3))).toBeCloseTo(1, 12);
        descent = next;
      }
      expect(sphereGradient(descent.U, 3, kind).every((g) => Math.abs(g) < 0.01)).toBe(true);
    }
  });

  // Wales and Ulker 2006, "Structure and dynamics of spherical crystals …": the Thomson problem’s table.
  it.each([
    [2, 0.5],
    [4, 3.674234614],
    [5, 6.474691495],
    [7, 14.452977414],
    [8, 19.675287861],
    [11, 40.596450508],
    [12, 49.165253058],
  ])('of %i electrons is at least %f', (n, known) => {
    expect(leastEnergy(n, 3, 'thomson') / known).toBeCloseTo(1, 7);
  });

  it('of electrons on a circle is that of the regular polygon', () => {
    for (const n of [3, 5, 9]) {
      let polygon = 0;
      for (let k = 1; k < n; k++) polygon += n / 2 / (2 * Math.sin((Math.PI * k) / n));
      expect(leastEnergy(n, 2, 'thomson') / polygon).toBeCloseTo(1, 8);
    }
  });

  it('of features is nothing up to two for each dimension, and something beyond', () => {
    for (const d of [2, 3]) {
      for (let n = 2; n <= 2 * d; n++) expect(leastEnergy(n, d, 'relu')).toBeLessThan(1e-9);
      expect(leastEnergy(2 * d + 1, d, 'relu')).toBeGreaterThan(0.1);
    }
  });

  it('of eight features in space is the antiprism’s', () => {
    expect(leastEnergy(8, 3, 'relu')).toBeCloseTo(
      sphereEnergy(POLYTOPES['least-energy-antiprism'].vertices, 3, 'relu'),
      6,
    );
  });

  it('stays finite where one point lies on another', () => {
    const { energy, done } = descend(beginDescent([1, 0, 1, 0, -1, 0], 2, 'thomson'), 2, 'thomson');
    expect(energy).toBeLessThan(200);
    expect(done).toBe(true);
  });
});
