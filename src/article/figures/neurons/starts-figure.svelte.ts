/**
 * The state of a figure that shows the best of several starts: parameters → workers → snapshot. A round of first starts
 * makes the picture and every later round can only make it better; what is trained is kept by density and start, so a way
 * back trains what is missing and nothing else. A figure may have more than one part, each a training of its own.
 */
import type { Experiment } from '../../../models/parameters/experiment.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import { RunState, type RunValues } from '../../figure/run-state.svelte.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import type { Group, Start } from '../starts/groups.ts';
import { measureStarts } from '../starts/measuring.ts';
import { roundsOf } from '../starts/rounds.ts';
import { Shelf } from '../starts/shelf.ts';
import { TrainingRounds, type Hooks } from '../starts/training-rounds.ts';
import { modelsIn, planOf } from './plan.ts';

/** The figures of this kind. */
export type StartsFigureId = 'hidden' | 'absolute' | 'perturbed' | 'correlated';

export type StartsValues<F extends StartsFigureId> = RunValues<F>;

/** What one part of a figure trains. */
export interface PartExperiment<F extends StartsFigureId> extends Experiment {
  /** The figure's values that give this experiment. */
  readonly values: StartsValues<F>;
}

/** What is on screen of one part: its models, a group a density, the best start first in each. */
export interface Shown<F extends StartsFigureId> extends PartExperiment<F> {
  readonly groups: readonly Group[];
  /** Step that the models on screen have reached. */
  readonly step: number;
}

/** How a figure trains its starts, where it is not one round of first starts and then the others. */
export interface StartsOptions {
  /** All starts that are missing in one round: for models so small that there is no waiting for the first. */
  readonly together?: boolean;
  /** Steps at which the first round of a part is drawn while it learns; PICTURES where there are none. */
  readonly pictures?: readonly number[];
}

export class StartsFigure<F extends StartsFigureId> extends RunState<F> {
  /** One for each part; they lag behind `values` until there is a first picture of the new ones. */
  shown: readonly Shown<F>[];
  /** The feature and the neuron that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);
  neuron = $state<number | null>(null);
  /** The start that is looked at, by its number, since ranks move while starts arrive; null for the best. */
  chosen = $state<number | null>(null);

  readonly #partsOf: (values: StartsValues<F>) => readonly PartExperiment<F>[];
  readonly #shelves: readonly Shelf[];
  readonly #options: StartsOptions;

  /**
   * @param partsOf the trainings that values ask for, the first one the figure's own
   * @param shown a still of each of them
   */
  constructor(
    id: F,
    partsOf: (values: StartsValues<F>) => readonly PartExperiment<F>[],
    shown: readonly Shown<F>[],
    options: StartsOptions = {},
  ) {
    super(id, shown[0].values);
    this.#options = options;
    this.#partsOf = partsOf;
    this.shown = $state.raw(shown);
    this.#shelves = shown.map(({ values }) => new Shelf(values));
  }

  /** Better models may still be found: the run goes on, or was stopped before its end. */
  get unfinished(): boolean {
    return this.status !== 'still' && this.status !== 'done';
  }

  /** Models of these settings that were trained elsewhere; what is missing of the picture is trained. */
  take(values: StartsValues<F>, models: readonly { readonly settings: ModelSettings; readonly start: Start }[]): void {
    page.set(this.id, values, true);
    this.stop();
    this.values = values;
    this.changed();
    const [own] = this.#shelves;
    own.clear();
    own.prepareFor(values);
    for (const { settings, start } of models) own.put(settings, start);
    this.resume();
  }

  override again(): void {
    for (const shelf of this.#shelves) shelf.clear();
    this.chosen = null;
    super.again();
  }

  /** Other settings, or models from elsewhere: looked at from the best start. */
  protected override changed(): void {
    this.chosen = null;
  }

  protected async train(): Promise<void> {
    this.begin();
    this.seconds = 0;
    const { values } = this;
    const parts = this.#partsOf(values);
    const { workers } = trainingPool();
    const plan = parts.map(({ values, problem, recipe }, k) => {
      this.#shelves[k].prepareFor(values);
      const missing = this.#shelves[k].missing(problem.models);
      if (this.#options.together)
        return { rounds: missing.length > 0 ? [{ ...problem, models: missing }] : [], recipe };
      return { rounds: roundsOf(problem, missing, workers), recipe };
    });
    const total = modelsIn(plan);
    let done = 0;
    for (const { part, first, rounds, recipe } of planOf(plan)) {
      const hooks: Hooks = {
        early: (round, progress) => {
          if (!first) return;
          this.#shelves[part].addEarly(round, progress);
          this.#show(parts, part, progress.step);
        },
        finished: (round, result) => {
          this.#shelves[part].add(round, result);
          this.note(result, result.steps * result.models.length, values);
          this.#show(parts, part, result.steps);
        },
        share: (share) => (this.progress = (done + share * modelsIn([{ rounds, recipe }])) / total),
      };
      const run = new TrainingRounds(rounds, recipe, values.engine, hooks, { pictures: this.#options.pictures });
      this.runs.follow(run);
      try {
        if (!(await run.run())) return;
      } catch (error) {
        return this.fail(error, this.shown[0].values, 'The last good models are shown.');
      }
      done += modelsIn([{ rounds, recipe }]);
    }
    parts.forEach((_, part) => this.#show(parts, part, parts[part].recipe.steps));
    for (const [part, { problem, recipe }] of parts.entries()) {
      const evaluation = measureStarts(problem, this.#shelves[part], () => this.#show(parts, part, recipe.steps));
      if (!evaluation) continue;
      this.runs.follow(evaluation);
      try {
        if (!(await evaluation.result)) return;
      } catch (error) {
        return this.fail(error, this.shown[0].values, 'The last good models are shown.');
      }
    }
    this.end(values);
    const [own] = plan;
    if (values.engine === 'auto' && own.rounds.length > 0) trainingPool().measure(own.rounds[0], own.recipe);
  }

  #show(parts: readonly PartExperiment<F>[], part: number, step: number): void {
    const groups = this.#shelves[part].groups(parts[part].problem);
    this.shown = this.shown.map((each, k) => (k === part ? { ...parts[part], groups, step } : each));
    this.runs.drew();
  }
}
