/** The arguments of `npm run -s train`. */
import { parseArgs } from 'node:util';
import { formatRange } from '../../src/models/parameters/format.ts';
import { parseValue } from '../../src/models/parameters/parse.ts';
import { PARAMETERS, type EngineChoice } from '../../src/models/parameters/table.ts';
import { UsageError } from './usage-error.ts';

export const USAGE = "npm run -s train -- '<link or its query>' [--engine wasm|webgl|auto]";

export interface TrainArguments {
  readonly link: string;
  /** Instead of the link's. */
  readonly engine?: EngineChoice;
  readonly help: boolean;
}

/** @throws UsageError */
export function readTrainArguments(args: readonly string[]): TrainArguments {
  const { values, positionals } = parse(args);
  if (values.help) return { link: '', help: true };
  if (positionals.length !== 1) throw new UsageError(`one link wanted, ${positionals.length} given; usage: ${USAGE}`);
  const [link] = positionals;
  return { link, help: false, ...(values.engine === undefined ? {} : { engine: toEngine(values.engine) }) };
}

function parse(args: readonly string[]) {
  const engine = { type: 'string' } as const;
  const help = { type: 'boolean', short: 'h' } as const;
  try {
    return parseArgs({ args: [...args], options: { engine, help }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function toEngine(text: string): EngineChoice {
  const parsed = parseValue(PARAMETERS.engine, text);
  if (!parsed.ok)
    throw new UsageError(`--engine ${text} ${parsed.problem}: it takes ${formatRange(PARAMETERS.engine)}`);
  return parsed.value as EngineChoice;
}
