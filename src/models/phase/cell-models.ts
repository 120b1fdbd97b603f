/** What is trained in the cells of a phase diagram. */
import type { Activation, FamilyName } from '../families.ts';
import { toRecipe } from '../parameters/recipe.ts';
import type { FigureValues } from '../parameters/figures.ts';
import type { ModelSettings, Recipe } from '../problem.ts';
import { cellCentre, gridOf } from './grid.ts';

export type PhaseValues = FigureValues<'phase'>;

const FAMILY: Readonly<Record<Activation, FamilyName>> = { identity: 'linear', relu: 'relu', gelu: 'gelu' };

/**
 * Starts 0 … starts − 1 of each of the given cells, cell by cell. The cell's number is the generator's `model`, so a
 * cell's models are the same whichever other cells are trained with it, and in whatever order.
 */
export function cellModels(values: PhaseValues, cells: ArrayLike<number>, starts: number): ModelSettings[] {
  const { n, activation, law, seed } = values;
  const grid = gridOf(values);
  return Array.from(cells).flatMap((cell) => {
    const { r, p } = cellCentre(grid, cell);
    const settings = {
      family: FAMILY[activation],
      density: Array.from({ length: n }, () => p),
      importance: Array.from({ length: n }, (_, i) => (i < n - 1 ? 1 : r)),
      seed,
      model: cell,
      law,
    };
    return Array.from({ length: starts }, (_, start): ModelSettings => ({ ...settings, start }));
  });
}

export const phaseRecipe = (values: PhaseValues): Recipe => ({ ...toRecipe(values), gradient: values.gradient });

/** How many models a whole map takes. */
export const modelCount = ({ cells, starts }: Pick<PhaseValues, 'cells' | 'starts'>): number => cells * cells * starts;
