/** The still of figure `phase`: the model that every cell shows at the default setting, trained and chosen as in the page. */
import type { PhaseStill } from '../../src/article/figures/phase/still.ts';
import { trainTile } from '../../src/models/engine/map-tile.ts';
import { figureDefaults } from '../../src/models/parameters/figures.ts';
import { PhaseMap } from '../../src/models/phase/map.ts';
import { tileOrder } from '../../src/models/phase/passes.ts';

/** Steps of a parameter: 1/4096 is far less than a tone of the map, and ±8 more than any trained weight. */
const UNIT = 4096;
/** Cells trained at a time. */
const TILE = 512;

export async function phaseStill(): Promise<PhaseStill> {
  const values = { ...figureDefaults('phase'), engine: 'wasm' } as const;
  const map = new PhaseMap(values);
  const order = tileOrder(values.cells);
  for (let from = 0; from < order.length; from += TILE) {
    const tile = await trainTile({ values, cells: order.subarray(from, from + TILE) }, () => false);
    if (tile) map.put(tile);
  }
  const packed = new DataView(new ArrayBuffer(2 * map.theta.length));
  map.theta.forEach((value, k) => packed.setInt16(2 * k, Math.round(value * UNIT), true));
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    command: 'npm run stills',
    theta: base64(new Uint8Array(packed.buffer)),
    unit: UNIT,
    start: base64(map.start),
  };
}
