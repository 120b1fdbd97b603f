import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { summarize } from '../../src/viz/describe.ts';
import FeatureGraph from '../../src/viz/FeatureGraph.svelte';
import FeatureTable from '../../src/viz/FeatureTable.svelte';
import { featureGraph } from '../../src/viz/feature-graph.ts';
import { modelView, type ModelView } from '../../src/viz/model-view.ts';
import ModelDisc from '../../src/viz/ModelDisc.svelte';
import NumberLine from '../../src/viz/NumberLine.svelte';
import PlaneDisc from '../../src/viz/PlaneDisc.svelte';
import Space from '../../src/viz/Space.svelte';

/** What no drawing and no sentence may hold. */
const BROKEN = /NaN|undefined|Infinity|\[object/;

/** Nothing, as good as nothing, the limits of what is drawn, ones, twins and whatever lies between. */
const weight = fc.oneof(
  fc.constantFrom(0, -0, 1e-12, -1e-5, 0.1, -0.1, 0.5, 1, -1, Math.SQRT1_2, -Math.SQRT1_2, 3),
  fc.integer({ min: -1500, max: 1500 }).map((thousandths) => thousandths / 1000),
);
/** Up to twenty features in up to four dimensions, the most that Figure 1 takes. */
const model: fc.Arbitrary<ModelView> = fc
  .record({ n: fc.integer({ min: 1, max: 20 }), m: fc.integer({ min: 1, max: 4 }), base: fc.constantFrom(1, 0.9, 0.1) })
  .chain(({ n, m, base }) =>
    fc
      .tuple(
        fc.array(weight, { minLength: n * m, maxLength: n * m, size: 'max' }),
        fc.array(weight, { minLength: n, maxLength: n, size: 'max' }),
      )
      .map(([W, b]) => modelView({ n, m, W, b, importance: Array.from({ length: n }, (_, i) => base ** i) })),
  );
const width = fc.constantFrom(200, 280, 368, 552);

/** JSON has no word for NaN and Infinity. */
const named = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

const spaceOf = ({ m }: ModelView): typeof PlaneDisc => (m === 1 ? NumberLine : m === 2 ? PlaneDisc : Space);

describe('any model', () => {
  it('is drawn whole in its hidden space, as a table and small, with any of its features lit', () => {
    fc.assert(
      fc.property(model, width, fc.nat(19), (view, width, lit) => {
        for (const props of [
          { view, width },
          { view, width, lit },
        ]) {
          expect(render(spaceOf(view), { props }).body).not.toMatch(BROKEN);
          expect(render(FeatureTable, { props }).body).not.toMatch(BROKEN);
        }
        expect(render(ModelDisc, { props: { model: view } }).body).not.toMatch(BROKEN);
      }),
      { numRuns: 60 },
    );
  });

  it('is summed up and named in words, and its features’ graph is drawn', () => {
    fc.assert(
      fc.property(model, width, (view, width) => {
        expect(JSON.stringify(summarize(view), named)).not.toMatch(BROKEN);
        const { shapes } = featureGraph(view.W, view.n, view.m);
        expect(render(FeatureGraph, { props: { shapes, width, height: 300 } }).body).not.toMatch(BROKEN);
      }),
      { numRuns: 200 },
    );
  });
});
