import { describe, expect, test } from 'vitest';
import {
  MOST,
  polarOf,
  rowOf,
  shortened,
  withBias,
  withWeights,
} from '../../src/article/figures/hero/hands/by-hand.ts';
import { changeTo, fieldsOf, printed, readField } from '../../src/article/figures/hero/hands/fields.ts';
import { applyFrame, canonicalFrame } from '../../src/models/geometry/align.ts';
import { gram } from '../../src/models/metrics.ts';
import { modelView } from '../../src/viz/model-view.ts';

/** n = 3, m = 2: W row by row, then b. */
const theta = Float32Array.from([0.6, -0.8, -0.5, 0.1, 0.3, 0.9, -0.1, -0.2, -0.3]);
const [n, m] = [3, 2];

describe('length and angle', () => {
  test.each([
    { row: [1, 0], length: 1, angle: 0 },
    { row: [0, 2], length: 2, angle: 90 },
    { row: [-1, 0], length: 1, angle: 180 },
    { row: [1, -1], length: Math.SQRT2, angle: 315 },
  ])('of ($row) are $length and $angle°, and lead back to it', ({ row, length, angle }) => {
    const polar = polarOf(row);
    expect(polar.length).toBeCloseTo(length, 12);
    expect(polar.angle).toBeCloseTo(angle, 10);
    const back = rowOf(polar);
    row.forEach((value, k) => expect(back[k]).toBeCloseTo(value, 12));
  });

  test('an arrow that is too long keeps its direction', () => {
    expect(shortened([3 * MOST, 4 * MOST])).toEqual([0.6 * MOST, 0.8 * MOST].map((value) => expect.closeTo(value, 12)));
    expect(shortened([0.3, -0.4])).toEqual([0.3, -0.4]);
  });
});

describe('a weight that is set as it is drawn', () => {
  test.each([2, 3, 4])('is drawn there again in the same frame, and no other row moves (m = %i)', (dimensions) => {
    const features = 5;
    const W = Float32Array.from({ length: features * dimensions }, (_, k) => Math.sin(3 * k + 1));
    const all = Float32Array.from([...W, ...Array.from({ length: features }, (_, i) => -0.1 * i)]);
    const frame = canonicalFrame(W, features, dimensions);
    const before = applyFrame(W, frame);
    const row = Array.from({ length: dimensions }, (_, k) => 0.3 - 0.2 * k);
    const changed = withWeights(all, 2, row, frame);
    const after = applyFrame(changed.subarray(0, W.length), frame);
    for (let i = 0; i < features; i++)
      for (let k = 0; k < dimensions; k++) {
        const wanted = i === 2 ? row[k] : before[i * dimensions + k];
        expect(after[i * dimensions + k]).toBeCloseTo(wanted, 6);
      }
    expect(changed.subarray(W.length)).toEqual(all.subarray(W.length));
  });

  test('changes the overlaps of that feature alone, and the weights that were given stay as they are', () => {
    const kept = theta.slice();
    const frame = canonicalFrame(theta.subarray(0, n * m), n, m);
    const changed = withWeights(theta, 1, [0.2, 0.7], frame);
    const [before, after] = [gram(theta, n, m), gram(changed, n, m)];
    expect(after[0 * n + 2]).toBeCloseTo(before[0 * n + 2], 12);
    expect(after[0 * n + 1]).not.toBeCloseTo(before[0 * n + 1], 2);
    expect(theta).toEqual(kept);
  });

  test('a bias is set alone', () => {
    expect([...withBias(theta, n, 1, 0.25)]).toEqual([...theta].with(7, 0.25));
  });
});

describe('the fields of a feature', () => {
  const view = (dimensions: number) =>
    modelView({
      n: 2,
      m: dimensions,
      W: Float64Array.from({ length: 2 * dimensions }, (_, k) => 0.5 - 0.25 * k),
      b: [-0.1, -0.2],
      importance: [1, 0.9],
    });

  test('are length, angle and bias in the plane, coordinates and bias elsewhere', () => {
    expect(fieldsOf(view(2), 0).map(({ name }) => name)).toEqual(['length', 'angle', 'bias']);
    expect(fieldsOf(view(1), 0).map(({ name }) => name)).toEqual(['weight on h1', 'bias']);
    expect(fieldsOf(view(3), 1).map(({ name }) => name)).toEqual(
      [1, 2, 3].map((k) => `weight on h${k}`).concat('bias'),
    );
  });

  test('change what they name and nothing else', () => {
    const [length, angle, bias] = fieldsOf(view(2), 0);
    expect(length.change(1)).toEqual({
      row: [0.5, 0.25].map((value) => expect.closeTo(value / Math.hypot(0.5, 0.25), 9)),
    });
    expect(angle.change(90)).toEqual({ row: [expect.closeTo(0, 12), expect.closeTo(Math.hypot(0.5, 0.25), 12)] });
    expect(bias.change(0.3)).toEqual({ bias: 0.3 });
    expect(fieldsOf(view(3), 1)[1].change(0.3)).toEqual({ row: [-0.25, 0.3, -0.75] });
  });

  test('change nothing where what was typed is no number, or what stands there', () => {
    const [length, , bias] = fieldsOf(view(2), 0);
    for (const text of ['long', '', '−']) expect(changeTo(length, readField(length, text).value)).toBeUndefined();
    expect(changeTo(bias, -0.1)).toBeUndefined();
    expect(changeTo(bias, readField(bias, '0.5').value)).toEqual({ bias: 0.5 });
  });

  test.each([
    { text: '1.25', value: 1.25, problem: /^$/ },
    { text: ' ,5 ', value: 0.5, problem: /^$/ },
    { text: '7', value: MOST, problem: /“7” is out of range \(0 to 2\)/ },
    { text: '−1', value: 0, problem: /out of range/ },
    { text: 'long', value: Math.hypot(0.5, 0.25), problem: /“long” is not a number/ },
    { text: '', value: Math.hypot(0.5, 0.25), problem: /is not a number/ },
  ])('read "$text" as $value for a length', ({ text, value, problem }) => {
    const [length] = fieldsOf(view(2), 0);
    const typed = readField(length, text);
    expect(typed.value).toBeCloseTo(value, 9);
    expect(typed.problem).toMatch(problem);
  });

  test('take a coordinate as far as an arrow goes with the others as they are, and say so', () => {
    const coordinates = fieldsOf(view(3), 0);
    const { value, problem } = readField(coordinates[0], '1.99');
    const { row } = coordinates[0].change(value) as { row: number[] };
    expect(row.slice(1)).toEqual([0.25, 0]);
    expect(Math.hypot(...row)).toBeCloseTo(MOST, 12);
    expect(shortened(row)).toEqual([value, 0.25, 0].map((each) => expect.closeTo(each, 12)));
    expect(problem).toBe('“1.99” is out of range (−1.98 to 1.98: arrows are at most 2 long)');
  });

  test('print a number that reads as itself, to its digits', () => {
    for (const field of fieldsOf(view(2), 1)) {
      const typed = readField(field, printed(field));
      expect(typed.problem).toBe('');
      expect(Math.abs(typed.value - field.value)).toBeLessThanOrEqual(field.unit ? 0.5 : 0.0005);
    }
  });
});
