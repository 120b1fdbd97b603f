import { afterAll, expect, it } from 'vitest';
import { TrainingPool, type MapResult } from '../../src/models/engine/index.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import type { PhaseValues } from '../../src/models/phase/cell-models.ts';
import { PhaseMap } from '../../src/models/phase/map.ts';
import { tileOrder } from '../../src/models/phase/passes.ts';
import { trainMap } from '../../src/models/engine/map-training.ts';

const pool = new TrainingPool(
  () => new Worker(new URL('../../src/models/engine/worker.ts', import.meta.url), { type: 'module' }),
  2,
);
afterAll(() => pool.terminate());

async function train(change: Partial<PhaseValues>): Promise<{ map: PhaseMap; result: MapResult | null }> {
  const values: PhaseValues = { ...figureDefaults('phase'), cells: 8, starts: 8, gradient: 'sampled', ...change };
  const map = new PhaseMap(values);
  const { result } = trainMap(pool, { values, cells: tileOrder(8) }, (tile) => map.put(tile));
  return { map, result: await result };
}

it('a map trained by WebGL in a real worker has the losses of one trained by WebAssembly', async () => {
  const graphics = await train({ engine: 'webgl' });
  const processor = await train({ engine: 'wasm' });
  expect(graphics.result).toMatchObject({ engine: 'webgl', models: 512, notices: [] });
  expect(processor.result).toMatchObject({ engine: 'wasm', models: 512, notices: [] });
  // Other samples, the same minima; in a cell or two no start of one of them has found the best.
  const ratios = graphics.map.loss.map((loss, cell) => loss / processor.map.loss[cell]);
  expect(ratios.filter((ratio) => Math.abs(ratio - 1) < 0.05).length).toBeGreaterThanOrEqual(61);
});
