/** What Node, the bench page and its workers say to each other. */
import type { Problem, Recipe } from '../../../src/models/problem.ts';
import type { WorkloadName } from '../workloads.ts';

/** What one worker can run: tfjs op by op, or the reader's engine. */
export type BenchEngine = 'tfjs-webgl' | 'tfjs-wasm' | 'webgl' | 'wasm' | 'wasm-exact';

export type WorkerRequest =
  | { readonly type: 'open'; readonly engine: BenchEngine; readonly problem: Problem; readonly recipe: Recipe }
  | { readonly type: 'run'; readonly steps: number };

/** `error` is a reason in one line. */
export type WorkerAnswer = { readonly about: Readonly<Record<string, string | number>> } | { readonly error: string };

/** The bench page's face, as `window.bench`. */
interface BenchPage {
  /**
   * Sets up workers that share the models of a workload, dealt as a figure's are.
   * @returns the session's number and what the first worker says of itself
   */
  open(engine: BenchEngine, workload: WorkloadName, workers: number): Promise<OpenedSession>;
  /** Seconds until every worker has taken its steps. */
  run(session: number, steps: number): Promise<number>;
  close(session: number): void;
}

interface OpenedSession {
  readonly session: number;
  readonly about: Readonly<Record<string, string | number>>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
