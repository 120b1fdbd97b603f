import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { trainCommand, type Train } from '../../scripts/cli/train.ts';
import { trainInProcess } from '../../src/models/engine/in-process.ts';
import { evaluationSamples } from '../../src/models/evaluation/kept-samples.ts';
import { evaluateLoss } from '../../src/models/evaluation/loss.ts';
import { initialState, parameterCount } from '../../src/models/layout.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { RunReport } from '../../src/models/report.ts';
import { exactLoss } from '../../src/models/theory/exact-loss.ts';

vi.mock('../../src/models/evaluation/kept-samples.ts', { spy: true });

/** Stands in for training: the models as they are at step 0, measured exactly, in an order that is not best first. */
const untrained: Train = async (problem, recipe) => {
  const P = parameterCount(problem);
  const { theta } = initialState(problem);
  const models = problem.models.map((settings, index) => {
    const own = theta.slice(index * P, (index + 1) * P);
    const [m1, m2] = [new Float32Array(P), new Float32Array(P)];
    return { index, theta: own, m1, m2, loss: exactLoss(settings, problem.m, own), exact: problem.n <= 5 };
  });
  return { engine: 'wasm' as const, path: 'dense', seconds: 0.5, steps: recipe.steps, models, notices: [] };
};

const run = (...args: string[]) => runCommand('train', (given, note) => trainCommand(given, untrained, note), args);

async function reportOf(...args: string[]): Promise<RunReport> {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as RunReport;
}

describe('train', () => {
  it('prints one JSON object with the run and every key of its settings', async () => {
    const report = await reportOf('index.html?v=1&hero.S=0.76&hero.seed=3&hero.starts=1#hero');
    expect(Object.keys(report)).toEqual([
      'version',
      'figure',
      'config',
      'engine',
      'path',
      'steps',
      'seconds',
      'models',
    ]);
    expect(report).toMatchObject({
      version: 1,
      figure: 'hero',
      engine: 'wasm',
      path: 'dense',
      steps: 2000,
      seconds: 0.5,
    });
    expect(report.config).toEqual({ ...figureDefaults('hero'), S: 0.76, seed: 3, starts: 1 });
  });

  it('prints each start as n rows of m, with its metrics, lowest exact loss first', async () => {
    const { models } = await reportOf('hero.n=4&hero.starts=6&hero.S=0.8');
    expect(models.map(({ start }) => start).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const losses = models.map(({ exactLoss: loss }) => loss ?? NaN);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    for (const model of models) {
      expect(model).toMatchObject({ model: 'relu', seed: 7, density: 0.2 });
      expect(model.W.map((row) => row.length)).toEqual([2, 2, 2, 2]);
      for (const vector of [model.b, model.norms, model.superposition, model.dimensionality, model.importance])
        expect(vector).toHaveLength(4);
      model.W.forEach((row, i) => expect(model.norms[i]).toBeCloseTo(Math.hypot(...row), 12));
      expect(model.loss / (model.exactLoss ?? NaN)).toBeCloseTo(1, 1);
    }
  });

  it('prints weights unrounded: theta comes back bit for bit', async () => {
    const { models } = await reportOf('hero.starts=1');
    const theta = initialState({
      n: 5,
      m: 2,
      models: [
        { family: 'relu', density: Array(5).fill(0.1), importance: Array(5).fill(1), seed: 7, start: 0, model: 0 },
      ],
    }).theta;
    expect(Float32Array.from([...models[0].W.flat(), ...models[0].b])).toEqual(theta);
  });

  it('draws the evaluation set once for all starts of a setting, each measured as if alone', async () => {
    vi.mocked(evaluationSamples).mockClear();
    const { models } = await reportOf('hero.starts=3');
    expect(evaluationSamples).toHaveBeenCalledTimes(1);
    expect(models).toHaveLength(3);
    const { problem } = toProblem('hero', { ...figureDefaults('hero'), starts: 3 });
    for (const { W, b, start, loss } of models) {
      const theta = Float32Array.from([...W.flat(), ...b]);
      expect(loss, `start ${start}`).toBe(evaluateLoss(problem.models[start], problem.m, theta));
    }
  });

  it('leaves the exact loss out where there is none', async () => {
    const { models } = await reportOf('hero.n=6&hero.starts=1');
    expect(models[0]).not.toHaveProperty('exactLoss');
  });

  it.each([
    ['S=0.8&seed=3&starts=1#hero'],
    ['figure=hero&S=0.8&seed=3&starts=1'],
    ['?v=1&hero.S=0.8&hero.seed=3&hero.starts=1'],
    ['hero.S=0.8&seed=3&starts=1#hero'],
    ['https://example.org/toy/?v=1&hero.S=0.8&hero.seed=3&hero.starts=1&theme=dark&hide=seed'],
  ])('takes %s', async (link) => {
    expect((await reportOf(link)).config).toMatchObject({ S: 0.8, seed: 3 });
  });

  it('lets --engine decide over the link', async () => {
    expect((await reportOf('hero.starts=1&engine=webgl', '--engine', 'wasm')).config.engine).toBe('wasm');
    expect((await reportOf('hero.starts=1&hero.engine=wasm', '--engine=auto')).config.engine).toBe('auto');
    expect((await reportOf('hero.starts=1&engine=wasm')).config.engine).toBe('wasm');
  });

  it.each([
    [['hero.S=2'], 'hero.S=2 is out of range: it takes 0 to 0.999'],
    [['S=2#hero'], 'hero.S=2 is out of range: it takes 0 to 0.999'],
    [['hero.n=5.5'], 'hero.n=5.5 is not an integer: it takes 2 to 20'],
    [['hero.S=%zz'], 'hero.S=%zz is not a number: it takes 0 to 0.999'],
    [['hero.speed=3'], 'hero.speed is not a parameter'],
    [['speed=3&figure=hero'], 'speed is not a parameter'],
    [['S=0.1&hero.S=0.2'], 'hero.S is given more than once'],
    [['v=99#hero'], "v=99 is not a version of this page's links"],
    [['nobody.S=0.5'], 'nobody is not a figure; there is hero, basic'],
    [['figure=nobody&S=0.5'], 'nobody is not a figure; there is hero, basic'],
    [['index.html?v=1#why'], 'why is not a figure; there is hero, basic'],
    [['nowhere.html?v=1'], 'nowhere is not a page with a figure to train'],
    [['S=0.8'], 'which figure? hero, basic: say so with figure=hero'],
    [['basic.p=2'], 'basic.p=2 has entries out of range: it takes up to 12 numbers from 0.0005 to 1'],
    [['basic.m=21'], 'basic.m=21 is more than n=20'],
    [['absolute.begin=by-hand&absolute.target=square'], 'absolute.begin=by-hand needs target=absolute'],
    [['hero.S=0.5', '--engine', 'gpu'], '--engine gpu is not an option: it takes auto, webgl, wasm'],
    [['hero.S=0.5', '--engine', 'webgl'], 'webgl needs a browser; add --engine wasm to train here'],
    [['engine=webgl#hero'], 'webgl needs a browser; add --engine wasm to train here'],
    [['hero.S=0.5', 'hero.S=0.6'], 'one link wanted, 2 given'],
    [[], 'one link wanted, 0 given'],
    [['hero.S=0.5', '--fast'], "Unknown option '--fast'"],
  ])('refuses %j with one line and exit 2', async (args, reason) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`train: ${reason}`), stderr).toBe(true);
    expect(stderr.match(/\n/g)).toHaveLength(1);
  });

  it('prints a map cell by cell, best start first in each, with its exact loss', async () => {
    const { config, models } = await reportOf('phase-change.html?v=1&phase.cells=8&phase.starts=3');
    expect(config).toMatchObject({ cells: 8, starts: 3, gradient: 'exact' });
    expect(models.map(({ cell }) => cell)).toEqual(Array.from({ length: 192 }, (_, k) => Math.floor(k / 3)));
    for (let first = 0; first < 192; first += 3) {
      const losses = models.slice(first, first + 3).map(({ exactLoss: loss }) => loss ?? NaN);
      expect(losses).toEqual([...losses].sort((a, b) => a - b));
      expect(models.slice(first, first + 3).map(({ loss }) => loss)).toEqual(losses);
    }
    expect(Object.keys(models[0]).slice(0, 4)).toEqual(['model', 'cell', 'start', 'seed']);
  });

  it('names a cell for the models of a map only', async () => {
    expect((await reportOf('hero.starts=1')).models[0]).not.toHaveProperty('cell');
  });

  it('refuses a map of more models than one report can hold', async () => {
    expect(await run('phase.cells=128&phase.starts=5')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'train: 81920 models are more than the 65536 that fit in one report: take fewer cells or starts\n',
    });
  });

  it('trains an exact map on WebAssembly where WebGL is asked for, and says so in one line', async () => {
    const train = (...args: string[]) =>
      runCommand('train', (given, note) => trainCommand(given, trainInProcess, note), args);
    const { code, stdout, stderr } = await train('phase.cells=8&starts=1&steps=20', '--engine', 'webgl');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'train: WebGL does not compute exact gradients; training with WebAssembly.\n',
    });
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'wasm', path: 'exact', config: { engine: 'webgl' } });
    expect((await train('phase.cells=8&gradient=sampled', '--engine', 'webgl')).code).toBe(2);
  });

  it('ends with exit 1 when training itself fails', async () => {
    const diverged: Train = () => Promise.reject(new Error('the weights stopped\nbeing finite'));
    const result = await runCommand('train', (args, note) => trainCommand(args, diverged, note), ['hero.starts=1']);
    expect(result).toEqual({ code: 1, stdout: '', stderr: 'train: the weights stopped being finite\n' });
  });

  it('says how it is used', async () => {
    expect((await run('--help')).stdout).toMatch(/^npm run -s train -- /);
  });

  it('finds two opposite pairs at S = .8 and the pentagon at S = .9, at the losses of the exact minima', async () => {
    const train = async (link: string): Promise<RunReport> =>
      JSON.parse(await trainCommand([link], trainInProcess, () => {}));
    // Exact global minima for five features in two dimensions with importances .9^i.
    const pairs = (await train('hero.S=0.8')).models[0];
    expect(pairs.norms.filter((norm) => norm >= 0.9)).toHaveLength(4);
    expect((pairs.exactLoss ?? NaN) / 0.05992).toBeCloseTo(1, 1);
    const pentagon = (await train('hero.S=0.9')).models[0];
    expect(pentagon.norms.filter((norm) => norm >= 0.9)).toHaveLength(5);
    expect((pentagon.exactLoss ?? NaN) / 0.02143).toBeCloseTo(1, 1);
  });

  it('works as a process: JSON alone on stdout, exit 2 and one line on stderr for bad input', async () => {
    const script = fileURLToPath(new URL('../../scripts/train.ts', import.meta.url));
    const spawn = (...args: string[]) =>
      new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
        execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
          resolve({ code: error?.code ?? 0, stdout, stderr });
        });
      });
    const good = await spawn('hero.starts=1&hero.steps=10');
    expect(good.code).toBe(0);
    expect(JSON.parse(good.stdout)).toMatchObject({ figure: 'hero', steps: 10 });
    expect(await spawn('hero.S=2')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'train: hero.S=2 is out of range: it takes 0 to 0.999\n',
    });
  }, 20_000);
});
