/** The arguments of `npm run -s bench`. */
import { parseArgs } from 'node:util';
import { UsageError } from '../cli/usage-error.ts';
import { WORKLOADS, type WorkloadName } from './workloads.ts';

export const USAGE = `npm run -s bench -- [--json] [--only W1,W4|none] [--page] [--seconds 25]

  --only     which workloads: ${WORKLOADS.join(', ')}, or none
  --page     also the times that a reader of the built page waits
  --seconds  for each workload`;

export interface BenchArguments {
  readonly json: boolean;
  readonly workloads: readonly WorkloadName[];
  readonly page: boolean;
  /** For each workload. */
  readonly seconds: number;
  readonly help: boolean;
}

const DEFAULT_SECONDS = 25;

/** @throws UsageError */
export function readBenchArguments(args: readonly string[]): BenchArguments {
  const { json, only, page, seconds, help } = parse(args);
  const time = seconds === undefined ? DEFAULT_SECONDS : Number(seconds);
  if (!(time > 0)) throw new UsageError(`--seconds ${seconds} is not a positive number`);
  return { json, page, help, seconds: time, workloads: only === undefined ? WORKLOADS : toWorkloads(only) };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const options = { json: flag, page: flag, only: text, seconds: text, help: { ...flag, short: 'h' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function toWorkloads(text: string): WorkloadName[] {
  if (text === 'none') return [];
  return text.split(',').map((name) => {
    const workload = WORKLOADS.find((each) => each === name.trim());
    if (!workload) throw new UsageError(`--only ${name}: it takes ${WORKLOADS.join(', ')} or none`);
    return workload;
  });
}
