/** Times several engines on one workload in interleaved rounds, so that a busy moment of the machine hits all alike. */
import type { Contestant, EngineColumn, Session } from './contestant.ts';
import type { Workload } from './workloads.ts';

const ROUNDS = 5;
/** Where one step takes seconds, fewer rounds have to do. */
const LEAST_ROUNDS = 3;
/** Long enough for a first guess of the rate. */
const TRIAL_SECONDS = 0.1;
/** A lost GPU answers never; the slowest step here takes seconds. */
const PATIENCE_SECONDS = 90;

interface Racer {
  readonly name: EngineColumn;
  readonly session: Session;
  /** Steps of one round. */
  readonly steps: number;
  /** Steps per second, a number a round. */
  readonly rates: number[];
}

/**
 * @param seconds how long it may take, setting up and single steps that are longer than their share not counted
 * @param complain told, in one line, what could not run
 * @returns steps per second of the whole batch: the median of the rounds; absent engines are missing
 */
export async function race(
  contestants: readonly Contestant[],
  workload: Workload,
  seconds: number,
  complain: (line: string) => void,
): Promise<Map<EngineColumn, number>> {
  const share = seconds / contestants.length / (ROUNDS + 1);
  let racers: Racer[] = [];
  const drop = (name: EngineColumn, error: unknown, session?: Session): void => {
    racers = racers.filter((racer) => racer.name !== name);
    void session?.close().catch(() => {});
    complain(`${workload.name}: ${name} did not run: ${error instanceof Error ? error.message : String(error)}`);
  };
  for (const { name, open } of contestants) {
    let session: Session | null = null;
    try {
      session = await patiently(open(workload));
      if (session) racers.push({ name, session, steps: await stepsIn(session, share), rates: [] });
    } catch (error) {
      drop(name, error, session ?? undefined);
    }
  }
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    if (round >= LEAST_ROUNDS && (performance.now() - began) / 1000 > seconds) break;
    for (const { name, session, steps, rates } of racers) {
      try {
        rates.push(steps / (await patiently(session.run(steps))));
      } catch (error) {
        drop(name, error, session);
      }
    }
  }
  await Promise.all(racers.map(({ session }) => session.close()));
  return new Map(racers.map(({ name, rates }) => [name, median(rates)]));
}

/** Warms up, and finds how many steps fill a round. */
async function stepsIn(session: Session, seconds: number): Promise<number> {
  await patiently(session.run(1));
  let steps = 1;
  let took = await patiently(session.run(steps));
  while (took < Math.min(TRIAL_SECONDS, seconds)) {
    steps = Math.ceil(steps * Math.min(10, (1.5 * TRIAL_SECONDS) / Math.max(took, 1e-4)));
    took = await patiently(session.run(steps));
  }
  return Math.max(1, Math.round((steps * seconds) / took));
}

/** @throws Error when nothing has come for too long */
async function patiently<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_SECONDS} s`)), PATIENCE_SECONDS * 1000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
