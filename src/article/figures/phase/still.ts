/**
 * The map before any script runs: what `npm run stills` trained with the reader's own engine at the default setting. It
 * comes with the page, as the island's property, and not with its code.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import { aggregateStarts } from '../../../models/phase/aggregate.ts';
import { cellModels, type PhaseValues } from '../../../models/phase/cell-models.ts';
import { PhaseMap } from '../../../models/phase/map.ts';
import { exactLoss } from '../../../models/theory/exact-loss.ts';

/** The best start of every cell. */
export interface PhaseStill {
  readonly command: string;
  /** Parameters, [cells², P], in units of 1/`unit`, as little-endian int16, in base64. */
  readonly theta: string;
  readonly unit: number;
  /** Which start each cell shows, [cells²], a byte each, in base64. */
  readonly start: string;
}

export interface StillPicture {
  readonly values: PhaseValues;
  readonly map: PhaseMap;
  readonly shows: Int32Array;
}

export function stillPicture(still: PhaseStill): StillPicture {
  const values = figureDefaults('phase');
  const bytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const packed = new DataView(bytes(still.theta).buffer);
  const theta = Float32Array.from(
    { length: packed.byteLength / 2 },
    (_, k) => packed.getInt16(2 * k, true) / still.unit,
  );
  const start = bytes(still.start);
  const map = new PhaseMap(values);
  const cells = Uint32Array.from(start.keys());
  const P = theta.length / start.length;
  const losses = cellModels(values, cells, 1).map((settings, cell) =>
    exactLoss(settings, values.m, theta.subarray(cell * P, (cell + 1) * P)),
  );
  map.put({ ...aggregateStarts({ ...values, starts: 1 }, cells, theta, losses), start });
  return { values, map, shows: Int32Array.from(cells) };
}
