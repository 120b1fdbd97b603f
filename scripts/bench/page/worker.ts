/** Trains one share of a workload on one engine, as many steps as asked. */
import { openEngine } from './engine.ts';
import type { WorkerAnswer, WorkerRequest } from './protocol.ts';
import { openOpByOp } from './op-by-op.ts';
import type { Stepper } from './stepper.ts';

let stepper: Stepper | undefined;

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.type === 'open') {
    const { engine, problem, recipe } = request;
    stepper =
      engine === 'webgl' || engine === 'wasm'
        ? await openEngine(engine, problem, recipe)
        : await openOpByOp(engine, problem, recipe);
    return { about: stepper.about };
  }
  if (!stepper) throw new Error('nothing is open');
  await stepper.run(request.steps);
  return { about: stepper.about };
}

onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  answer(data).then(
    (message) => postMessage(message),
    (error: unknown) => postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
};
