import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { RunSeries } from '../../src/models/recording/series.ts';
import { eventMarks, eventWords } from '../../src/viz/moment-words.ts';
import { simplified } from '../../src/viz/simplify.ts';
import { lineAt, timeCurvesLayout } from '../../src/viz/time-curves-layout.ts';
import { markBefore } from '../../src/viz/time-mark.ts';
import { timeAxis } from '../../src/viz/time-ticks.ts';
import TimeCurves from '../../src/viz/TimeCurves.svelte';
import TimeMarks from '../../src/viz/TimeMarks.svelte';
import TimeSlider from '../../src/viz/TimeSlider.svelte';

const LITERAL = /#[0-9a-f]{3,8}\b(?!-)|\b(?:rgb|hsl|oklch|oklab)\((?!var)|(?:fill|stroke):\s*(?:white|black)/i;

/** A run of 201 frames, ten steps each. */
function series(n: number, share: (i: number, k: number) => number, loss = (k: number) => 1 / (1 + k)): RunSeries {
  const frames = Array.from({ length: 201 }, (_, k) => k);
  const rows = (value: (i: number, k: number) => number) =>
    Array.from({ length: n }, (_, i) => Float64Array.from(frames, (k) => value(i, k)));
  return {
    steps: frames.map((k) => 10 * k),
    losses: frames.map(loss),
    dimensionality: rows(share),
    norms: rows(() => 1),
  };
}

const options = { width: 700, scale: 'linear', steps: 2000 } as const;

/** y of a path at x, on the straight line between its points. */
function yAt(path: string, x: number): number {
  const points = path
    .slice(1)
    .split('L')
    .map((point) => point.split(',').map(Number));
  const next = points.findIndex(([px]) => px >= x);
  const [[x0, y0], [x1, y1]] = [points[next - 1], points[next]];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

describe('simplified()', () => {
  it('leaves two points of a straight line, and every corner of a broken one', () => {
    const straight = Array.from({ length: 50 }, (_, k): [number, number] => [k, 2 * k]);
    expect(simplified(straight, 0.1)).toEqual([straight[0], straight[49]]);
    const corner = straight.map(([x]): [number, number] => [x, x < 20 ? 0 : 5]);
    expect(simplified(corner, 0.1)).toEqual([corner[0], corner[19], corner[20], corner[49]]);
  });

  it('stays within its tolerance everywhere', () => {
    const wave = Array.from({ length: 400 }, (_, k): [number, number] => [k, 40 * Math.sin(k / 23)]);
    const kept = simplified(wave, 0.5);
    expect(kept.length).toBeLessThan(80);
    const path = kept.map(([x, y], k) => `${k ? 'L' : 'M'}${x},${y}`).join('');
    for (const [x, y] of wave.slice(1)) expect(Math.abs(yAt(path, x) - y)).toBeLessThanOrEqual(0.5 + 1e-9);
  });
});

describe('the axis of steps', () => {
  it.each(['linear', 'log'] as const)(
    '%s: has numbers that do not run into each other or out of the picture',
    (scale) => {
      for (const steps of [10, 450, 8000, 20_000])
        for (const right of [240, 500, 900]) {
          const { ticks } = timeAxis(scale, steps, [40, right]);
          expect(ticks[0]).toEqual({ x: 40, text: '0' });
          ticks.slice(1).forEach(({ x, text }, k) => {
            expect(x - ticks[k].x).toBeGreaterThan(3.3 * (text.length + ticks[k].text.length) + 5);
            expect(x).toBeLessThan(right - 40);
          });
        }
    },
  );

  it('that is even has even numbers up to its end, which stands under its own where there is room beside it', () => {
    const { ticks, end } = timeAxis('linear', 4500, [60, 488], 92);
    expect(ticks.map(({ text }) => text)).toEqual(['0', '1,000', '2,000', '3,000', '4,000']);
    expect(end).toMatchObject({ text: '4,500 steps', anchor: 'start' });
    expect(timeAxis('linear', 4500, [60, 267], 13).end).toEqual({ text: '4,500 steps', x: 267, anchor: 'end' });
  });

  it('keeps a pointer beside it on it', () => {
    const axis = timeAxis('log', 500, [40, 240]);
    expect(axis.stepAt(-10)).toBe(0);
    expect(axis.stepAt(1000)).toBeCloseTo(500, 9);
    expect(axis.stepAt(axis.x(77))).toBeCloseTo(77, 9);
  });
});

describe('the curves of a run', () => {
  it('draw each feature at its share, on the line of its level', () => {
    const layout = timeCurvesLayout(
      series(2, (i, k) => (i === 0 ? 0.5 : k < 100 ? 0.4 : 0)),
      options,
    );
    const half = layout.levels.find(({ name }) => name === '1/2');
    expect(yAt(layout.lines[0], 300)).toBeCloseTo(half?.y ?? NaN, 0);
    expect(yAt(layout.lines[1], layout.axis.x(500))).toBeCloseTo(layout.shares.y(0.4), 0);
    expect(yAt(layout.lines[1], layout.axis.x(1500))).toBeCloseTo(layout.shares.floor, 0);
  });

  it('name every level, 2/5 and 3/8 too, with labels that do not run into each other', () => {
    for (const width of [280, 700]) {
      const { levels } = timeCurvesLayout(series(1, () => 0.5), { ...options, width }); // prettier-ignore
      expect(levels.map(({ name }) => name)).toEqual(['1', '3/4', '2/3', '1/2', '2/5', '3/8', '0']);
      levels.slice(1).forEach(({ labelY }, k) => expect(labelY - levels[k].labelY).toBeGreaterThanOrEqual(12.9));
      for (const { y, labelY } of levels) expect(Math.abs(labelY - y)).toBeLessThan(7);
    }
  });

  it('keep the letters of two moments apart on a phone', () => {
    const marks = [3042, 3899].map((step, k) => ({ step, letter: 'DE'[k], words: '' }));
    const props = { series: series(1, () => 0.5), steps: 8000, scale: 'log', step: 0, onstep: () => {}, marks, colors: ['var(--imp-0)'], width: 280 } as const; // prettier-ignore
    const { body } = render(TimeCurves, { props });
    const [d, e] = ['D', 'E'].map((letter) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${letter}<`).exec(body)?.[1]));
    expect(e - d).toBeGreaterThanOrEqual(13);
  });

  it('say which features end together, and how many where they are many', () => {
    const ends = (n: number) =>
      timeCurvesLayout(
        series(n, (i) => (i % 2 ? 0.5 : 0)),
        options,
      ).ends.map(({ text }) => text);
    expect(ends(6)).toEqual(['2 4 6', '1 3 5']);
    expect(ends(80)).toEqual(['40 features', '40 features']);
  });

  it('leave no two numbers at the right on top of each other', () => {
    const { ends } = timeCurvesLayout(
      series(12, (i) => 0.4 + 0.04 * i),
      options,
    );
    ends.slice(1).forEach(({ y }, k) => expect(y - ends[k].y).toBeGreaterThanOrEqual(14));
  });

  it('tell which line is near, and none where none is', () => {
    const run = series(2, (i) => (i === 0 ? 0.5 : 0));
    const layout = timeCurvesLayout(run, options);
    expect(lineAt(layout, run, 300, layout.shares.y(0.5) + 4)).toBe(0);
    expect(lineAt(layout, run, 300, layout.shares.y(0) - 4)).toBe(1);
    expect(lineAt(layout, run, 300, layout.shares.y(0.8))).toBeNull();
  });

  it('show a loss that falls far on a logarithmic axis, and a hundredth where the rest stands still', () => {
    const far = timeCurvesLayout(
      series(1, () => 1),
      options,
    );
    expect(far.loss.kind).toBe('log');
    const still = timeCurvesLayout(
      series(
        1,
        () => 1,
        (k) => (k < 10 ? 5 : k < 120 ? 1 : 0.99),
      ),
      options,
    );
    expect(still.loss.kind).toBe('zoomed');
    expect(still.loss.note).toBe('axis from 0.990; the first steps lie above it');
    expect([far.loss.note, far.loss.ticks.map(({ text }) => text)]).toEqual(['', ['0.01', '0.1', '1']]);
    expect(yAt(still.lossLine, still.axis.x(1800)) - yAt(still.lossLine, still.axis.x(600))).toBeGreaterThan(30);
  });

  it('have round losses on their axis, its own ends where none lie in it, and one where it has no length', () => {
    const texts = (loss: (k: number) => number): string[] =>
      timeCurvesLayout(
        series(1, () => 1, loss),
        options,
      ).loss.ticks.map(({ text }) => text);
    expect(texts((k) => (k < 10 ? 1.5 : 0.8495 - 0.0002 * k))).toEqual(['0.80', '0.82', '0.84', '0.86']);
    expect(texts((k) => 1.541 - 0.006 * k)).toEqual(['0', '1', '2']);
    expect(texts((k) => 0.009 - 0.00004 * k)).toEqual(['0.001', '0.002', '0.005']);
    expect(texts((k) => 0.08 / 27 ** (k / 200))).toEqual(['0.003', '0.01', '0.03']);
    expect(new Set(texts(() => 0.5)).size).toBe(1);
  });

  it('can be drawn before anything is recorded', () => {
    const none = { steps: [], losses: [], dimensionality: [new Float64Array()], norms: [new Float64Array()] };
    expect(timeCurvesLayout(none, options).lines).toEqual(['']);
  });
});

describe('the words of a moment', () => {
  it('name few and count many', () => {
    const pair = (i: number, j: number) => ({ kind: 'pairs', step: 1, features: [i, j] }) as const;
    const leaves = (i: number) => ({ kind: 'leaves', step: 1, features: [i] }) as const;
    expect(eventWords([leaves(10), pair(3, 7), { kind: 'loss', step: 2, features: [], share: 0.0162 }])).toBe(
      'feature 11 leaves, 4 and 8 pair up, the loss falls by 1.6 %',
    );
    expect(eventWords([leaves(4), leaves(1), leaves(2)])).toBe('features 2, 3 and 5 leave');
    expect(eventWords([0, 1, 2, 3].map((k) => pair(2 * k, 2 * k + 1)))).toBe('4 pairs form');
    expect(eventWords([{ kind: 'parts', step: 3, features: [12, 23] }])).toBe('the pair of 13 and 24 comes apart');
    expect(eventWords([{ kind: 'shape', step: 3, features: [0, 1, 2, 3, 4], name: 'a pentagon' }])).toBe('a pentagon');
  });

  it('become letters, of which a step is in the last one before it', () => {
    const marks = eventMarks([100, 300].map((step) => ({ step, moments: [{ kind: 'leaves', step, features: [0] }] })));
    expect(marks.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect([50, 100, 299, 300].map((step) => markBefore(marks, step))).toEqual([-1, 0, 0, 1]);
  });
});

describe('on the server', () => {
  const marks = [{ step: 500, letter: 'A', words: 'feature 1 leaves' }];
  const time = { steps: 2000, scale: 'log', step: 700, onstep: () => {}, marks } as const;

  it.each([1, 24, 80])('%d features: whole at every width, without a colour of their own', (n) => {
    for (const width of [280, 580, 900])
      for (const lit of [null, 0]) {
        const colors = Array<string>(n).fill('var(--imp-0)');
        const { body } = render(TimeCurves, { props: { series: series(n, () => 0.5), ...time, colors, width, lit } });
        expect(body).not.toMatch(/NaN|undefined|Infinity/);
        expect(body).not.toMatch(LITERAL);
      }
  });

  it('the cursor is a native range that says its step, and a moment a button', () => {
    const { body } = render(TimeSlider, {
      props: { ...time, recorded: [0, 700], left: 40, right: 400, says: 'loss 0.5' },
    });
    expect(body).toMatch(/type="range"/);
    expect(body).toContain('aria-valuetext="step 700 of 2,000; loss 0.5"');
    expect(render(TimeMarks, { props: time }).body).toMatch(/aria-current="step"[^]*feature 1 leaves/);
  });
});
