/** npm run -s train -- '<link or its query>' [--engine wasm|webgl|auto] */
import { runAsProcess } from './cli/run-command.ts';
import { trainCommand, type Train } from './cli/train.ts';

/** The engine loads once the input has proved good. */
const train: Train = async (...run) => {
  const { trainInProcess } = await import('../src/models/engine/in-process.ts');
  return trainInProcess(...run);
};

await runAsProcess('train', (args, note) => trainCommand(args, train, note));
