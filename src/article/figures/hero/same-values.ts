/** Whether two settings of the hero are the same in every parameter. */
import type { FigureValues } from '../../../models/parameters/figures.ts';

export function sameValues(a: FigureValues<'hero'>, b: FigureValues<'hero'>): boolean {
  return (Object.keys(a) as (keyof FigureValues<'hero'>)[]).every((key) => a[key] === b[key]);
}
