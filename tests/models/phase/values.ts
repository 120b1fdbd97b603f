import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import type { PhaseValues } from '../../../src/models/phase/cell-models.ts';

/** The phase figure's defaults, on WebAssembly, with a change. */
export const phaseValues = (change: Partial<PhaseValues> = {}): PhaseValues => ({
  ...figureDefaults('phase'),
  engine: 'wasm',
  ...change,
});
