/** From values θ, m₁, m₂, [3, models, P], to the texture that training works on, and back. */
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { parameterAt, placeOf, stateGrid } from './arrangement.ts';
import { divide, gridReader, gridWriter } from './grid.ts';
import { program } from './program.ts';
import type { Shape } from './shape.ts';

/** tfjs's own sampler reads the values: it knows how it laid them out. */
export function packProgram(shape: Shape): GPGPUProgram {
  const { models, rows } = shape;
  const output = stateGrid(shape);
  return program({
    name: 'pack',
    inputs: ['values'],
    output,
    code: [
      gridWriter(output),
      parameterAt(shape),
      `float read(int k, int part, int j) {
        if (k >= ${models} || j < 0) return 0.0;
        return getChannel(getValues(part, k, j), vec2(k, j));
      }
      void main() {
        ivec3 at = here();
        int part = ${divide('at.y', rows)};
        int row = at.y - part * ${rows};
        setOutput(vec4(
          read(at.z, part, parameterAt(at.x, row, 0)), read(at.z, part, parameterAt(at.x, row, 1)),
          read(at.z, part, parameterAt(at.x, row, 2)), read(at.z, part, parameterAt(at.x, row, 3))));
      }`,
    ],
  });
}

export function unpackProgram(shape: Shape): GPGPUProgram {
  const { models, parameters, rows } = shape;
  return program({
    name: 'unpack',
    inputs: ['state'],
    output: [3, models, parameters],
    code: [
      gridReader('state', stateGrid(shape)),
      placeOf(shape),
      `float read(int part, int k, int j) {
        if (k >= ${models} || j >= ${parameters}) return 0.0;
        ivec3 place = placeOf(j);
        vec4 value = state_at(state_of(k) + ivec2(place.x, place.y + part * ${rows}));
        return place.z == 0 ? value.x : place.z == 1 ? value.y : place.z == 2 ? value.z : value.w;
      }
      void main() {
        ivec3 at = getOutputCoords();
        setOutput(vec4(
          read(at.x, at.y, at.z), read(at.x, at.y, at.z + 1),
          read(at.x, at.y + 1, at.z), read(at.x, at.y + 1, at.z + 1)));
      }`,
    ],
  });
}
