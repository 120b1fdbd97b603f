/** The arrow of a feature that is not there: thin, so that it is told from the others by more than its colour. */
import type { ArrowStyle } from './arrow.ts';

export const FAINT_ARROW: ArrowStyle = { shaft: 2, head: [8, 7] };
