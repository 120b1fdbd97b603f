/** The bench page: workers by number, timed from the page as a reader's figure would see them. */
import { deal } from '../../../src/models/engine/deal.ts';
import { workload } from '../workloads.ts';
import type { WorkerAnswer, WorkerRequest } from './protocol.ts';

const sessions = new Map<number, readonly Worker[]>();

function ask(worker: Worker, request: WorkerRequest): Promise<Readonly<Record<string, string | number>>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.about);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be loaded'));
    worker.postMessage(request);
  });
}

window.bench = {
  async open(engine, name, count) {
    const { problem, recipe } = workload(name);
    const workers = Array.from({ length: count }, () => {
      return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    });
    const session = sessions.size;
    sessions.set(session, workers);
    const opened = await Promise.all(
      deal(problem, count).map((indices, w) => {
        const models = indices.map((k) => problem.models[k]);
        return ask(workers[w], { type: 'open', engine, problem: { ...problem, models }, recipe });
      }),
    );
    return { session, about: opened[0] };
  },
  async run(session, steps) {
    const began = performance.now();
    await Promise.all((sessions.get(session) ?? []).map((worker) => ask(worker, { type: 'run', steps })));
    return (performance.now() - began) / 1000;
  },
  close(session) {
    sessions.get(session)?.forEach((worker) => worker.terminate());
    sessions.set(session, []);
  },
};
