/** The state of the figure of a nonlinear hidden layer: the best of its starts, a linear one beside it, both turned. */
import { readNothingLoss } from '../../../models/theory/read-nothing.ts';
import { StartsFigure } from '../neurons/starts-figure.svelte.ts';
import { hiddenParts } from './parts.ts';
import { stillParts, type HiddenStill } from './still.ts';
import { turnedBy, type Turned } from './turned.ts';

export class Hidden extends StartsFigure<'hidden'> {
  /** By how much the first two neurons are turned into each other, degrees. */
  angle = $state(0);

  readonly own: Turned = $derived.by(() => turnedBy(this.shown[0], this.angle, this.chosen));
  readonly linear: Turned = $derived.by(() => turnedBy(this.shown[1], this.angle));

  /** Loss of reading nothing, the scale of the two. */
  readonly readNothing: number = $derived.by(() => readNothingLoss(this.shown[0].groups[0].settings));

  constructor(still: HiddenStill) {
    super('hidden', hiddenParts, stillParts(still));
  }
}
