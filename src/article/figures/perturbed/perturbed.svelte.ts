/** The state of the figure of one odd feature: the starts at the reader's relative density, sorted by what they keep. */
import { arrangementKey } from '../../../models/evaluation/arrangement.ts';
import { TIE } from '../../../models/evaluation/best.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { reachesRatio } from '../../../models/parameters/geometry-problem.ts';
import { ODD, oddMinimum } from '../../../models/theory/odd-feature.ts';
import type { OddCurves } from '../../../models/theory/odd-curves.ts';
import type { OddDot } from '../../../viz/odd-curves-layout.ts';
import { StartsFigure, type Shown } from '../neurons/starts-figure.svelte.ts';
import { rankOf } from '../starts/groups.ts';
import { Curves } from './curves.svelte.ts';
import { dotOf, foundOf, type Found } from './found.ts';
import { perturbedParts, ratioReached, type PerturbedValues } from './parts.ts';
import { ODD_FEATURE, PREVIEW_STEP } from './protocol.ts';
import { stillParts, type PerturbedStill } from './still.ts';
import { Sweep } from './sweep.svelte.ts';

export class Perturbed extends StartsFigure<'perturbed'> {
  readonly own: Shown<'perturbed'> = $derived.by(() => this.shown[0]);
  /** All starts, the lowest loss first. */
  readonly found: readonly Found[] = $derived.by(() => {
    const [{ settings, starts }] = this.own.groups;
    return starts.map(({ start, loss, theta }) => foundOf(theta, settings.importance, loss, start));
  });
  /** The one on screen. */
  readonly best: Found = $derived.by(() =>
    this.chosen === null ? calmest(this.found) : this.found[rankOf(this.found, this.chosen)],
  );
  /** The other branch at its best, computed; null where that is unknown. */
  readonly #computed: Found | null = $derived.by(() => {
    if (!this.known) return null;
    const { S, ratio } = this.own.values;
    const branch = this.best.reading.kept === ODD.n ? 'pairs' : 'pentagon';
    const { theta, loss } = oddMinimum(branch, densityOf(S), ratio);
    const importance = theta.slice(0, ODD.n).map(() => 1);
    const found = foundOf(theta, Array.from(importance), loss, null);
    // Where the odd feature has left the pentagon there is no second branch.
    return found.reading.kept === this.best.reading.kept ? null : found;
  });
  /**
   * The best model that keeps another number of features: the other branch. Where no start ended there, the computed one
   * of five features; null where that is unknown, too.
   */
  readonly other: Found | null = $derived.by(
    () => this.found.find(({ reading }) => reading.kept !== this.best.reading.kept) ?? this.#computed,
  );
  /** Loss of the other branch at its best, which no start need have reached; null where that is unknown. */
  readonly least: number | null = $derived.by(() => {
    const [trained, computed] = [this.other, this.#computed];
    // The search is for the nearest minimum: what a start has got below is not the least.
    return trained && computed?.reading.kept === trained.reading.kept && computed.loss <= trained.loss
      ? computed.loss
      : null;
  });
  /** The branches' losses, where they are known: equally important features, ReLU, five of them. */
  readonly known: boolean = $derived.by(() => hasCurves(this.own.values));
  readonly curves: OddCurves | null = $derived.by(() => {
    const { shown } = this.#curves;
    return this.known && shown.base === densityOf(this.own.values.S) ? shown : null;
  });
  /** Every trained model of the setting: the sweep's, and the starts on screen. */
  readonly dots: readonly OddDot[] = $derived.by(() => {
    const trained = ratioReached(this.own.values);
    return [...this.sweep.dotsFor(this.own.values), ...this.found.map((each) => dotOf(each, trained))];
  });

  readonly sweep: Sweep;
  readonly #curves: Curves;

  constructor(still: PerturbedStill) {
    super('perturbed', perturbedParts, stillParts(still), { together: true, pictures: [PREVIEW_STEP] });
    this.#curves = new Curves(still.curves);
    this.sweep = new Sweep(this.own.values, still.dots);
  }

  /** A new setting has curves of its own. */
  protected override changed(): void {
    super.changed();
    this.sweep.keepFor(this.values);
    if (hasCurves(this.values)) this.#curves.ask(densityOf(this.values.S));
  }
}

/** Of what theory/odd-feature.ts computes. */
const hasCurves = ({ n, m, decay, model, S, ratio }: PerturbedValues): boolean =>
  n === ODD.n && m === ODD.m && decay === 1 && model === 'relu' && reachesRatio(densityOf(S), ratio);

/**
 * Of the starts that are as good as the best and keep as many features, the one whose arrangement moves least when a
 * slider does: which of the others stand beside the odd feature is chance. None that another kind of model betters.
 *
 * @param found the lowest loss first, at least one
 */
export function calmest(found: readonly Found[]): Found {
  const [lowest] = found;
  const { n, m, importance } = lowest.view;
  const end = found.findIndex(
    ({ loss, reading }) => loss > lowest.loss * (1 + TIE) || reading.kept !== lowest.reading.kept,
  );
  const keyOf = ({ view }: Found): string => arrangementKey(view.W, n, m, importance);
  const tied = found.slice(0, end === -1 ? found.length : end).map((each) => ({ each, key: keyOf(each) }));
  return tied.reduce((calm, other) => (other.key < calm.key ? other : calm)).each;
}

/** The feature that differs, as the reader counts. */
export const ODD_NUMBER = ODD_FEATURE + 1;
