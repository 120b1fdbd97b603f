/**
 * S2's first draw: each fragment runs forward and backward over one chunk of the batch and keeps the gradient of the
 * four parameters of its texel. All is unrolled over n and m: GPUs and software GL alike have scalar lanes, so
 * exactly n·m products cost less than padded vectors.
 */
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { stateGrid } from './arrangement.ts';
import { DRAW } from './draw.ts';
import { divide, gridReader } from './grid.ts';
import { partials, partialWriter } from './partials.ts';
import { program } from './program.ts';
import { settingsReader } from './settings.ts';
import type { Shape } from './shape.ts';

/**
 * step(a, z) is 1 where z ≥ a, and ReLU's derivative where z > 0: a is the smallest normal float32 more than 0 (which
 * vanishes beside the threshold of linear outputs). A conditional would be a branch in software GL, and a quarter of
 * the whole step's time (measured).
 */
const LEAST = '1.17549435e-38';

const CHANNELS = 'xyzw';
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const lines = (count: number, line: (i: number) => string): string => range(count).map(line).join('\n');
/** Element i of a row of vec4 variables name0, name1 … */
const part = (name: string, i: number): string => `${name}${i >> 2}.${CHANNELS[i & 3]}`;

export function gradientProgram(shape: Shape): GPGPUProgram {
  const { n, m, models, batch, chunks, columns, featureBlocks } = shape;
  const W = (i: number, h: number): string => part('theta', i * m + h);
  const bias = (i: number): string => part('theta', n * m + i);
  const x = (i: number): string => part('x', i);
  const sum = (terms: string[]): string => terms.join(' + ');

  const gradient = (j: number): string => {
    if (j >= shape.parameters) return '0.0';
    if (j >= n * m) return `dz${j - n * m}`;
    const [i, h] = [Math.floor(j / m), j % m];
    return `dz${i} * h${h} + dh${h} * ${x(i)}`;
  };
  const sample = (column: number): string => `
    ${lines(featureBlocks, (b) => `vec4 x${b} = features(data, s, ${b}, p${b}, reciprocal${b});`)}
    ${lines(m, (h) => `float h${h} = ${sum(range(n).map((i) => `${W(i, h)} * ${x(i)}`))};`)}
    ${lines(
      n,
      (i) => `float z${i} = ${sum([bias(i), ...range(m).map((h) => `${W(i, h)} * h${h}`)])};
      float dz${i} = step(low, z${i}) * ${part('weight', i)} * (z${i} - ${x(i)});`,
    )}
    ${lines(m, (h) => `float dh${h} = ${sum(range(n).map((i) => `dz${i} * ${W(i, h)}`))};`)}
    gradient += vec4(${range(4)
      .map((c) => gradient(4 * column + c))
      .join(', ')});`;

  return program({
    name: 'gradient',
    inputs: ['state', 'settings'],
    output: partials(shape),
    uniforms: [{ name: 'step_', type: 'int' }],
    code: [
      partialWriter(shape),
      gridReader('state', stateGrid(shape)),
      settingsReader(shape),
      DRAW,
      `void main() {
        ivec2 unit = here();
        int k = min(${divide('unit.x', columns)}, ${models - 1});
        int column = unit.x - k * ${columns};
        Stream data = stream(key(k), step_);
        float low = threshold(k) + ${LEAST};
        ivec2 place = state_of(k);
        ${lines(columns, (c) => `vec4 theta${c} = state_at(place + ivec2(${c}, 0));`)}
        ${lines(
          featureBlocks,
          (b) => `vec4 p${b} = density(k, ${b});
          vec4 reciprocal${b} = reciprocal(k, ${b});
          vec4 weight${b} = weight(k, ${b});`,
        )}
        vec4 gradient = vec4(0.0);
        ${lines(
          columns,
          (c) => `${columns > 1 ? `if (column == ${c})` : ''}
          for (int s = unit.y; s < ${batch}; s += ${chunks}) {${sample(c)}
          }`,
        )}
        setOutput(gradient);
      }`,
    ],
  });
}
