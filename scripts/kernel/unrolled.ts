/**
 * Writes the AssemblyScript of the tiny path: for each number of features a function that draws non-empty samples into a
 * tile, and for each shape one that adds a tile's gradient to the sums. Loops over features and hidden dimensions are
 * gone, so that weights and sums stay in registers; the text exists only while the kernel is compiled.
 */

type Shape = readonly [n: number, m: number];

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const lines = (parts: readonly (string | readonly string[])[]): string => parts.flat().join('\n');

/** The import that assembly/tiny.ts makes. */
export const UNROLLED_FILE = 'assembly/unrolled.ts';

export function unrolledSource(shapes: readonly Shape[]): string {
  const sizes = [...new Set(shapes.map(([n]) => n))];
  return lines([
    "import { fold, rowValue, RowStream, stir, Stream } from './stream';",
    "import { STRIDE, VECTOR } from './tile';",
    "import { outputFloor } from './output';",
    ...sizes.map(drawSource),
    ...shapes.map(gradientSource),
    dispatch(
      'drawRows',
      'n',
      'x: usize, n: u32, law: usize, vectors: u32',
      'x, law, vectors',
      sizes.map((n) => [n, `draw${n}`]),
    ),
    dispatch(
      'tinyGradient',
      '4 * n + m',
      'x: usize, n: u32, m: u32, theta: usize, weights: usize, relu: u32, sums: usize, vectors: u32',
      'x, theta, weights, relu, sums, vectors',
      shapes.map(([n, m]) => [4 * n + m, `gradient${n}x${m}`]),
    ),
  ]);
}

function dispatch(
  name: string,
  on: string,
  parameters: string,
  passed: string,
  cases: readonly [number, string][],
): string {
  return lines([
    `export function ${name}(${parameters}): void {`,
    `  switch (${on}) {`,
    ...cases.map(([value, callee]) => `    case ${value}: ${callee}(${passed}); return;`),
    '    default: unreachable();',
    '  }',
    '}',
  ]);
}

/**
 * Draws vectors of four samples. One call of the generator gives four words to each lane; so many vectors are drawn at
 * once (a group) that none is wasted. A feature's word gives its switch and its value; as long as the features before
 * it are off, its chance is the one given that the sample is not empty (../../src/models/engine/wasm/rows.ts).
 */
function drawSource(n: number): string {
  const group = n % 4 === 0 ? 1 : n % 2 === 0 ? 2 : 4;
  const calls = (group * n) / 4;
  const word = (v: number, i: number): string => {
    const q = v * n + i;
    return `${'abcd'[q % 4]}${Math.floor(q / 4)}`;
  };
  return lines([
    `function draw${n}(x: usize, law: usize, vectors: u32): void {`,
    '  const one = f32x4.splat(1);',
    '  const y = i32x4.splat(Stream.y);',
    '  const z = i32x4.splat(Stream.z);',
    '  const w = i32x4.splat(Stream.w);',
    `  let words = RowStream.take(((vectors + ${group - 1}) / ${group}) * ${calls});`,
    ...range(n).map((i) => [
      `  const scale${i} = v128.load32_splat(law + ${4 * (pad4(n) + i)});`,
      `  const first${i} = v128.load32_splat(law + ${4 * (3 * pad4(n) + i)});`,
    ]),
    `  for (const end = x + VECTOR * vectors; x < end; x += ${group} * VECTOR) {`,
    ...range(calls).map((c) => callSource(c)),
    ...range(group).map((v) => [
      `    let any${v} = i32x4.splat(0);`,
      ...range(n).flatMap((i) => {
        const scale = i === 0 ? 'first0' : `v128.bitselect(scale${i}, first${i}, any${v})`;
        const last = i === n - 1;
        return [
          `    const x${v}_${i} = rowValue(${word(v, i)}, ${scale});`,
          `    const on${v}_${i} = f32x4.lt(x${v}_${i}, one);`,
          `    v128.store(x, v128.and(x${v}_${i}, on${v}_${i}), ${i} * STRIDE + ${v} * VECTOR);`,
          ...(last ? [] : [`    any${v} = ${i === 0 ? '' : `v128.or(any${v}, `}on${v}_${i}${i === 0 ? '' : ')'};`]),
        ];
      }),
    ]),
    '  }',
    '}',
  ]);
}

const pad4 = (count: number): number => Math.ceil(count / 4) * 4;

/** PCG4D after its linear step: words a, b, c, d of call c. */
function callSource(c: number): string[] {
  return [
    `    let a${c} = words;`,
    `    let b${c} = stir(y, z, a${c});`,
    `    let c${c} = stir(z, a${c}, b${c});`,
    `    let d${c} = fold(stir(w, b${c}, c${c}));`,
    `    a${c} = fold(a${c}); b${c} = fold(b${c}); c${c} = fold(c${c});`,
    `    a${c} = stir(a${c}, b${c}, d${c});`,
    `    b${c} = stir(b${c}, c${c}, a${c});`,
    `    c${c} = stir(c${c}, a${c}, b${c});`,
    `    d${c} = stir(d${c}, b${c}, c${c});`,
    '    words = i32x4.add(words, RowStream.next());',
  ];
}

/** Adds the gradient of vectors of four samples to the sums, in registers on the way. */
function gradientSource([n, m]: Shape): string {
  const add = (terms: readonly string[]): string =>
    terms.reduce((sum, term) => (sum ? `f32x4.add(${sum}, ${term})` : term), '');
  const features = range(n);
  const dimensions = range(m);
  const pairs = features.flatMap((i) => dimensions.map((k) => [i, k] as const));
  return lines([
    `function gradient${n}x${m}(x: usize, theta: usize, weights: usize, relu: u32, sums: usize, vectors: u32): void {`,
    '  const floor = outputFloor(relu);',
    ...pairs.map(([i, k]) => [
      `  const w${i}_${k} = v128.load32_splat(theta + ${4 * (i * m + k)});`,
      `  let dw${i}_${k} = v128.load(sums + ${16 * (i * m + k)});`,
    ]),
    ...features.map((i) => [
      `  const b${i} = v128.load32_splat(theta + ${4 * (n * m + i)});`,
      `  const c${i} = v128.load32_splat(weights + ${4 * i});`,
      `  let db${i} = v128.load(sums + ${16 * (n * m + i)});`,
    ]),
    '  for (const end = x + VECTOR * vectors; x < end; x += VECTOR) {',
    ...features.map((i) => `    const x${i} = v128.load(x, ${i} * STRIDE);`),
    ...dimensions.map((k) => `    const h${k} = ${add(features.map((i) => `f32x4.mul(w${i}_${k}, x${i})`))};`),
    ...features.map((i) => [
      `    const z${i} = ${add([`b${i}`, ...dimensions.map((k) => `f32x4.mul(w${i}_${k}, h${k})`)])};`,
      `    const dz${i} = v128.and(f32x4.mul(f32x4.sub(f32x4.pmax(floor, z${i}), x${i}), c${i}), f32x4.gt(z${i}, floor));`,
      `    db${i} = f32x4.add(db${i}, dz${i});`,
    ]),
    ...dimensions.map((k) => `    const dh${k} = ${add(features.map((i) => `f32x4.mul(w${i}_${k}, dz${i})`))};`),
    ...pairs.map(
      ([i, k]) =>
        `    dw${i}_${k} = f32x4.add(dw${i}_${k}, f32x4.add(f32x4.mul(dz${i}, h${k}), f32x4.mul(x${i}, dh${k})));`,
    ),
    '  }',
    ...pairs.map(([i, k]) => `  v128.store(sums + ${16 * (i * m + k)}, dw${i}_${k});`),
    ...features.map((i) => `  v128.store(sums + ${16 * (n * m + i)}, db${i});`),
    '}',
  ]);
}
