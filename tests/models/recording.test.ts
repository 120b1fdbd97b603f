import { describe, expect, test } from 'vitest';
import { stepAt, timePosition } from '../../src/models/recording/axis.ts';
import { eventsOf } from '../../src/models/recording/events.ts';
import { momentsOf } from '../../src/models/recording/moments.ts';
import { frameAt, nearestFrame, type Frame, type Recording } from '../../src/models/recording/recording.ts';
import { runSeries } from '../../src/models/recording/series.ts';
import { settledChanges } from '../../src/models/recording/settled.ts';
import { recordedSteps, withFrame } from '../../src/models/recording/steps.ts';

const frame = (step: number, W: readonly number[] = [step], loss = 1 / (1 + step)): Frame => ({
  step,
  theta: Float32Array.from(W),
  loss,
});

/** A run of 200 frames, ten steps each, whose weights are a function of the frame. */
function run(
  n: number,
  m: number,
  weights: (k: number) => readonly number[],
  loss: (k: number) => number = () => 1,
): Recording {
  const frames = Array.from({ length: 201 }, (_, k) =>
    frame(10 * k, [...weights(k), ...Array<number>(n).fill(0)], loss(k)),
  );
  return { n, m, steps: 2000, frames };
}

const arrow = (degrees: number, length = 1): number[] => [
  length * Math.cos((degrees * Math.PI) / 180),
  length * Math.sin((degrees * Math.PI) / 180),
];

describe('the axis of time', () => {
  test.each(['log', 'linear'] as const)('%s: goes from 0 to 1, and every position has its step', (scale) => {
    expect(timePosition(scale, 0, 8000)).toBe(0);
    expect(timePosition(scale, 8000, 8000)).toBeCloseTo(1, 12);
    for (const step of [1, 80, 3000]) expect(stepAt(scale, timePosition(scale, step, 8000), 8000)).toBeCloseTo(step, 6);
  });

  test('gives the second half of a logarithmic axis to what comes after a tenth of the run', () => {
    expect(timePosition('log', 800, 8000)).toBeCloseTo(Math.log(11) / Math.log(101), 12);
  });
});

describe('what is recorded', () => {
  test('is every step of a short run', () => {
    expect(recordedSteps(5, 10)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('is bounded, ascending, with both ends, and dense on either axis', () => {
    const steps = recordedSteps(8000, 200);
    expect(steps.length).toBeLessThanOrEqual(200);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(8000);
    for (const scale of ['log', 'linear'] as const) {
      const gaps = steps
        .slice(1)
        .map((step, k) => timePosition(scale, step, 8000) - timePosition(scale, steps[k], 8000));
      expect(Math.min(...gaps)).toBeGreaterThan(0);
      expect(Math.max(...gaps)).toBeLessThan(2 / 100);
    }
  });

  test('keeps both ends of a run that is watched, and thins it evenly', () => {
    let frames: Frame[] = [];
    for (let step = 0; step <= 1000; step++) frames = withFrame(frames, frame(step), 1000, 40);
    expect(frames).toHaveLength(40);
    expect(frames[0].step).toBe(0);
    expect(frames.at(-1)?.step).toBe(1000);
    const at = ({ step }: Frame): number => timePosition('log', step, 1000) + timePosition('linear', step, 1000);
    const gaps = frames.slice(1).map((each, k) => at(each) - at(frames[k]));
    // Forty frames over a length of two: none is missing for long.
    expect(Math.max(...gaps)).toBeLessThan(3 * (2 / 39));
  });
});

describe('a recording', () => {
  const frames = [frame(0), frame(10), frame(30)];

  test('has a nearest frame for every step, the earlier of two', () => {
    expect([0, 4, 5, 6, 20, 21, 99].map((step) => nearestFrame(frames, step))).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect(nearestFrame([], 3)).toBe(-1);
  });

  test('lies on a straight line between two frames, and stops at its ends', () => {
    expect(frameAt(frames, 15).theta[0]).toBeCloseTo(15, 6);
    expect(frameAt(frames, 15).loss).toBeCloseTo(0.75 * frames[1].loss + 0.25 * frames[2].loss, 12);
    expect(frameAt(frames, 99)).toBe(frames[2]);
    expect(frameAt(frames, 10)).toBe(frames[1]);
    expect(() => frameAt([], 1)).toThrow(RangeError);
  });

  test('is measured feature by feature: an opposite pair has half a dimension each, a third feature none', () => {
    const recording = run(3, 2, () => [...arrow(40), ...arrow(220), 0, 0]);
    const { dimensionality, norms, losses } = runSeries(recording);
    expect(dimensionality.map((row) => row[7])).toEqual([expect.closeTo(0.5, 6), expect.closeTo(0.5, 6), 0]);
    expect(norms[0][7]).toBeCloseTo(1, 6);
    expect(losses[7]).toBe(1);
  });
});

describe('what lasts', () => {
  test('is no flicker', () => {
    const states = [
      ...Array<string>(20).fill('a'),
      'b',
      'b',
      ...Array<string>(20).fill('a'),
      ...Array<string>(58).fill('b'),
    ];
    expect(settledChanges(100, (k) => states[k])).toEqual([
      { frame: 0, from: undefined, to: 'a' },
      { frame: 42, from: 'a', to: 'b' },
    ]);
  });

  test('may be what a run ends with, however short', () => {
    const states = [...Array<string>(97).fill('a'), 'b', 'b', 'b'];
    expect(settledChanges(100, (k) => states[k], 0.1).at(-1)).toEqual({ frame: 97, from: 'a', to: 'b' });
  });
});

describe('moments', () => {
  test('a feature arrives where its length passes a half for good, and leaves where it goes', () => {
    const length = (k: number): number => (k < 50 ? 0.1 : k < 150 ? 0.9 : 0.2);
    const found = momentsOf(run(2, 2, (k) => [...arrow(90), ...arrow(0, length(k))]));
    expect(found).toEqual([
      { kind: 'arrives', step: 500, features: [1] },
      { kind: 'leaves', step: 1500, features: [1] },
    ]);
  });

  test('two features pair up where they face each other, and part where they no longer do', () => {
    const angle = (k: number): number => (k < 60 ? 100 + k : k < 140 ? 170 : 90);
    const found = momentsOf(run(2, 2, (k) => [...arrow(0), ...arrow(angle(k))]));
    // cos 155° = −.906 is the first below −.9.
    expect(found).toEqual([
      { kind: 'pairs', step: 550, features: [0, 1] },
      { kind: 'parts', step: 1400, features: [0, 1] },
    ]);
  });

  test('features side by side that face the same one are no pairs', () => {
    expect(momentsOf(run(3, 2, () => [...arrow(0), ...arrow(180), ...arrow(178)]))).toEqual([]);
  });

  test('a pentagon is named from where it settles', () => {
    const spread = (k: number): number => (k < 100 ? 50 : 72);
    const found = momentsOf(run(5, 2, (k) => [0, 1, 2, 3, 4].flatMap((i) => arrow(i * spread(k)))));
    expect(found.filter(({ kind }) => kind === 'shape')).toEqual([
      { kind: 'shape', step: 1000, features: [0, 1, 2, 3, 4], name: 'a pentagon' },
    ]);
  });

  test('the loss falls where it had stood still, and not where it falls all the time', () => {
    const still = (k: number): number => (k < 100 ? 1 : Math.max(0.9, 1 - 0.02 * (k - 100)));
    const drops = momentsOf(run(1, 1, () => [1], still)).filter(({ kind }) => kind === 'loss');
    expect(drops).toHaveLength(1);
    expect(Math.abs(drops[0].step - 1000)).toBeLessThanOrEqual(40);
    expect(drops[0]).toMatchObject({ share: expect.closeTo(0.1, 2) as number });
    expect(
      momentsOf(
        run(
          1,
          1,
          () => [1],
          (k) => Math.exp(-k / 100),
        ),
      ),
    ).toEqual([]);
  });

  test('those that happen together are one event; of many the fullest are kept', () => {
    const moment = (step: number, i: number) => ({ kind: 'leaves', step, features: [i] }) as const;
    const moments = [moment(100, 0), moment(500, 1), moment(510, 2), moment(1500, 3), moment(1505, 4), moment(1510, 5)];
    expect(
      eventsOf(moments, { scale: 'linear', steps: 2000, most: 2 }).map(({ step, moments: { length } }) => [
        step,
        length,
      ]),
    ).toEqual([
      [500, 2],
      [1500, 3],
    ]);
  });
});
