/** The state of the figure of features in sets: all starts at the reader's density, the best at each of a row's. */
import { StartsFigure, type Shown } from '../neurons/starts-figure.svelte.ts';
import { rankOf } from '../starts/groups.ts';
import { foundIn, principalOf, type Found } from './found.ts';
import { correlatedParts } from './parts.ts';
import { stillParts, type CorrelatedStill } from './still.ts';

/** The best model of one density. */
export interface InRow {
  readonly density: number;
  readonly found: Found;
}

export class Correlated extends StartsFigure<'correlated'> {
  readonly own: Shown<'correlated'> = $derived.by(() => this.shown[0]);
  /** All starts at the reader's density, the lowest loss first. */
  readonly found: readonly Found[] = $derived.by(() => foundIn(this.own.groups[0]));
  readonly looked: Found = $derived.by(() => this.found[rankOf(this.found, this.chosen)]);
  /** From rare to dense. */
  readonly row: readonly InRow[] = $derived.by(() =>
    this.shown[1].groups
      .map((group) => ({ density: group.settings.density[0], found: foundIn(group)[0] }))
      .sort((a, b) => a.density - b.density),
  );
  /** What the densest models of the row come to resemble; null where the data have no sets that come together. */
  readonly principal: (Found & { readonly free: boolean }) | null = $derived.by(() => {
    const { settings } = this.shown[1].groups.reduce((densest, group) =>
      group.settings.density[0] > densest.settings.density[0] ? group : densest,
    );
    const like = this.row.find(({ density }) => density === settings.density[0]);
    return like && settings.sets?.some(({ kind }) => kind === 'correlated') ? principalOf(settings, like.found) : null;
  });

  constructor(still: CorrelatedStill) {
    super('correlated', correlatedParts, stillParts(still));
  }
}
