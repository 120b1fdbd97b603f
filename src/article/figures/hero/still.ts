/**
 * The hero before any script runs: what `npm run stills` trained with the reader's own engine at the default setting.
 * A test makes it again.
 */
import { figureDefaults } from '../../../models/parameters/figures.ts';
import type { Start } from './hero.svelte.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import { shownModel, type ShownModel } from './shown.ts';
import { STOPS } from './stops.ts';
import recorded from './still.json' with { type: 'json' };

const values = figureDefaults('hero');
const parameters = (theta: readonly number[]): Float32Array => Float32Array.from(theta);

interface Still {
  readonly values: typeof values;
  /** The best one alone: the others are trained before anyone can look at them. */
  readonly starts: readonly Start[];
  readonly curve: readonly LossPoint[];
  readonly dial: readonly ShownModel[];
}

export const STILL: Still = {
  values,
  starts: [{ ...recorded.best, theta: parameters(recorded.best.theta) }],
  curve: recorded.curve,
  dial: recorded.dial.map(({ theta, loss, step }, k) =>
    shownModel({ ...values, S: STOPS[k] }, parameters(theta), { loss, step }),
  ),
};
