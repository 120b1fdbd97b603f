/** Which models the special paths were made for. */
import { FAMILIES, type Family } from '../../families.ts';
import type { ModelSettings, Problem, Recipe } from '../../problem.ts';

/**
 * Tied weights without a hidden activation, bias or dropout, linear or ReLU output, and data that are independent
 * features, uniform on [0, 1): what the linear and the ReLU output model of the paper are.
 */
export function isPlain(
  { hiddenBias }: Pick<Problem, 'hiddenBias'>,
  { family, sets, law = 'uniform' }: Pick<ModelSettings, 'family' | 'sets' | 'law'>,
  { dropout }: Pick<Recipe, 'dropout'>,
): boolean {
  const { hidden, output, tied, target, signed } = FAMILIES[family] as Family;
  const linear = tied && hidden === 'identity' && output !== 'gelu' && !hiddenBias && !dropout;
  return linear && target === 'identity' && !signed && law === 'uniform' && !sets?.length;
}
