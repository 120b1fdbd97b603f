/** The last draw of a step: sum of the partial gradients and AdamW, writing new θ, m₁ and m₂. */
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import type { Recipe } from '../../problem.ts';
import { ADAM, stepScalars } from '../../recipe.ts';
import { stateGrid } from './arrangement.ts';
import { divide, gridReader, gridWriter } from './grid.ts';
import { partialSummer } from './partials.ts';
import { program } from './program.ts';
import type { Shape } from './shape.ts';

/**
 * A fragment writes four values of one of θ, m₁, m₂ and works out the other two again: three short sums are cheaper
 * than three draws, and all four channels carry parameters.
 */
export function adamProgram(shape: Shape): GPGPUProgram {
  const { models, columns, rows, batch } = shape;
  const output = stateGrid(shape);
  return program({
    name: 'adam',
    inputs: ['state', 'partials'],
    output,
    uniforms: [{ name: 'scalars', type: 'vec4' }],
    code: [
      gridWriter(output),
      gridReader('state', output),
      partialSummer(shape),
      `void main() {
        ivec3 at = here();
        int part = ${divide('at.y', rows)};
        int row = at.y - part * ${rows};
        int k = min(at.z, ${models - 1});
        ivec2 place = state_of(k) + ivec2(at.x, row);
        vec4 gradient = total((k * ${rows} + row) * ${columns} + at.x) * ${1 / batch};
        vec4 theta = state_at(place);
        vec4 m1 = ${ADAM.beta1} * state_at(place + ivec2(0, ${rows})) + ${complement(ADAM.beta1)} * gradient;
        vec4 m2 = ${ADAM.beta2} * state_at(place + ivec2(0, ${2 * rows})) + ${complement(ADAM.beta2)} * gradient * gradient;
        vec4 change = scalars.x * (m1 * scalars.z) / (sqrt(m2 * scalars.w) + ${ADAM.epsilon});
        setOutput(part == 0 ? theta - scalars.y * theta - change : part == 1 ? m1 : m2);
      }`,
    ],
  });
}

/** 1 − β as a literal, without the tail of float64. */
const complement = (beta: number): string => (1 - beta).toPrecision(9);

/** The uniform: rate, decay, unbias₁, unbias₂. θ − decay·θ keeps the digits that θ·(1 − decay) loses in float32. */
export function adamScalars(recipe: Recipe, step: number): number[] {
  const { rate, keep, unbias1, unbias2 } = stepScalars(recipe, step);
  return [rate, 1 - keep, unbias1, unbias2];
}
