/** Whoever is timed: PyTorch in its own process, everything else in browser workers. */
import type { Workload } from './workloads.ts';

/** The columns of the bench. `torch` is what the others are compared with. */
export const ENGINES = ['torch', 'tfjs-webgl', 'tfjs-wasm', 'webgl', 'wasm', 'wasm-2', 'wasm-exact'] as const;
export type EngineColumn = (typeof ENGINES)[number];

/** One engine, set up for one workload. */
export interface Session {
  /** Takes `steps` ≥ 1 steps of the whole batch, to the end. Resolves to the seconds they took. */
  run(steps: number): Promise<number>;
  close(): Promise<void>;
}

export interface Contestant {
  readonly name: EngineColumn;
  /**
   * @returns null where the workload makes no sense for this engine
   * @throws Error with a one-line reason when it should run but does not
   */
  open(workload: Workload): Promise<Session | null>;
}
