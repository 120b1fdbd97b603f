/** Trained starts of one setting, by density and start: what is here need not be trained again. */
import { MOMENT_COUNT } from '../../../models/evaluation/counts.ts';
import type { Progress, TrainResult } from '../../../models/engine/index.ts';
import { parameterCount } from '../../../models/layout.ts';
import type { Values } from '../../../models/parameters/figures.ts';
import type { ModelSettings, Problem } from '../../../models/problem.ts';
import { groupsOf, keyOf, startKey, type Group, type Start } from './groups.ts';
import { EVALUATION_SAMPLES } from './protocol.ts';

/** Starts of one model that are to be measured. */
export interface Unmeasured {
  /** Of any of them. */
  readonly settings: ModelSettings;
  readonly starts: readonly Start[];
}

/** Parameters whose moments are kept, 8 bytes each: for the file that goes on where the run ended. */
const KEPT_MOMENTS = 1 << 20;

export class Shelf {
  #finished = new Map<string, Start>();
  /** First starts on their way, as they were announced. */
  #early = new Map<string, Start>();
  #setting: string;
  /** Parameters whose moments are kept. */
  #kept = 0;

  constructor(values: Values) {
    this.#setting = settingOf(values);
  }

  /** Clears the shelf when the models on it are not those of these values. */
  prepareFor(values: Values): void {
    if (!this.fits(values)) this.clear();
    this.#setting = settingOf(values);
    this.#early.clear();
  }

  fits(values: Values): boolean {
    return settingOf(values) === this.#setting;
  }

  clear(): void {
    this.#kept = 0;
    this.#finished.clear();
    this.#early.clear();
  }

  missing(models: readonly ModelSettings[]): ModelSettings[] {
    return models.filter((settings) => !this.#finished.has(startKey(settings)));
  }

  addEarly(round: Problem, { step, theta, losses }: Progress): void {
    const P = parameterCount(round);
    round.models.forEach((settings, k) => {
      const own = theta.slice(k * P, (k + 1) * P);
      const start = { start: settings.start, step, loss: losses[k], samples: MOMENT_COUNT, theta: own };
      this.#early.set(startKey(settings), start);
    });
  }

  add(round: Problem, { models, steps }: TrainResult): void {
    for (const { index, theta, m1, m2, loss, exact } of models) {
      const settings = round.models[index];
      const moments = this.#kept + m1.length <= KEPT_MOMENTS ? { moments: { step: steps, m1, m2 } } : {};
      if (moments.moments) this.#kept += m1.length;
      const samples = exact ? {} : { samples: EVALUATION_SAMPLES };
      this.put(settings, { start: settings.start, step: steps, loss, ...samples, theta, ...moments });
    }
  }

  /** Of each group, the trained starts whose loss is on fewer samples than the published ones. */
  unmeasured(models: readonly ModelSettings[]): Unmeasured[] {
    return [...new Set(models.map(keyOf))].flatMap((key) => {
      const group = models.filter((settings) => keyOf(settings) === key);
      const starts = group.flatMap((settings) => this.#finished.get(startKey(settings)) ?? []);
      const left = starts.filter(({ samples }) => samples !== undefined);
      return left.length > 0 ? [{ settings: group[0], starts: left }] : [];
    });
  }

  /** @param losses on the evaluation set, of these starts */
  measured({ settings, starts }: Unmeasured, losses: ArrayLike<number>): void {
    starts.forEach(({ samples: _, ...start }, k) =>
      this.put({ ...settings, start: start.start }, { ...start, loss: losses[k] }),
    );
  }

  /** A start that is trained, wherever it was. */
  put(settings: ModelSettings, start: Start): void {
    this.#finished.set(startKey(settings), start);
  }

  /** The models' groups, in their order: finished starts, or where there are none the first one on its way. */
  groups(problem: Problem, models: readonly ModelSettings[] = problem.models): Group[] {
    const ready = new Set(
      models.filter((settings) => this.#finished.has(startKey(settings))).map(({ model }) => model),
    );
    const starts = new Map(this.#finished);
    for (const settings of models) {
      const early = this.#early.get(startKey(settings));
      if (early && !ready.has(settings.model)) starts.set(startKey(settings), early);
    }
    return groupsOf(models, starts);
  }
}

/** Everything that a model depends on but its density and which start it is. */
function settingOf({ S: _, p: __, starts: ___, ...rest }: Values): string {
  return JSON.stringify(rest);
}
