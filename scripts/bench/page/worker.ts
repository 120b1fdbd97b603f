/** Trains one share of a workload on one engine, as many steps as asked. */
import type { Problem, Recipe } from '../../../src/models/problem.ts';
import { openEngine } from './engine.ts';
import type { BenchEngine, WorkerAnswer, WorkerRequest } from './protocol.ts';
import { openOpByOp } from './op-by-op.ts';
import type { Stepper } from './stepper.ts';

let stepper: Stepper | undefined;

function open(engine: BenchEngine, problem: Problem, recipe: Recipe): Promise<Stepper> {
  switch (engine) {
    case 'tfjs-webgl':
    case 'tfjs-wasm':
      return openOpByOp(engine, problem, recipe);
    case 'wasm-exact':
      return openEngine('wasm', problem, { ...recipe, gradient: 'exact' });
    default:
      return openEngine(engine, problem, recipe);
  }
}

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.type === 'open') {
    const { engine, problem, recipe } = request;
    stepper = await open(engine, problem, recipe);
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
