/** The three shapes of the paper's introduction by the names that the claims give them; any other by its own. */
import type { Geometry } from '../../src/models/geometry/name.ts';

/**
 * "two orthogonal", "two digons", "pentagon". Where fewer than five features are represented it is theirs to be the most
 * important ones; where they are not, the name says which are.
 */
export function shapeName({ kind, name, represented, pairs }: Geometry): string {
  const which = represented.every((feature, k) => feature === k) ? '' : ` of features ${listed(represented)}`;
  if (kind === 'orthogonal' && represented.length === 2) return `two orthogonal${which}`;
  if (kind === 'digons' && pairs.length === 2) return `two digons${which}`;
  return `${kind === 'pentagon' ? kind : name}${which}`;
}

/** As the figures number them, from 1. */
const listed = (features: readonly number[]): string => features.map((feature) => feature + 1).join(', ');
