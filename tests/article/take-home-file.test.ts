import { describe, expect, it } from 'vitest';
import { MOST_BYTES, readRun } from '../../src/article/take-home/read-run.ts';
import { writeRun } from '../../src/article/take-home/run-file.ts';
import { Run } from '../../src/models/engine/run.ts';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { parameterCount } from '../../src/models/layout.ts';
import { figureDefaults, FIGURES, type FigureId, type FigureValues } from '../../src/models/parameters/figures.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import type { State } from '../../src/models/problem.ts';
import type { ReportedRun } from '../../src/models/report.ts';

const HERO = { ...figureDefaults('hero'), starts: 2, steps: 120, batch: 64, engine: 'wasm' } as const;

/** A figure trained to a step as its download has it. */
async function trained<F extends FigureId>(
  figure: F,
  values: FigureValues<F>,
  until?: number,
): Promise<ReportedRun<F>> {
  const { problem, recipe } = toProblem(figure, values);
  const stop = until ?? recipe.steps;
  const job = { problem, recipe, engine: 'wasm', until: stop, announce: [], evaluationSamples: 64 } as const;
  const { engine, path, steps, seconds, models } = await runInProcess(job);
  const measured = models.map(({ m1, m2, ...model }) => ({ ...model, moments: { step: steps, m1, m2 } }));
  return { version: 1, figure, values, problem, engine, path, steps, seconds, models: measured };
}

/** The models of a file as one state, in the file's order. */
function stateOf({ models }: ReturnType<typeof readRun>): State {
  const join = (arrays: (Float32Array | undefined)[]): Float32Array =>
    new Float32Array(arrays.flatMap((array) => [...(array ?? [])]));
  return {
    step: models[0].moments?.step ?? NaN,
    theta: join(models.map(({ theta }) => theta)),
    m1: join(models.map(({ moments }) => moments?.m1)),
    m2: join(models.map(({ moments }) => moments?.m2)),
  };
}

const CASES = {
  hero: HERO,
  hidden: { ...figureDefaults('hidden'), starts: 2, steps: 60, batch: 32, bias: true, dropout: 0.3 },
  absolute: {
    ...figureDefaults('absolute'),
    ...({ n: 6, m: 4, starts: 2, steps: 60, batch: 32, bias: true, p: [1, 0.2], begin: 'by-hand' } as const),
  },
  uniform: { ...figureDefaults('uniform'), n: 12, m: 3, p: [0.5, 0.1], ratio: 0.5, steps: 60, batch: 32 },
  correlated: { ...figureDefaults('correlated'), n: 6, m: 3, starts: 1, steps: 60, batch: 32 },
} as const satisfies { readonly [F in FigureId]?: FigureValues<F> };

describe('a run that is written at step k, read and trained on', () => {
  it.each(Object.keys(CASES) as (keyof typeof CASES)[])(
    '%s: ends as the run that nobody interrupted, bit for bit',
    async (figure) => {
      const values = CASES[figure] as FigureValues<typeof figure>;
      const whole = await trained(figure, values);
      const read = readRun(writeRun(await trained(figure, values, Math.round(whole.steps / 3))), figure);
      expect(read.values).toEqual(values);
      const run = await Run.start(read.problem, read.recipe, 'wasm', stateOf(read));
      const { theta } = await run.advanceTo(
        read.recipe.steps,
        () => false,
        async () => {},
      );
      run.dispose();
      const P = parameterCount(read.problem);
      expect(theta.every(Number.isFinite)).toBe(true);
      read.problem.models.forEach((settings, k) => {
        const at = whole.problem.models.findIndex(
          ({ model, start, family }) =>
            model === settings.model && start === settings.start && family === settings.family,
        );
        expect(theta.slice(k * P, (k + 1) * P)).toEqual(whole.models[at].theta);
      });
    },
  );

  it('takes weights as far as training and hands go, and a loss that rounding leaves under 0', async () => {
    const run = JSON.parse(writeRun(await trained('hero', HERO))) as { models: Record<string, unknown>[] };
    Object.assign(run.models[0], { b: [0, 0, 0, 0, -12.5], exactLoss: -1e-9 });
    expect(readRun(JSON.stringify(run), 'hero').models[0].theta.at(-1)).toBe(-12.5);
  });

  it('keeps every model of the file, the best start first, and its loss', async () => {
    const run = await trained('hero', HERO);
    const { models, steps, engine, path } = readRun(writeRun(run), 'hero');
    expect(models.map(({ loss }) => loss)).toEqual(run.models.map(({ loss }) => loss).sort((a, b) => a - b));
    expect({ steps, engine, path }).toEqual({ steps: 120, engine: 'wasm', path: run.path });
  });

  it('a map is read cell by cell', async () => {
    const values = { ...figureDefaults('phase'), cells: 8, starts: 2, steps: 10 };
    const run = await trained('phase', values);
    const some = run.problem.models.flatMap(({ start }, k) => (start === 1 && k < 40 ? [k] : []));
    const problem = { ...run.problem, models: some.map((k) => run.problem.models[k]) };
    const read = readRun(
      writeRun({ ...run, problem, models: some.map((k, index) => ({ ...run.models[k], index })) }),
      'phase',
    );
    expect(read.problem.models).toEqual(problem.models);
  });

  it('a map whose cell has another density than its place is refused', async () => {
    const values = { ...figureDefaults('phase'), cells: 8, starts: 1, steps: 10 };
    const run = await trained('phase', values);
    const models = run.problem.models.map((settings) => ({ ...settings, density: settings.density.map(() => 0.5) }));
    const file = writeRun({ ...run, problem: { ...run.problem, models } });
    expect(() => readRun(file, 'phase')).toThrow('models[0].density is not that of these settings');
  });

  it('what the command line prints is read too, without a state to go on from', async () => {
    const { schema: _, ...report } = JSON.parse(writeRun(await trained('hero', HERO))) as Record<string, unknown>;
    const models = (report.models as Record<string, unknown>[]).map(({ adam: _, ...model }) => model);
    const read = readRun(JSON.stringify({ ...report, models }), 'hero');
    expect(read.models).toHaveLength(2);
    expect(read.models[0].moments).toBeUndefined();
    expect(read.models.map(({ step, origin }) => [step, origin])).toEqual([
      [120, 'seed'],
      [120, 'seed'],
    ]);
  });
});

describe('a file that is refused', async () => {
  const good = writeRun(await trained('hero', HERO));
  type Loose = Record<string, unknown> & { config: Record<string, unknown>; models: Record<string, unknown>[] };
  const changed = (change: (run: Loose) => void): string => {
    const run = JSON.parse(good) as Loose;
    change(run);
    return JSON.stringify(run);
  };
  const config = (values: object) => changed((run) => Object.assign(run.config, values));
  const model = (values: object) => changed((run) => Object.assign(run.models[0], values));
  const firstNumber = (text: string) => good.replace(/"W": \[\s+\[[^,]+,/, `"W": [[${text},`);
  const html = '<img src=x onerror=alert(1)>';

  it.each<[string, string, RegExp]>([
    ['not JSON', 'hello', /not JSON/],
    ['nothing', '', /not JSON/],
    ['truncated', good.slice(0, good.length / 2), /not JSON/],
    ['endlessly nested', '['.repeat(1_000_000), /not JSON/],
    ['a list', '[]', /the file is not an object/],
    ['null', 'null', /the file is not an object/],
    ['too large', ' '.repeat(MOST_BYTES + 1), /too large/],
    ['an unknown schema', changed((run) => (run.schema = 2)), /schema is not 1/],
    ['an unknown version', changed((run) => (run.version = 99)), /version/],
    ['a version of another kind', changed((run) => (run.version = 'constructor')), /version/],
    ['an unknown figure', changed((run) => (run.figure = 'toString')), /figure is not one/],
    ['another figure', changed((run) => (run.figure = 'basic')), /another figure, “twenty features in five/],
    ['an unknown engine', changed((run) => (run.engine = html)), /engine is not known/],
    ['a path of markup', changed((run) => (run.path = html)), /path/],
    ['a prototype key', good.replace('"config": {', '"config": {"__proto__": {"n": 3},'), /“__proto__”/],
    ['a prototype key above', good.replace('{', '{"constructor": 1,'), /“constructor”/],
    [
      'a huge n',
      config({ n: 1e9 }),
      RegExp(`config\\.n is not allowed: it takes 2 to ${FIGURES.hero.parameters.n.max}$`),
    ],
    ['an n of text', config({ n: '5' }), /config\.n is not allowed/],
    ['an n that is null', config({ n: null }), /config\.n is not allowed/],
    ['broken n', config({ n: 5.5 }), /config\.n is not allowed/],
    ['a setting of markup', config({ model: html }), /config\.model is not allowed: it takes linear, relu/],
    ['a negative seed', config({ seed: -1 }), /config\.seed/],
    ['an unknown setting', config({ [html]: 1 }), /config has “<img/],
    ['more steps than the recipe has', changed((run) => (run.steps = 1e7)), /steps is not an integer/],
    ['no models', changed((run) => (run.models = [])), /models is not a list/],
    ['models of another kind', changed((run) => (run.models = 'many' as never)), /models is not a list/],
    ['a model twice', changed((run) => run.models.push(run.models[0])), /models\[2\] is the same as models\[0\]/],
    ['a start that is not there', model({ start: 2 }), /models\[0\] is not a model of these settings/],
    ['a start of another kind', model({ start: '0' }), /models\[0\]\.start is not a number/],
    ['another density', model({ density: 0.5 }), /models\[0\] is not a model of these settings/],
    ['a density of another length', model({ density: [0.1] }), /density has 1 entries instead of 5/],
    ['a density that is nested', model({ density: Array(5).fill([0.1]) }), /density is not a number/],
    ['another seed', model({ seed: 8 }), /models\[0\] is not a model of these settings/],
    ['another importance', model({ importance: [1, 1, 1, 1, 1] }), /importance/],
    ['an unknown key', model({ script: html }), /models\[0\] has “script”/],
    ['too few rows', model({ W: [[1, 2]] }), /W has 1 rows instead of 5/],
    ['too few columns', model({ W: Array(5).fill([1]) }), /W has 1 entries instead of 2/],
    ['no weights', model({ W: undefined }), /W is missing/],
    ['a claim of a long list', model({ b: { length: 5 } }), /b is not a list/],
    ['output weights that it has not', model({ W2: Array(5).fill([1, 2]) }), /W2 belongs to another model/],
    ['a hidden bias that it has not', model({ c: [1, 2] }), /c belongs to another model/],
    ['NaN', firstNumber('NaN'), /not JSON/],
    ['Infinity', firstNumber('-Infinity'), /not JSON/],
    ['1e999', firstNumber('1e999'), /W is not finite/],
    ['more than a float32 holds', firstNumber('1e39'), /W is not finite/],
    ['weights that only overflow can make', firstNumber('1e30'), /models\[0\] has weights or biases beyond ±100/],
    ['a weight that nothing trains to', firstNumber('-1000'), /beyond ±100, which no training here reaches$/],
    ['a bias that nothing trains to', model({ b: [0, 0, 101, 0, 0] }), /beyond ±100/],
    ['a time before its beginning', changed((run) => (run.seconds = -1)), /seconds is below 0/],
    ['a loss that nothing has', model({ exactLoss: -0.5 }), /models\[0\]\.loss is below 0/],
    ['a loss beyond all weights', model({ exactLoss: 1e30 }), /models\[0\]\.loss is above 1000000/],
    ['a number as text', firstNumber('"1e999"'), /W is not a number/],
    ['a hole', firstNumber('null'), /W is not a number/],
    ['moments of another shape', model({ adam: { step: 1, m1: { W: [], b: [] }, m2: {} } }), /adam\.m1\.W has 0 rows/],
    ['an unknown origin', model({ origin: 'elsewhere' }), /models\[0\]\.origin is not seed, carried, hand/],
    ['a step after the last', model({ step: 121 }), /models\[0\]\.step is not an integer from 0 to 120/],
    ['a step that is not the moments’', model({ step: 7 }), /adam\.step is not the model’s step/],
    ['a loss of text', model({ exactLoss: '0' }), /loss is not a number/],
    ['a loss that is null', model({ exactLoss: null }), /loss is not a number/],
    [
      'a negative second moment',
      good.replace(/"m2": \{\s+"W": \[\s+\[[^,]+,/, '"m2": {"W": [[-1,'),
      /m2 has numbers below 0/,
    ],
  ])('%s', (_, text, reason) => {
    let said = '';
    try {
      readRun(text, 'hero');
    } catch (error) {
      expect((error as Error).name).toBe('RunFileError');
      said = (error as Error).message;
    }
    expect(said).toMatch(reason);
    expect(said).not.toMatch(/\n/);
    expect(said.length).toBeLessThan(200);
    expect(({} as Record<string, unknown>).n).toBeUndefined();
  });
});
