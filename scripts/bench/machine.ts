/** What the bench runs on. */
import { cpus, loadavg, totalmem } from 'node:os';

export type Machine = Readonly<Record<string, string | number>>;

export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    // Of the last minute: anything above 0 at the start was somebody else's, and slows every number down.
    'load before': Number(loadavg()[0].toFixed(2)),
  };
}
