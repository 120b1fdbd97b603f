/** PyTorch on one thread, driven over a pipe. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Readable, Writable } from 'node:stream';
import type { Contestant } from './contestant.ts';
import type { Workload } from './workloads.ts';

export interface Torch extends Contestant {
  readonly version: string;
  /** The library that multiplies its matrices: the reference BLAS makes it three times slower. */
  readonly blas: string;
  close(): void;
}

type Answer = Readonly<Record<string, unknown>>;

const SCRIPT = fileURLToPath(new URL('torch_bench.py', import.meta.url));
/** torch.set_num_threads does not reach every BLAS. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', BLIS_NUM_THREADS: '1' };

class Python {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  constructor(command: string) {
    this.#process = spawn(command, [SCRIPT], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...ONE_THREAD },
    });
    // A command that does not exist, or a script that stopped: both show as the end of its answers.
    this.#process.on('error', () => {});
    this.#process.stdin.on('error', () => {});
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  /** @throws Error when the script has ended */
  async answer(): Promise<Answer> {
    const line = await this.#lines.next();
    if (line.done) throw new Error('the Python script ended');
    return JSON.parse(line.value) as Answer;
  }

  ask(request: unknown): Promise<Answer> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    return this.answer();
  }

  close(): void {
    this.#process.stdin.end();
  }
}

/** The first Python that has PyTorch: $PYTHON, /usr/bin/python3, python3. Null when none has. */
export async function findTorch(): Promise<Torch | null> {
  for (const command of [process.env.PYTHON, '/usr/bin/python3', 'python3']) {
    if (!command) continue;
    const python = new Python(command);
    try {
      const { version, blas } = await python.answer();
      return {
        name: 'torch',
        version: String(version),
        blas: String(blas),
        open: (workload) => open(python, workload),
        close: () => python.close(),
      };
    } catch {
      python.close();
    }
  }
  return null;
}

async function open(python: Python, { problem, recipe }: Workload) {
  const { n, m, models } = problem;
  await python.ask({
    open: {
      ...{ n, m, batch: recipe.batch, lr: recipe.learningRate, wd: recipe.weightDecay },
      density: models.map(({ density }) => density),
      importance: models.map(({ importance }) => importance),
    },
  });
  return {
    run: async (steps: number) => Number((await python.ask({ run: steps })).seconds),
    // The next workload takes its place.
    close: () => Promise.resolve(),
  };
}
