import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { dedent } from '../../src/article/take-home/dedent.ts';
import { floats } from '../../src/article/take-home/python.ts';
import { pytorchScript } from '../../src/article/take-home/pytorch.ts';
import { trainInProcess } from '../../src/models/engine/in-process.ts';
import { initialState, parameterCount } from '../../src/models/layout.ts';
import { startState } from '../../src/models/neurons/hand-set-start.ts';
import { figureDefaults, type FigureId, type FigureValues } from '../../src/models/parameters/figures.ts';
import { FIGURE_TITLES } from '../../src/models/parameters/titles.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { pythonWithTorch } from '../support/python.ts';

function scriptOf<F extends FigureId>(figure: F, values: FigureValues<F>, losses?: number[]): string {
  const { problem, recipe } = toProblem(figure, values);
  const { seed } = values as { seed: number };
  const title = FIGURE_TITLES[figure];
  return pytorchScript({ title, source: 'the page', seed, problem, recipe, ...(losses ? { losses } : {}) });
}

const HERO = { ...figureDefaults('hero'), starts: 8, steps: 800 };
const ABSOLUTE = {
  ...figureDefaults('absolute'),
  ...({ n: 8, m: 4, p: [0.5], starts: 4, steps: 800, activation: 'gelu', bias: true } as const),
};

describe('the PyTorch script', () => {
  it('of the hero is the one that was read and run when it was written', async () => {
    const script = scriptOf('hero', { ...HERO, starts: 2 }, [0.0214, 0.022]);
    await expect(script).toMatchFileSnapshot('take-home-hero.py');
  });

  it('of a figure with sets, a hidden bias and free output weights is the one that was read', async () => {
    const values = { ...ABSOLUTE, ...({ n: 4, m: 2, starts: 1, target: 'and-or', kind: 'anticorrelated' } as const) };
    const script = scriptOf('absolute', { ...values, schedule: 'cosine' });
    await expect(script).toMatchFileSnapshot('take-home-absolute.py');
  });

  it('has the very weights of step 0, written out or as bytes', () => {
    const { problem } = toProblem('hero', HERO);
    const { theta } = initialState(problem);
    const written = floats(theta).match(/-?\d[\d.e-]*/g) ?? [];
    expect(Float32Array.from(written, Number)).toEqual(theta);

    const many = Float32Array.from({ length: 1000 }, (_, k) => Math.fround(Math.sin(k) / 7));
    const [, base64] = /decoded\("(.*)"\)/.exec(floats(many)) ?? [];
    expect(new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)).toEqual(many);
  });

  it('begins at what was set by hand where the run did', () => {
    const values = { ...ABSOLUTE, begin: 'by-hand' } as const;
    const { problem } = toProblem('absolute', values);
    const { theta } = startState(problem);
    const weights = problem.n * problem.m;
    const W = problem.models.flatMap((_, k) => {
      const at = k * parameterCount(problem);
      return [...theta.subarray(at, at + weights)];
    });
    expect(scriptOf('absolute', values)).toContain(`W = torch.nn.Parameter(${floats(Float32Array.from(W))}`);
    expect(scriptOf('absolute', values)).toContain(
      '# Random, and partly set by hand; row i of W belongs to feature i.',
    );
  });

  it.each<[string, () => string, RegExp[]]>([
    [
      'two families in one batch',
      () => scriptOf('basic', figureDefaults('basic')),
      [/is_identity = torch\.tensor/, /torch\.where\(is_identity, z, torch\.relu\(z\)\)/],
    ],
    [
      'a hidden bias and dropout',
      () => scriptOf('hidden', { ...figureDefaults('hidden'), bias: true, dropout: 0.2 }),
      [/\[W, c, b\]/, /dropout = 0\.2/, /forward\(x, training=True\)/],
    ],
    [
      'signed data, free output weights',
      () => scriptOf('absolute', ABSOLUTE),
      [/s = 2 \* torch\.rand/, /\[W, W2, c, b\]/, /approximate="tanh"/, /x\.abs\(\)/],
    ],
    [
      'binary pairs',
      () => scriptOf('absolute', { ...ABSOLUTE, target: 'and-or', kind: 'anticorrelated' }),
      [/torch\.ones_like\(v\)/, /sets = \[\("anticorrelated", \[0, 1\]\)/, /torch\.maximum/],
    ],
    [
      'sets',
      () => scriptOf('correlated', figureDefaults('correlated')),
      [/\("correlated", \[0, 1\]\), \("correlated", \[2, 3\]\)/],
    ],
    [
      'densities of their own',
      () => scriptOf('uniform', { ...figureDefaults('uniform'), ratio: 0.5 }),
      [/0\.81, 0\.405, 0\.81/],
    ],
    [
      'an exact gradient',
      () => scriptOf('phase', { ...figureDefaults('phase'), cells: 8, starts: 1, law: 'three' }),
      [/batch, lr, weight_decay = 300, 16384,/, /torch\.floor\(3 \* v\)/],
    ],
    [
      'a cosine',
      () => scriptOf('hero', { ...HERO, schedule: 'cosine', wd: 0.01 }),
      [/import math/, /math\.cos\(math\.pi \/ 2 \* t\)/, /0\.01\n/],
    ],
  ])('says what the figure has: %s', (_, script, parts) => {
    const text = script();
    for (const part of parts) expect(text).toMatch(part);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('leaves starts out rather than to grow without end', () => {
    const big = { ...figureDefaults('absolute'), n: 100, m: 64, p: [1, 0.1], starts: 100 };
    expect(scriptOf('absolute', big).length).toBeLessThan(2_000_000);
  });
});

describe('text without the code’s indentation', () => {
  it('keeps its own, also of a value with several lines, and its empty lines', () => {
    expect(dedent`
      def f(x):
          ${'a = x\n\nb = a'}
          return ${'b'} + ${1}

      f(${2})
    `).toBe('def f(x):\n    a = x\n\n    b = a\n    return b + 1\n\nf(2)');
  });

  it('leaves out the line of a value that is not there, and no other', () => {
    expect(dedent`
      a
      ${''}
      b ${''}
    `).toBe('a\nb ');
  });
});

const python = pythonWithTorch();

describe(`the PyTorch script, run${python ? '' : ' (skipped: there is no Python with torch here)'}`, () => {
  it.skipIf(!python).each([
    ['hero', HERO],
    ['absolute', ABSOLUTE],
  ] as const)(
    '%s: finds the loss of the page within 2 %%',
    async (figure, values) => {
      const { problem, recipe } = toProblem(figure, values as never);
      const { models } = await trainInProcess(problem, recipe, { engine: 'wasm' });
      const best = Math.min(...models.map(({ loss }) => loss));
      const input = scriptOf(
        figure,
        values as never,
        models.map(({ loss }) => loss),
      );
      const { stdout, stderr, status } = spawnSync(python ?? '', ['-'], {
        input,
        encoding: 'utf8',
        env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const [, found, page] = /final loss ([\d.e-]+), on the page ([\d.e-]+)/.exec(stdout) ?? [];
      expect(Number(page) / best).toBeCloseTo(1, 4);
      expect(Math.abs(Number(found) / best - 1)).toBeLessThan(0.02);
    },
    90_000,
  );
});
