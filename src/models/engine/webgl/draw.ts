/** The training data in GLSL: the counter hash of random.ts and the feature values of data.ts, bit for bit. */

/**
 * `Stream stream(uvec2 key, int step)`, `uvec4 words(Stream, int sample, int block)` and
 * `vec4 features(Stream, int sample, int block, vec4 p, vec4 reciprocal)`: features 4·block … 4·block+3 of one sample.
 *
 * - Three of the four counter words are the same for all draws of a fragment, so their part of the hash's first round
 *   is done once.
 * - uint is not among tfjs's uniform types: the step comes as an int.
 * - `upper(v)` is v >> 16 by way of float32, which holds 16 bits and a sign exactly: Chromium's software GL shifts
 *   vectors lane by lane, and the whole step is 1.6 times as fast without (measured).
 * - u = (word >> 8) / 2²⁴ equals (word with its lower byte cleared) / 2³², and the settings hold p · 2³² and 2⁻³² / p.
 */
export const DRAW = `
  struct Stream { uint y, z, w, yw; };
  uint spread(uint v) { return v * 1664525u + 1013904223u; }
  uint upper(uint v) { return uint(int(float(int(v & 0xffff0000u)) * ${1 / 65536})) & 0xffffu; }
  Stream stream(uvec2 key, int step) {
    uint y = spread(uint(step));
    uint w = spread(key.y);
    return Stream(y, spread(key.x), w, y * w);
  }
  uvec4 words(Stream d, int sample_, int block) {
    uint x = spread(uint(sample_ * 256 + block)) + d.yw;
    uint y = d.y + d.z * x;
    uint z = d.z + x * y;
    uint w = d.w + y * z;
    x ^= upper(x);
    y ^= upper(y);
    z ^= upper(z);
    w ^= upper(w);
    x += y * w;
    y += z * x;
    z += x * y;
    w += y * z;
    return uvec4(x, y, z, w);
  }
  vec4 features(Stream d, int sample_, int block, vec4 p, vec4 reciprocal) {
    vec4 u = vec4(words(d, sample_, block) & 0xffffff00u);
    return mix(vec4(0.0), u * reciprocal, lessThan(u, p));
  }`;
