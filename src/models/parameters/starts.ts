/** What the builders of problems share: the starts of a model, and the importances and streams that they have. */
import type { ModelSettings } from '../problem.ts';

export type Shared = Omit<ModelSettings, 'density' | 'start'>;

/** Starts 0 … starts − 1 of one model with the same density for all features. */
export function startsOf(shared: Shared, density: number, starts: number): ModelSettings[] {
  const settings = { ...shared, density: shared.importance.map(() => density) };
  return Array.from({ length: starts }, (_, start) => ({ ...settings, start }));
}

/** A density as part of the generator's key: 5000 … 10⁷, never the linear model's 0. */
export const streamOf = (density: number): number => Math.round(density * 1e7);

/** I_i = decay^i, [n], by repeated multiplication: Math.pow may differ between browsers. */
export function geometricImportance(n: number, decay: number): number[] {
  const importance = [1];
  while (importance.length < n) importance.push(importance[importance.length - 1] * decay);
  return importance;
}
