/** The two axes of the map by name. */
import type { PhaseGrid, PhasePlace } from './grid.ts';

export type PhaseAxis = 'importance' | 'density';

const COORDINATE = { importance: 'r', density: 'p' } as const;

/** The values at the two ends of an axis, in the order in which it is drawn. */
export const endsOf = (grid: PhaseGrid, axis: PhaseAxis): readonly [from: number, to: number] => grid[COORDINATE[axis]];

export const valueOn = (place: PhasePlace, axis: PhaseAxis): number => place[COORDINATE[axis]];

export const placeOn = (place: PhasePlace, axis: PhaseAxis, value: number): PhasePlace => ({
  ...place,
  [COORDINATE[axis]]: value,
});
