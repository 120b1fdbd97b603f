import { expect, it } from 'vitest';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { loadWasmKernel } from '../../src/models/engine/wasm/index.ts';
import { measureModels } from '../../src/models/evaluation/measure.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';

it('measures with WebAssembly what only WebGL has trained', async () => {
  // Six features have no closed form.
  const { problem, recipe } = toProblem('hero', { ...figureDefaults('hero'), n: 6, starts: 2, steps: 20, batch: 64 });
  const count = 1 << 12;
  const job = { problem, recipe, engine: 'webgl', until: 20, announce: [], evaluationSamples: count } as const;
  const { engine, models } = await runInProcess(job);
  expect(engine).toBe('webgl');
  const theta = new Float32Array(models.flatMap((model) => [...model.theta]));
  const { meanLoss } = await loadWasmKernel();
  expect(models.map(({ loss }) => loss)).toEqual(measureModels(problem, theta, { count, meanLoss }));
  expect(models.map(({ loss }) => loss)).not.toEqual(measureModels(problem, theta, { count }));
});
