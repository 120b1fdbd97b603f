/** The arguments of the commands that make files of the repository: `npm run stills`, `kernel` and `readme`. */
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export interface MakerArguments {
  /** Compare with what is there instead of writing. */
  readonly check: boolean;
  /** What to make; everything when empty. */
  readonly names: readonly string[];
}

/**
 * Strict, since what is not understood would otherwise be taken for an order to write.
 *
 * @param known the names that can be given
 * @throws UsageError
 */
export function readMakerArguments(
  args: readonly string[],
  command: string,
  known: readonly string[] = [],
): MakerArguments {
  const usage = `usage: npm run ${command} -- [--check]${known.length > 0 ? ` [${known.join('|')} …]` : ''}`;
  const { values, positionals } = parse(args, usage);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no ${unknown} to make; ${usage}`);
  return { check: values.check, names: positionals };
}

function parse(args: readonly string[], usage: string) {
  const check = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args: [...args], options: { check }, allowPositionals: true });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${reason}; ${usage}`);
  }
}

/** Those of this process, which ends with one line on stderr and status 2 where they are not understood. */
export function ownMakerArguments(command: string, known?: readonly string[]): MakerArguments {
  try {
    return readMakerArguments(process.argv.slice(2), command, known);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${command}: ${error.message}`);
    process.exit(2);
  }
}
