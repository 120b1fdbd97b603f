/**
 * S5's first four draws: h, dz, dh and the gradient's partial sums, through textures with a texel for each sample. One
 * builder a draw for all forms of models: what a form lacks is an identity in GLSL, or text that is not there.
 */
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { ACTIVATION } from './activation.ts';
import { hiddenBiasPlace, stateColumns, stateGrid } from './arrangement.ts';
import { dataReader } from './draw-general.ts';
import { divide, grid, gridReader, gridWriter, type Grid } from './grid.ts';
import { dropoutMask, keptFactor } from './mask.ts';
import { partials, partialWriter } from './partials.ts';
import { program } from './program.ts';
import type { Shape } from './shape.ts';
import { TARGET } from './target.ts';

const STEP = [{ name: 'step_', type: 'int' }] as const;

/** Row: a block of four hidden dimensions. Column: a sample. */
export const hiddenGrid = ({ models, hiddenBlocks, batch }: Shape): Grid => grid(models, batch, hiddenBlocks);
/** Row: a block of four features. Column: a sample. */
export const featureGrid = ({ models, featureBlocks, batch }: Shape): Grid => grid(models, batch, featureBlocks);

/** Sample s, block and model k of this fragment. */
const HERE = (models: number): string => `
  ivec3 at = here();
  int s = at.x;
  int block = at.y;
  int k = min(at.z, ${models - 1});`;

/**
 * GLSL `vec4 name(int k, int s, int block)`: Σ over the features of value · the weights that begin at a column, for four
 * hidden dimensions. Channels beyond m hold whatever follows in the texture; nobody reads them.
 */
const projection = (name: string, shape: Shape, column: number, prepare: string, value: string): string => `
  vec4 ${name}(int k, int s, int block) {
    ${prepare}
    vec4 sum = vec4(0.0);
    ivec2 place = state_of(k) + ivec2(${column} + 4 * block, 0);
    for (int b = 0; b < ${shape.featureBlocks}; b++, place.y++) {
      vec4 v = ${value};
      sum += vec4(
        dot(v, state_at(place)), dot(v, state_at(place + ivec2(1, 0))),
        dot(v, state_at(place + ivec2(2, 0))), dot(v, state_at(place + ivec2(3, 0))));
    }
    return sum;
  }`;

/** GLSL `vec4 before(int k, int s, int block)`: Wx + c, what the hidden layer's activation is applied to. */
function before(shape: Shape): string {
  const data = 'Data data = data_of(k, step_);';
  const x = 'features(data, s, b, block_of(k, b))';
  if (!shape.hiddenBias) return projection('before', shape, 0, data, x);
  return `
  ${projection('weighted', shape, 0, data, x)}
  ${hiddenBiasPlace(shape)}
  vec4 before(int k, int s, int block) {
    return weighted(k, s, block) + state_at(state_of(k) + hidden_bias_at(block));
  }`;
}

/** h = f(Wx + c), times the dropout's factors. */
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
      dataReader(shape),
      before(shape),
      ACTIVATION[shape.hidden],
      dropoutMask(shape),
      `void main() {
        ${HERE(shape.models)}
        setOutput(activate(before(k, s, block)) * mask(k, s, block));
      }`,
    ],
  });
}

/** dz = 2 I (g(z) − y) g′(z) with z = W₂ h + b and y the target. */
export function errorProgram(shape: Shape): GPGPUProgram {
  const { m } = shape;
  const { read, bias } = stateColumns(shape);
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
      dataReader(shape),
      TARGET[shape.target],
      shape.output === 'gelu' ? ACTIVATION.gelu : '',
      `void main() {
        ${HERE(shape.models)}
        vec4 y = wanted(features(data_of(k, step_), s, block, block_of(k, block)));
        ivec2 place = state_of(k) + ivec2(0, block);
        vec4 z = state_at(place + ivec2(${bias}, 0));
        ${read ? `place.x += ${read};` : ''}
        ivec2 from = h_of(k) + ivec2(s, 0);
        vec4 hidden;
        for (int b = 0; b < ${m >> 2}; b++, place.x += 4, from.y++) {
          hidden = h_at(from);
          ${[...'xyzw'].map(term).join(' ')}
        }
        ${rest && `hidden = h_at(from); ${rest}`}
        setOutput(${
          shape.output === 'gelu'
            ? 'weight(k, block) * (activate(z) - y) * slope(z)'
            : 'mix(vec4(0.0), weight(k, block) * (z - y), greaterThan(z, vec4(threshold(k))))'
        });
      }`,
    ],
  });
}

/** dh = W₂ᵀ dz · f′(Wx + c), times the dropout's factors: the derivative by Wx + c. */
export function backProgram(shape: Shape): GPGPUProgram {
  const { hidden, dropout } = shape;
  const output = hiddenGrid(shape);
  const linear = hidden === 'identity' && dropout === 0;
  const slope = {
    identity: 'mask(k, s, block)',
    // h > 0 where the activation and the dropout let it pass.
    relu: `mix(vec4(0.0), vec4(${keptFactor(shape)}), greaterThan(h_at(h_of(k) + ivec2(s, block)), vec4(0.0)))`,
    gelu: 'slope(before(k, s, block)) * mask(k, s, block)',
  }[hidden];
  const forward = [gridReader('h', hiddenGrid(shape)), dataReader(shape), before(shape), ACTIVATION[hidden]];
  return program({
    name: 'back',
    inputs: linear ? ['state', 'dz'] : ['state', 'dz', 'settings', 'h'],
    output,
    uniforms: linear ? [] : STEP,
    code: [
      gridWriter(output),
      gridReader('state', stateGrid(shape)),
      gridReader('dz', featureGrid(shape)),
      ...(linear ? [] : forward),
      dropoutMask(shape),
      projection(
        'back',
        shape,
        stateColumns(shape).read,
        'ivec2 from = dz_of(k) + ivec2(s, 0);',
        'dz_at(from + ivec2(0, b))',
      ),
      `void main() {
        ${HERE(shape.models)}
        setOutput(back(k, s, block) * ${slope});
      }`,
    ],
  });
}

/**
 * Sums over a chunk's samples, by the column of the state's rectangle: for four features of one hidden dimension x·dh (W)
 * and dz·h (W₂; both where they are one), dz (b), and for four hidden dimensions dh (c).
 */
export function sumProgram(shape: Shape): GPGPUProgram {
  const { models, batch, chunks, columns, rows, tied } = shape;
  const { read, bias, hiddenBias } = stateColumns(shape);
  const samples = `for (int s = unit.y; s < ${batch}; s += ${chunks})`;
  const weights = (hidden: string, product: string): string => `
    int hidden = ${hidden};
    Data data = data_of(k, step_);
    Block f = block_of(k, block);
    ivec2 from = h_of(k) + ivec2(0, hidden >> 2);
    vec4 pick = vec4(equal(ivec4(hidden & 3), ivec4(0, 1, 2, 3)));
    ${samples} {
      ivec2 sample_ = ivec2(s, 0);
      gradient += ${product};
    }`;
  const ofW = 'features(data, s, block, f) * dot(dh_at(from + sample_), pick)';
  const ofW2 = 'dz_at(error + sample_) * dot(h_at(from + sample_), pick)';
  const ofBias = `${samples} gradient += dz_at(error + ivec2(s, 0));`;
  const ofHiddenBias = `
    ivec2 from = dh_of(k) + ivec2(0, (column - ${hiddenBias}) * ${rows} + block);
    ${samples} gradient += dh_at(from + ivec2(s, 0));`;
  const free = `if (column < ${read}) {${weights('column', ofW)}} else {${weights(`column - ${read}`, ofW2)}}`;
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
      dataReader(shape),
      `void main() {
        ivec2 unit = here();
        int k = min(${divide('unit.x', columns * rows)}, ${models - 1});
        int texel = unit.x - k * ${columns * rows};
        int block = min(${divide('texel', columns)}, ${rows - 1});
        int column = texel - block * ${columns};
        vec4 gradient = vec4(0.0);
        ivec2 error = dz_of(k) + ivec2(0, block);
        if (column == ${bias}) {${ofBias}}
        ${shape.hiddenBias ? `else if (column > ${bias}) {${ofHiddenBias}}` : ''}
        else {${tied ? weights('column', `${ofW2} + ${ofW}`) : free}}
        setOutput(gradient);
      }`,
    ],
  });
}
