/** The branches' losses over the relative density, computed for the reader's own density piece by piece. */
import { reachesRatio } from '../../../models/parameters/geometry-problem.ts';
import { oddCurves, type OddCurves } from '../../../models/theory/odd-curves.ts';
import { CURVE_RATIOS } from './protocol.ts';

export class Curves {
  /** The newest that are complete. */
  shown: OddCurves;
  #wanted: number;

  constructor(shown: OddCurves) {
    this.shown = $state.raw(shown);
    this.#wanted = shown.base;
  }

  /** @param base density of the other features */
  ask(base: number): void {
    if (base === this.#wanted) return;
    this.#wanted = base;
    if (base === this.shown.base) return;
    void this.#compute(base);
  }

  async #compute(base: number): Promise<void> {
    const steps = oddCurves(
      base,
      CURVE_RATIOS.filter((ratio) => reachesRatio(base, ratio)),
    );
    for (;;) {
      // One relative density takes some 10 ms; then the page gets its turn.
      await pause();
      if (this.#wanted !== base) return;
      const step = steps.next();
      if (step.done) {
        this.shown = step.value;
        return;
      }
    }
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
