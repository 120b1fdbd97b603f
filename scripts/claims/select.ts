/** Which claims `--only` names. */
import { UsageError } from '../cli/usage-error.ts';
import type { ExperimentDefinition } from './definition.ts';

/**
 * The experiments with the named claims alone; those without any are left out.
 *
 * @param only beginnings of ids that end where a part of the id ends: `E3`, `E3.represented`, `E3.represented.p=0.3`
 * @throws UsageError where a name selects nothing
 */
export function selectClaims(
  experiments: readonly ExperimentDefinition[],
  only: readonly string[],
): ExperimentDefinition[] {
  const selects = (name: string, id: string): boolean => id === name || id.startsWith(`${name}.`);
  const unknown = only.find((name) => !experiments.some(({ claims }) => claims.some(({ id }) => selects(name, id))));
  if (unknown !== undefined) {
    const known = experiments.map(({ id }) => id).join(', ');
    throw new UsageError(`--only ${unknown}: no claim has this name; there is ${known}, and their claims by id`);
  }
  return experiments
    .map((experiment) => ({
      ...experiment,
      claims: experiment.claims.filter(({ id }) => only.some((name) => selects(name, id))),
    }))
    .filter(({ claims }) => claims.length > 0);
}
