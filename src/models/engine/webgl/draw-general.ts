/** The training data of any problem in GLSL, as data.ts defines them, bit for bit. */
import { DRAW } from './draw.ts';
import { settingsReader } from './settings.ts';
import type { Shape } from './shape.ts';

/**
 * `Data data_of(int k, int step)`, `Block block_of(int k, int block)` and
 * `vec4 features(Data, int sample, int block, Block)`: features 4·block … 4·block+3 of one sample of model k.
 * Brings draw.ts and the settings' reader with it.
 */
export function dataReader(shape: Shape): string {
  const { signed, laws, sets } = shape;
  return `${settingsReader(shape)}
  ${DRAW}
  struct Data { Stream stream; ${laws ? 'vec3 law;' : ''} };
  struct Block { vec4 p; vec4 reciprocal; ${sets ? 'vec4 from; ivec4 leader;' : ''} };
  Data data_of(int k, int step) { return Data(stream(key(k), step)${laws ? ', law(k)' : ''}); }
  Block block_of(int k, int block) {
    return Block(density(k, block), reciprocal(k, block)${sets ? ', from(k, block), leader(k, block)' : ''});
  }
  ${laws ? LAW : 'vec4 size(vec4 v, Data d) { return v; }'}
  ${signed ? SIGN : 'vec4 value(vec4 v, Data d) { return size(v, d); }'}
  ${sets ? IN_SETS : ALONE}`;
}

const LAW = `
  vec4 size(vec4 v, Data d) {
    vec3 law = d.law;
    return law.x + law.y * (law.z > 0.0 ? min(floor(law.z * v), law.z - 1.0) : v);
  }`;

const SIGN = `
  vec4 value(vec4 v, Data d) {
    vec4 s = 2.0 * v - 1.0;
    vec4 magnitude = size(abs(s), d);
    return mix(magnitude, -magnitude, lessThan(s, vec4(0.0)));
  }`;

const ALONE = `
  vec4 features(Data d, int sample_, int block, Block f) {
    vec4 u = vec4(words(d.stream, sample_, block) & 0xffffff00u);
    return mix(vec4(0.0), value(u * f.reciprocal, d), lessThan(u, f.p));
  }`;

/** A member's leader, often in its own block, has the word that switches it on; its own, mixed once more, the value. */
const IN_SETS = `
  uvec4 switches(Stream d, int sample_, int block, uvec4 own, ivec4 leader) {
    uvec4 result = own;
    uvec4 read = own;
    int from = block;
    for (int c = 0; c < 4; c++) {
      if (leader[c] < 0) continue;
      if (leader[c] / 4 != from) {
        from = leader[c] / 4;
        read = words(d, sample_, from);
      }
      result[c] = read[leader[c] & 3];
    }
    return result;
  }
  uvec4 remix(uvec4 v) { return (v ^ uvec4(upper(v.x), upper(v.y), upper(v.z), upper(v.w))) * 0x45d9f3bu; }
  vec4 features(Data d, int sample_, int block, Block f) {
    uvec4 own = words(d.stream, sample_, block);
    vec4 u = vec4(switches(d.stream, sample_, block, own, f.leader) & 0xffffff00u);
    vec4 v = mix(vec4(own & 0xffffff00u), vec4(remix(own) & 0xffffff00u), greaterThanEqual(f.leader, ivec4(0)));
    vec4 x = mix(vec4(0.0), value(v * f.reciprocal, d), lessThan(u, f.p));
    return mix(vec4(0.0), x, greaterThanEqual(u, f.from));
  }`;
