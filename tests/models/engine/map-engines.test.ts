import { describe, expect, it } from 'vitest';
import type { MapJob } from '../../../src/models/engine/index.ts';
import type { WorkerLike } from '../../../src/models/engine/lane.ts';
import type { Response } from '../../../src/models/engine/messages.ts';
import { runnable } from '../../../src/models/engine/runnable.ts';
import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';
import type { ModelSettings } from '../../../src/models/problem.ts';
import { cellModels } from '../../../src/models/phase/cell-models.ts';
import { tileOrder } from '../../../src/models/phase/passes.ts';
import { localWorker } from '../../support/local-worker.ts';
import { phaseValues } from '../phase/values.ts';
import { expectSameBits, pool, small, train, trainAtOnce } from './map-fixtures.ts';
import { measureMap, trainMap } from '../../../src/models/engine/map-training.ts';

describe('auto', () => {
  /** Answers timings, by which the GPU is ten times as fast, and keeps what else it is asked. */
  function timer(): { readonly create: () => WorkerLike; readonly asked: MapJob[] } {
    const asked: MapJob[] = [];
    const create = (): WorkerLike => {
      const worker: WorkerLike = {
        postMessage: (request) => {
          if (request.type === 'map') asked.push(request.job);
          if (request.type !== 'measure') return;
          const data: Response = { type: 'measured', id: request.id, times: { wasm: 10, webgl: 1 } };
          worker.onmessage?.({ data } as MessageEvent<Response>);
        },
        terminate: () => {},
        onmessage: null,
        onerror: null,
      };
      return worker;
    };
    return { create, asked };
  }
  const values = phaseValues({ engine: 'auto', gradient: 'sampled', starts: 8 });
  const cells = tileOrder(values.cells);
  const engines = (jobs: readonly MapJob[]): string[] => jobs.map((job) => job.values.engine);

  it('is WebAssembly on every worker until the engines are timed, then the faster one, with large tiles', () => {
    const { create, asked } = timer();
    const lanes = pool(2, create);
    trainMap(lanes, { values, cells }, () => {}).cancel();
    expect(engines(asked)).toEqual(['wasm', 'wasm', 'wasm', 'wasm']);
    measureMap(lanes, values);
    trainMap(lanes, { values, cells }, () => {}).cancel();
    expect(engines(asked.slice(4))).toEqual(['webgl', 'webgl']);
    expect(asked[4].cells).toHaveLength(4096 / 8);
  });

  it.each([{ activation: 'gelu' }, { law: 'three' }] as const)(
    'takes no timing of one computation for another’s: %o',
    (change) => {
      const { create, asked } = timer();
      const lanes = pool(1, create);
      measureMap(lanes, values);
      trainMap(lanes, { values: { ...values, ...change }, cells }, () => {}).cancel();
      expect(engines(asked)).toEqual(['wasm', 'wasm']);
    },
  );

  it('is timed anew for sets, a hidden bias, dropout and another family, but not for another sparsity or seed', () => {
    const lanes = pool(1, timer().create);
    const { problem, recipe } = toProblem('hero', figureDefaults('hero'));
    lanes.measure(problem, recipe);
    const engine = (change: Partial<ModelSettings>): string =>
      lanes.resolve({ ...problem, models: problem.models.map((own) => ({ ...own, ...change })) }, recipe, 'auto');
    expect(engine({})).toBe('webgl');
    expect(engine({ seed: 99, density: problem.models[0].density.map((p) => p / 2) })).toBe('webgl');
    expect(engine({ family: 'absolute' })).toBe('wasm');
    expect(engine({ sets: [{ kind: 'correlated', members: [0, 1] }] })).toBe('wasm');
    expect(lanes.resolve({ ...problem, hiddenBias: true }, recipe, 'auto')).toBe('wasm');
    expect(lanes.resolve(problem, { ...recipe, dropout: 0.2 }, 'auto')).toBe('wasm');
  });

  it('is always WebAssembly for exact gradients, and nothing is timed', () => {
    const { create, asked } = timer();
    const lanes = pool(1, create);
    measureMap(lanes, values);
    trainMap(lanes, { values: { ...values, gradient: 'exact' }, cells }, () => {}).cancel();
    expect(engines(asked)).toEqual(['wasm', 'wasm']);
  });
});

describe('what cannot run as it is asked for', () => {
  const problem = toProblem('phase', small).problem;
  const exact = toProblem('phase', small).recipe;

  it('is changed with one line that says so: exact gradients run on WebAssembly, where there are any', () => {
    expect(runnable(problem, exact, 'webgl')).toEqual({
      engine: 'wasm',
      recipe: exact,
      notices: ['WebGL does not compute exact gradients; training with WebAssembly.'],
    });
    const hidden = { models: problem.models.map((settings) => ({ ...settings, family: 'relu-hidden' as const })) };
    const sampled = runnable(hidden, exact, 'wasm');
    expect(sampled).toMatchObject({ engine: 'wasm', recipe: { gradient: 'sampled' } });
    expect(sampled.notices).toHaveLength(1);
  });

  it('is left alone where it can', () => {
    const recipe = { ...exact, gradient: 'sampled' } as const;
    expect(runnable(problem, exact, 'auto')).toEqual({ engine: 'auto', recipe: exact, notices: [] });
    expect(runnable(problem, recipe, 'webgl')).toEqual({ engine: 'webgl', recipe, notices: [] });
    const gelu = { models: cellModels({ ...small, activation: 'gelu', law: 'three' }, [0], 1) };
    expect(runnable(gelu, exact, 'wasm')).toEqual({ engine: 'wasm', recipe: exact, notices: [] });
  });

  it('says so in the map’s result, once, and uses every worker', async () => {
    let made = 0;
    const lanes = pool(3, () => {
      made++;
      return localWorker();
    });
    const { result, map } = await train(lanes, { ...small, engine: 'webgl' });
    expect(result?.notices).toEqual(['WebGL does not compute exact gradients; training with WebAssembly.']);
    expect(made).toBe(3);
    expectSameBits(map, await trainAtOnce(small));
  });

  it('where there is no WebGL the first worker finds out, and all go on with WebAssembly', async () => {
    let made = 0;
    const lanes = pool(3, () => {
      made++;
      return localWorker();
    });
    const values = phaseValues({ cells: 14, starts: 64, steps: 10, gradient: 'sampled', engine: 'webgl', batch: 16 });
    const training = train(lanes, values);
    expect(made).toBe(1);
    const { result, map } = await training;
    expect(made).toBe(3);
    expect(result?.engine).toBe('wasm');
    expect(result?.notices.join()).toMatch(/^WebGL is not available here .*WebAssembly\.$/);
    expectSameBits(map, await trainAtOnce({ ...values, engine: 'wasm' }));
  });
});
