/**
 * The hero before any script runs: what `npm run stills` trained with the reader's own engine at the default setting.
 * A test makes it again. The record travels in the page, not in its scripts.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import type { Start } from './starts.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import { shownModel, type ShownModel } from './shown.ts';
import { STOPS } from './stops.ts';

const values = figureDefaults('hero');
const parameters = (theta: readonly number[]): Float32Array => Float32Array.from(theta);

/** One recorded model. */
interface Recorded {
  readonly loss: number;
  readonly theta: readonly number[];
}

/** What still.json holds. */
export interface HeroRecord {
  readonly best: Recorded & { readonly start: number };
  readonly curve: readonly LossPoint[];
  /** One for each stop of the dial. */
  readonly dial: readonly (Recorded & { readonly step: number })[];
}

export interface Still {
  readonly values: typeof values;
  /** The best one alone: the others are trained before anyone can look at them. */
  readonly starts: readonly Start[];
  readonly curve: readonly LossPoint[];
  readonly dial: readonly ShownModel[];
}

export function readStill({ best, curve, dial }: HeroRecord): Still {
  return {
    values,
    starts: [{ ...best, theta: parameters(best.theta) }],
    curve,
    dial: dial.map(({ theta, loss, step }, k) =>
      shownModel({ values: { ...values, S: STOPS[k] }, theta: parameters(theta), loss, step }),
    ),
  };
}
