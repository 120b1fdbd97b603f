/** Every family with free weights on the fused WebGL kernel, against the float64 reference on the same stream. */
import { beforeAll, describe, it } from 'vitest';
import { registerWebglKernel, startWebgl } from '../../src/models/engine/webgl/index.ts';
import { casesOf, expectReference, problemOf, recipeOf } from './webgl-forms.ts';

beforeAll(async () => {
  await startWebgl();
  registerWebglKernel();
});

describe('the WebGL kernel takes fifty steps like the reference', () => {
  it.each(casesOf(false))('$family, $variant, $shape', async ({ family, variant, shape: [n, m] }) => {
    await expectReference(problemOf(family, n, m, variant), recipeOf(variant));
  });
});
