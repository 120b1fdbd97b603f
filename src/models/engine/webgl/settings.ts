/** What differs between the models of a batch (keys, data, importances, output), as a texture made once a problem. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { FAMILIES } from '../../families.ts';
import type { ModelSettings, Problem } from '../../problem.ts';
import { streamKey, type Purpose } from '../../random.ts';
import { LAWS } from './laws.ts';
import { hasSets, type Shape } from './shape.ts';
import { switchesOf } from './switches.ts';
import { grid, gridReader, packedShape, type Grid } from './grid.ts';

/**
 * Rows of one model: p, 1/p and 2·importance of the features. In one column more: the key of the data, the output with
 * the value law, and the key of the dropout.
 */
const ROWS = 3;
/** Where features come in sets: from which number on, and by whose, each is switched on (switches.ts). */
const SET_ROWS = 2;
/** u and p are compared as multiples of 2⁻³² (draw.ts): a power of two, so no digit changes. */
export const UNIT = 2 ** 32;
/** "No threshold": linear outputs pass everything above it. */
const LOWEST = -3.4e38;
/** How many problems' textures are kept a backend (a few kB each). */
const KEPT = 8;

export const settingsGrid = ({ models, featureBlocks, sets }: Pick<Shape, 'models' | 'featureBlocks' | 'sets'>): Grid =>
  grid(models, featureBlocks + 1, sets ? ROWS + SET_ROWS : ROWS);
const gridOf = ({ n, models }: Problem): Grid =>
  settingsGrid({ models: models.length, featureBlocks: Math.ceil(n / 4), sets: hasSets(models) });

/** A key's two words in halves, which float32 holds exactly: as bit patterns some would be NaN, which hardware may rewrite. */
function keyHalves({ seed, start, model }: ModelSettings, purpose: Purpose): number[] {
  return streamKey(seed, start, model, purpose).flatMap((word) => [word >>> 16, word & 0xffff]);
}

/**
 * The texture's numbers. Features that only fill up the last block have density and importance 0, hence no data and no
 * gradient.
 */
function settingsTable(problem: Problem): Float32Array {
  const { width, height, columns, rows, across } = gridOf(problem);
  const table = new Float32Array(width * height * 4);
  problem.models.forEach((settings, k) => {
    const { family, density, importance, law = 'uniform' } = settings;
    /** Index of channel 0 of a texel in this model's rectangle. */
    const at = (column: number, row: number): number =>
      4 * ((Math.floor(k / across) * rows + row) * width + (k % across) * columns + column);
    const { offset, scale, levels } = LAWS[law];
    table.set(keyHalves(settings, 'data'), at(columns - 1, 0));
    table.set([FAMILIES[family].output === 'relu' ? 0 : LOWEST, offset, scale, levels], at(columns - 1, 1));
    table.set(keyHalves(settings, 'dropout'), at(columns - 1, 2));
    const switches = switchesOf(settings);
    for (let i = 0; i < problem.n; i++) {
      const p = Math.fround(density[i]);
      const member = switches.get(i);
      const put = (row: number, value: number): void => {
        table[at(i >> 2, row) + (i & 3)] = value;
      };
      put(0, (member?.to ?? p) * UNIT);
      // A member's value has a word of its own, and with it the whole of [0, 1).
      put(1, Math.fround(member ? 1 : 1 / p) / UNIT);
      put(2, 2 * importance[i]);
      if (!member) continue;
      put(3, member.from * UNIT);
      put(4, member.leader + 1);
    }
  });
  return table;
}

/**
 * GLSL of model k: `key`, `dropout_key`, `threshold`, `law` (draw-general.ts: offset, scale, levels), and for a block of
 * four features `density`, `reciprocal`, `weight`, with sets also `from` and `leader`, −1 where a feature has none.
 */
export function settingsReader(shape: Shape): string {
  const { featureBlocks, sets } = shape;
  const own = (row: number): string => `settings_at(settings_of(k) + ivec2(${featureBlocks}, ${row}))`;
  const block = (row: number): string => `settings_at(settings_of(k) + ivec2(block, ${row}))`;
  return `${gridReader('settings', settingsGrid(shape))}
  uvec2 key_from(uvec4 halves) { return (halves.xz << 16u) | halves.yw; }
  uvec2 key(int k) { return key_from(uvec4(${own(0)})); }
  uvec2 dropout_key(int k) { return key_from(uvec4(${own(2)})); }
  float threshold(int k) { return ${own(1)}.x; }
  vec3 law(int k) { return ${own(1)}.yzw; }
  vec4 density(int k, int block) { return ${block(0)}; }
  vec4 reciprocal(int k, int block) { return ${block(1)}; }
  vec4 weight(int k, int block) { return ${block(2)}; }
  ${
    sets
      ? `vec4 from(int k, int block) { return ${block(3)}; }
  ivec4 leader(int k, int block) { return ivec4(${block(4)}) - 1; }`
      : ''
  }`;
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
