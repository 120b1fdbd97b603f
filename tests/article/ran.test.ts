import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Ran from '../../src/article/figure/Ran.svelte';

const said = (props: { engine: 'webgl' | 'wasm' | null; workers: number; models?: number }): string =>
  render(Ran, { props: { rate: 1234, ...props } })
    .body.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

it('the details say how many workers trained: the one that has the GPU, else as many as there were models for', () => {
  expect(said({ engine: 'webgl', workers: 3 })).toMatch(/WebGL on the graphics processor, on one worker: 1,234 steps/);
  expect(said({ engine: 'wasm', workers: 3 })).toContain('on 3 workers:');
  expect(said({ engine: 'wasm', workers: 3, models: 16 })).toContain('on 3 workers:');
  expect(said({ engine: 'wasm', workers: 3, models: 1 })).toContain('on one worker:');
  expect(said({ engine: null, workers: 3 })).toMatch(/^A still/);
});
