/** S5's first four draws: h, dz, dh and the gradient's partial sums, through textures with a texel for each sample. */
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { stateGrid } from './arrangement.ts';
import { DRAW } from './draw.ts';
import { divide, grid, gridReader, gridWriter, type Grid } from './grid.ts';
import { partials, partialWriter } from './partials.ts';
import { program } from './program.ts';
import { settingsReader } from './settings.ts';
import type { Shape } from './shape.ts';

const STEP = [{ name: 'step_', type: 'int' }] as const;

/** Row: a block of four hidden dimensions. Column: a sample. */
const hiddenGrid = ({ models, hiddenBlocks, batch }: Shape): Grid => grid(models, batch, hiddenBlocks);
/** Row: a block of four features. Column: a sample. */
const featureGrid = ({ models, featureBlocks, batch }: Shape): Grid => grid(models, batch, featureBlocks);

/** Sample s, block and model k of this fragment; model k's state. */
const HERE = (models: number): string => `
  ivec3 at = here();
  int s = at.x;
  int block = at.y;
  int k = min(at.z, ${models - 1});
  ivec2 place = state_of(k);`;

/**
 * Σ over the features of value · W, for four hidden dimensions. Channels beyond m hold whatever follows in the
 * texture; nobody reads them.
 */
const projection = (featureBlocks: number, value: string): string => `
  vec4 sum = vec4(0.0);
  place.x += 4 * block;
  for (int b = 0; b < ${featureBlocks}; b++, place.y++) {
    vec4 v = ${value};
    sum += vec4(
      dot(v, state_at(place)), dot(v, state_at(place + ivec2(1, 0))),
      dot(v, state_at(place + ivec2(2, 0))), dot(v, state_at(place + ivec2(3, 0))));
  }
  setOutput(sum);`;

/** h = Wᵀx. */
export function hiddenProgram(shape: Shape): GPGPUProgram {
  const output = hiddenGrid(shape);
  return program({
    name: 'hidden',
    inputs: ['state', 'settings'],
    output,
    uniforms: STEP,
    code: [
      gridWriter(output),
      gridReader('state', stateGrid(shape)),
      settingsReader(shape),
      DRAW,
      `void main() {
        ${HERE(shape.models)}
        Stream data = stream(key(k), step_);
        ${projection(shape.featureBlocks, 'features(data, s, b, density(k, b), reciprocal(k, b))')}
      }`,
    ],
  });
}

/** dz = 2 I (g(z) − x) g′(z) with z = W h + b. */
export function errorProgram(shape: Shape): GPGPUProgram {
  const { m } = shape;
  const output = featureGrid(shape);
  const term = (channel: string, i: number): string => `z += hidden.${channel} * state_at(place + ivec2(${i}, 0));`;
  const rest = [...'xyz']
    .slice(0, m & 3)
    .map(term)
    .join(' ');
  return program({
    name: 'error',
    inputs: ['state', 'settings', 'h'],
    output,
    uniforms: STEP,
    code: [
      gridWriter(output),
      gridReader('state', stateGrid(shape)),
      gridReader('h', hiddenGrid(shape)),
      settingsReader(shape),
      DRAW,
      `void main() {
        ${HERE(shape.models)}
        vec4 x = features(stream(key(k), step_), s, block, density(k, block), reciprocal(k, block));
        place.y += block;
        vec4 z = state_at(place + ivec2(${m}, 0));
        ivec2 from = h_of(k) + ivec2(s, 0);
        vec4 hidden;
        for (int b = 0; b < ${m >> 2}; b++, place.x += 4, from.y++) {
          hidden = h_at(from);
          ${[...'xyzw'].map(term).join(' ')}
        }
        ${rest && `hidden = h_at(from); ${rest}`}
        setOutput(mix(vec4(0.0), weight(k, block) * (z - x), greaterThan(z, vec4(threshold(k)))));
      }`,
    ],
  });
}

/** dh = Wᵀ dz. */
export function backProgram(shape: Shape): GPGPUProgram {
  const output = hiddenGrid(shape);
  return program({
    name: 'back',
    inputs: ['state', 'dz'],
    output,
    code: [
      gridWriter(output),
      gridReader('state', stateGrid(shape)),
      gridReader('dz', featureGrid(shape)),
      `void main() {
        ${HERE(shape.models)}
        ivec2 from = dz_of(k) + ivec2(s, 0);
        ${projection(shape.featureBlocks, `dz_at(from + ivec2(0, b))`)}
      }`,
    ],
  });
}

/** Σ over a chunk's samples of dz·h + x·dh, for four features of one hidden dimension; for the bias, of dz. */
export function sumProgram(shape: Shape): GPGPUProgram {
  const { m, models, batch, chunks, columns, rows } = shape;
  return program({
    name: 'sum',
    inputs: ['settings', 'h', 'dz', 'dh'],
    output: partials(shape),
    uniforms: STEP,
    code: [
      partialWriter(shape),
      gridReader('h', hiddenGrid(shape)),
      gridReader('dz', featureGrid(shape)),
      gridReader('dh', hiddenGrid(shape)),
      settingsReader(shape),
      DRAW,
      `void main() {
        ivec2 unit = here();
        int k = min(${divide('unit.x', columns * rows)}, ${models - 1});
        int texel = unit.x - k * ${columns * rows};
        int block = min(${divide('texel', columns)}, ${rows - 1});
        int hidden = texel - block * ${columns};
        vec4 gradient = vec4(0.0);
        ivec2 error = dz_of(k) + ivec2(0, block);
        if (hidden == ${m}) {
          for (int s = unit.y; s < ${batch}; s += ${chunks}) gradient += dz_at(error + ivec2(s, 0));
        } else {
          Stream data = stream(key(k), step_);
          vec4 p = density(k, block);
          vec4 inverse_p = reciprocal(k, block);
          ivec2 from = h_of(k) + ivec2(0, hidden >> 2);
          vec4 pick = vec4(equal(ivec4(hidden & 3), ivec4(0, 1, 2, 3)));
          for (int s = unit.y; s < ${batch}; s += ${chunks}) {
            ivec2 sample_ = ivec2(s, 0);
            gradient += dz_at(error + sample_) * dot(h_at(from + sample_), pick)
              + features(data, s, block, p, inverse_p) * dot(dh_at(from + sample_), pick);
          }
        }
        setOutput(gradient);
      }`,
    ],
  });
}
