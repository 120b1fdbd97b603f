/** Which shape is best at which density, by theory (experiments.md §5.6). */
import type { BestRange } from '../../../viz/fraction-scatter-layout.ts';

export const bestRanges: readonly BestRange[] = [];
