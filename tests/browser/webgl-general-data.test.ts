/** The data that the shaders draw, number by number. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../src/models/data.ts';
import { dropoutMasks } from '../../src/models/dropout.ts';
import { startWebgl } from '../../src/models/engine/webgl/index.ts';
import { dataReader } from '../../src/models/engine/webgl/draw-general.ts';
import { dropoutMask } from '../../src/models/engine/webgl/mask.ts';
import { program } from '../../src/models/engine/webgl/program.ts';
import { withSettings } from '../../src/models/engine/webgl/settings.ts';
import { shapeOf, type Shape } from '../../src/models/engine/webgl/shape.ts';
import type { FamilyName } from '../../src/models/families.ts';
import type { FeatureSet, ModelSettings, Problem, Recipe, ValueLaw } from '../../src/models/problem.ts';
import { RECIPE, settings } from './webgl-run.ts';

const SAMPLES = 2048;
const STEP = 7;

let backend: MathBackendWebGL;

beforeAll(async () => {
  backend = await startWebgl();
});

/** [models, SAMPLES, 4·blocks]: a texel for each sample, block of four columns and model; `value` is a GLSL vec4. */
async function drawn(problem: Problem, shape: Shape, blocks: number, value: string): Promise<Float32Array[]> {
  const height = blocks * shape.models;
  const source = program({
    name: 'drawn',
    inputs: ['settings'],
    output: { width: SAMPLES, height },
    uniforms: [{ name: 'step_', type: 'int' }],
    code: [
      dataReader(shape),
      dropoutMask(shape),
      `void main() {
        ivec2 at = ivec2(gl_FragCoord.xy);
        int k = at.y / ${blocks};
        int block = at.y - k * ${blocks};
        setOutput(${value});
      }`,
    ],
  });
  const output = withSettings(backend, problem, (table) =>
    backend.compileAndRun(source, [table], 'float32', [[STEP]], true),
  );
  const values = (await backend.read(output.dataId)) as Float32Array;
  backend.disposeIntermediateTensorInfo(output);
  return problem.models.map((_, k) =>
    Float32Array.from({ length: SAMPLES * 4 * blocks }, (_, j) => {
      const s = Math.floor(j / (4 * blocks));
      const row = k * blocks + ((j >> 2) % blocks);
      // A texel is a square of two by two values (grid.ts).
      return values[(2 * row + ((j >> 1) & 1)) * 2 * SAMPLES + 2 * s + (j & 1)];
    }),
  );
}

/** The first `count` of every `stride` columns. */
const cut = (values: Float32Array, stride: number, count: number): Float32Array =>
  values.filter((_, j) => j % stride < count);

async function expectData(problem: Problem): Promise<void> {
  const shape = shapeOf(problem, RECIPE);
  const value = 'features(data_of(k, step_), at.x, block, block_of(k, block))';
  const got = await drawn(problem, shape, shape.featureBlocks, value);
  problem.models.forEach((model, k) => {
    const wanted = samples(model, STEP, 0, SAMPLES);
    expect(wanted.some((x) => x !== 0)).toBe(true);
    expect(cut(got[k], 4 * shape.featureBlocks, problem.n)).toEqual(wanted);
  });
}

const density = (i: number): number => [1, 0.3, 0.7, 0.05][i % 4];
const modelOf = (family: FamilyName, n: number, k: number, change: Partial<ModelSettings>): ModelSettings => ({
  ...settings(family, n, density, 1, k),
  ...change,
});

const SETS: FeatureSet[] = [
  { kind: 'correlated', members: [9, 0, 1] },
  { kind: 'anticorrelated', members: [2, 8, 3, 10, 5] },
  { kind: 'anticorrelated', members: [6, 7] },
];

describe('the WebGL shaders draw the very numbers of data.ts', () => {
  it.each<[FamilyName, ValueLaw]>(
    (['relu', 'absolute'] as const).flatMap((family) =>
      (['uniform', 'one', 'three', 'upper'] as const).map((law): [FamilyName, ValueLaw] => [family, law]),
    ),
  )('%s, law %s', async (family, law) => {
    await expectData({ n: 7, m: 2, models: [modelOf(family, 7, 0, { law })] });
  });

  it.each(['relu', 'absolute'] as const)('%s, with feature sets across blocks', async (family) => {
    await expectData({ n: 11, m: 2, models: [modelOf(family, 11, 0, { sets: SETS })] });
  });

  it('models of different laws and sets in one batch', async () => {
    const changes: Partial<ModelSettings>[] = [{}, { sets: SETS }, { law: 'three' }, { law: 'upper', sets: [SETS[1]] }];
    await expectData({ n: 11, m: 2, models: changes.map((change, k) => modelOf('absolute', 11, k, change)) });
  });
});

it.each([0.3, 0.5, 0.97])('the WebGL shaders drop the very hidden dimensions of dropout.ts (q = %s)', async (q) => {
  const m = 6;
  const problem: Problem = { n: 3, m, models: [0, 1].map((k) => modelOf('relu', 3, k, {})) };
  const recipe: Recipe = { ...RECIPE, dropout: q };
  const shape = shapeOf(problem, recipe);
  const got = await drawn(problem, shape, shape.hiddenBlocks, 'mask(k, at.x, block)');
  problem.models.forEach((model, k) => {
    const wanted = dropoutMasks(model, m, STEP, SAMPLES, q);
    expect(new Set(wanted)).toEqual(new Set([0, Math.fround(1 / (1 - q))]));
    expect(cut(got[k], 4 * shape.hiddenBlocks, m)).toEqual(wanted);
  });
});
