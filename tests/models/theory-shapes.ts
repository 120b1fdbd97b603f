/** Hand-made models with known losses, for the tests of the theory. */
import type { ModelSettings } from '../../src/models/problem.ts';

/** `count` features of one length at equal angles in two dimensions, [count, 2]. */
export function polygonRows(count: number, length = 1): number[] {
  return Array.from({ length: count }, (_, i) => (2 * Math.PI * i) / count).flatMap((angle) => [
    length * Math.cos(angle),
    length * Math.sin(angle),
  ]);
}

/** W with one bias for all features, as a model's parameters. */
export const withBias = (W: readonly number[], n: number, b = 0): number[] => [...W, ...Array<number>(n).fill(b)];

/** n features of one density and importance decay^i. */
export function settingsOf(
  n: number,
  p: number,
  extra: Partial<ModelSettings> & { decay?: number } = {},
): ModelSettings {
  const { decay = 1, ...rest } = extra;
  return {
    family: 'relu',
    density: Array<number>(n).fill(p),
    importance: Array.from({ length: n }, (_, i) => decay ** i),
    seed: 1,
    start: 0,
    model: 0,
    ...rest,
  };
}
