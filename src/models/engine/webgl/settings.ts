/** What differs between the models of a batch (keys, densities, importances, output), as a texture made once a problem. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { FAMILIES } from '../../families.ts';
import type { Problem } from '../../problem.ts';
import { streamKey } from '../../random.ts';
import type { Shape } from './shape.ts';
import { grid, gridReader, packedShape, type Grid } from './grid.ts';

/** Rows of one model: p, 1/p and 2·importance of the features; in one column more, the key and the output. */
const ROWS = 3;
/** u and p are compared as multiples of 2⁻³² (draw.ts): a power of two, so no digit changes. */
const UNIT = 2 ** 32;
/** "No threshold": linear outputs pass everything above it. */
const LOWEST = -3.4e38;
/** How many problems' textures are kept a backend (a few kB each). */
const KEPT = 8;

const settingsGrid = (models: number, featureBlocks: number): Grid => grid(models, featureBlocks + 1, ROWS);
const gridOf = ({ n, models }: Problem): Grid => settingsGrid(models.length, Math.ceil(n / 4));

/**
 * The texture's numbers. The key's two words go as four halves of 16 bits, which float32 holds exactly (as bit
 * patterns some would be NaN, which hardware may rewrite). Features that only fill up the last block have density and
 * importance 0, hence no data and no gradient.
 */
function settingsTable(problem: Problem): Float32Array {
  const { width, height, columns, across } = gridOf(problem);
  const table = new Float32Array(width * height * 4);
  problem.models.forEach(({ seed, start, model, family, density, importance }, k) => {
    /** Index of channel 0 of a texel in this model's rectangle. */
    const at = (column: number, row: number): number =>
      4 * ((Math.floor(k / across) * ROWS + row) * width + (k % across) * columns + column);
    const [a, b] = streamKey(seed, start, model, 'data');
    table.set([a >>> 16, a & 0xffff, b >>> 16, b & 0xffff], at(columns - 1, 0));
    table[at(columns - 1, 1)] = FAMILIES[family].output === 'relu' ? 0 : LOWEST;
    for (let i = 0; i < problem.n; i++) {
      const p = Math.fround(density[i]);
      table[at(i >> 2, 0) + (i & 3)] = p * UNIT;
      table[at(i >> 2, 1) + (i & 3)] = Math.fround(1 / p) / UNIT;
      table[at(i >> 2, 2) + (i & 3)] = 2 * importance[i];
    }
  });
  return table;
}

/** GLSL: `key`, `threshold`, and for a block of four features `density`, `reciprocal`, `weight`, of model k. */
export function settingsReader({ models, featureBlocks }: Shape): string {
  return `${gridReader('settings', settingsGrid(models, featureBlocks))}
  uvec2 key(int k) {
    uvec4 halves = uvec4(settings_at(settings_of(k) + ivec2(${featureBlocks}, 0)));
    return (halves.xz << 16u) | halves.yw;
  }
  float threshold(int k) { return settings_at(settings_of(k) + ivec2(${featureBlocks}, 1)).x; }
  vec4 density(int k, int block) { return settings_at(settings_of(k) + ivec2(block, 0)); }
  vec4 reciprocal(int k, int block) { return settings_at(settings_of(k) + ivec2(block, 1)); }
  vec4 weight(int k, int block) { return settings_at(settings_of(k) + ivec2(block, 2)); }`;
}

const textures = new WeakMap<MathBackendWebGL, Map<Problem, WebGLTexture>>();

/** The problem's texture, uploaded at first sight; the longest unused one beyond KEPT is deleted. */
function textureFor(backend: MathBackendWebGL, problem: Problem): WebGLTexture {
  const kept = textures.get(backend) ?? new Map<Problem, WebGLTexture>();
  textures.set(backend, kept);
  let texture = kept.get(problem);
  if (!texture) {
    const gpgpu = backend.getGPGPUContext();
    const { width, height } = gridOf(problem);
    ({ texture } = gpgpu.createPackedMatrixTexture(2 * height, 2 * width));
    gpgpu.uploadDenseMatrixToTexture(texture, width, height, settingsTable(problem));
    for (const [oldest, unused] of kept) {
      if (kept.size < KEPT) break;
      gpgpu.deleteMatrixTexture(unused);
      kept.delete(oldest);
    }
  }
  kept.delete(problem);
  kept.set(problem, texture);
  return texture;
}

/**
 * Runs `body` with the problem's settings as a tensor. The tensor borrows the texture for that time, as tfjs's own
 * writeTexture does: it never shows up as a data id that outlives its kernel, nor in tf.memory().
 */
export function withSettings<T>(backend: MathBackendWebGL, problem: Problem, body: (settings: TensorInfo) => T): T {
  const texture = textureFor(backend, problem);
  const shape = packedShape(gridOf(problem));
  const settings = backend.makeTensorInfo(shape, 'float32');
  const data = backend.getDataInfo(settings.dataId);
  data.isPacked = true;
  data.texture = { texture, texShape: shape };
  data.texShape = shape;
  try {
    return body(settings);
  } finally {
    delete data.texture;
    backend.disposeIntermediateTensorInfo(settings);
  }
}
