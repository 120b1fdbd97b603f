/** The arguments of `npm run -s claims`. */
import { parseArgs } from 'node:util';
import { UsageError } from '../cli/usage-error.ts';

export const USAGE = `npm run -s claims -- [--json] [--only E1,E3.represented] [--write]

  --only   experiments, or beginnings of ids
  --write  records the results that reproduction.html shows (all of them)`;

export interface ClaimsArguments {
  readonly json: boolean;
  /** Beginnings of ids, whole up to a dot; all when absent. */
  readonly only?: readonly string[];
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws UsageError */
export function readClaimsArguments(args: readonly string[]): ClaimsArguments {
  const { json, only, write, help } = parse(args);
  if (only === undefined) return { json, write, help };
  if (write) throw new UsageError('--write records all claims; leave --only out');
  const names = only.split(',').map((name) => name.trim());
  if (names.includes('')) throw new UsageError(`--only ${only} has an empty name`);
  return { json, write, help, only: names };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const options = { json: flag, write: flag, only: { type: 'string' }, help: { ...flag, short: 'h' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
