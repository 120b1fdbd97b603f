import { backend } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { describe, expect, it, vi } from 'vitest';
import { trainReference } from '../../src/models/engine/reference.ts';
import { Run } from '../../src/models/engine/run.ts';
import { loadWasmKernel } from '../../src/models/engine/wasm/index.ts';
import { initialState } from '../../src/models/layout.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';

const { problem, recipe } = toProblem('hero', { ...figureDefaults('hero'), starts: 2, steps: 60, batch: 64 });
const until = async (run: Run, step: number): Promise<void> => {
  await run.advanceTo(
    step,
    () => false,
    () => Promise.resolve(),
  );
};
const webgl = (): WebGLRenderingContext => (backend() as MathBackendWebGL).getGPGPUContext().gl;

describe('a run on WebGL', () => {
  it('follows the float64 reference', async () => {
    const run = await Run.start(problem, recipe, 'webgl');
    await until(run, 50);
    expect(run.engine).toBe('webgl');
    const wanted = trainReference(problem, recipe, initialState(problem), 50).theta;
    run.state.theta.forEach((value, j) => expect(value).toBeCloseTo(wanted[j], 4));
  });

  it('goes on with WebAssembly from the last good state when the context is lost, and says so', async () => {
    const run = await Run.start(problem, recipe, 'webgl');
    await until(run, 20);
    const good = run.state;
    webgl().getExtension('WEBGL_lose_context')?.loseContext();
    await until(run, 60);
    expect(run.engine).toBe('wasm');
    expect(run.notices.join()).toMatch(/context was lost.*WebAssembly from step 20/);
    // Its own samples from there on, so the reference's stream is no measure.
    const kernel = await loadWasmKernel();
    expect(run.state).toEqual(kernel.train(problem, recipe, good, 40));
  });

  it('goes back to the last state read back when the context is lost between stops', async () => {
    const long = { ...recipe, steps: 1000 };
    const run = await Run.start(problem, long, 'webgl');
    await until(run, 20);
    const good = run.state;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    await run.chunk(1000);
    clock.mockRestore();
    expect(run.step).toBeGreaterThan(20);
    // Chunks are not read back one by one.
    expect(run.state).toBe(good);
    webgl().getExtension('WEBGL_lose_context')?.loseContext();
    await until(run, 200);
    expect(run.notices.join()).toMatch(/WebAssembly from step 20/);
    const kernel = await loadWasmKernel();
    expect(run.state).toEqual(kernel.train(problem, long, good, 180));
  });

  it('reads its state back now and then between stops', async () => {
    const run = await Run.start(problem, { ...recipe, steps: 1000 }, 'webgl');
    const soon = performance.now() + 5000;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(soon);
    await run.chunk(1000);
    clock.mockRestore();
    expect(run.state.step).toBe(run.step);
  });

  it('has at a stop the state of that step, with one chunk or many', async () => {
    const whole = await Run.start(problem, recipe, 'webgl');
    await until(whole, 60);
    const cut = await Run.start(problem, recipe, 'webgl');
    for (const stop of [1, 7, 8, 60]) {
      await until(cut, stop);
      expect(cut.state.step).toBe(stop);
    }
    expect(cut.state).toEqual(whole.state);
    expect(cut.rate).toBeGreaterThan(0);
  });

  it('takes a new context after a lost one', async () => {
    const lost = await Run.start(problem, recipe, 'webgl');
    await until(lost, 10);
    webgl().getExtension('WEBGL_lose_context')?.loseContext();
    await until(lost, 20);
    const fresh = await Run.start(problem, recipe, 'webgl');
    await until(fresh, 10);
    expect(fresh.engine).toBe('webgl');
  });
});
