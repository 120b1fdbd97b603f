/** The model at the slider, where the list has none: its first start at once, the others when the slider rests. */
import { basicExperiment } from '../../../models/parameters/storage-problem.ts';
import { LatestRun } from '../../figure/latest-run.ts';
import { reasonOf } from '../../figure/run-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import type { Basic } from './basic.svelte.ts';
import { modelsAt } from './models.ts';
import type { Group } from '../starts/groups.ts';
import { measureStarts } from '../starts/measuring.ts';
import { roundsOf } from '../starts/rounds.ts';
import { TrainingRounds } from '../starts/training-rounds.ts';

export class Explorer {
  /** The last model that was trained for the slider. */
  group = $state.raw<Group | null>(null);

  busy = $state(false);

  readonly #basic: Basic;
  readonly #runs = new LatestRun(() => void this.#train());
  /** Density that the run is for. */
  #density = 0;
  #failed = $state(false);

  constructor(basic: Basic) {
    this.#basic = basic;
  }

  /** The slider has moved. */
  look(): void {
    if (!this.#runs.running || this.#basic.density !== this.#density) this.#runs.ask();
  }

  stop(): void {
    this.#runs.stop();
    this.busy = false;
  }

  forget(): void {
    this.stop();
    this.group = null;
  }

  setVisible(visible: boolean): void {
    if (this.#runs.setVisible(visible)) this.busy = false;
  }

  async #train(): Promise<void> {
    this.stop();
    this.#failed = false;
    const { density, values, shelf } = this.#basic;
    if (values.p.includes(density) || !shelf.fits(values)) return;
    this.#density = density;
    const { problem, recipe } = basicExperiment(values);
    const models = modelsAt(values, density);
    const show = (): void => {
      [this.group] = shelf.groups(problem, models);
      this.#runs.drew();
    };
    const rounds = roundsOf(problem, shelf.missing(models), trainingPool().workers);
    if (rounds.length === 0 && shelf.unmeasured(models).length === 0) return show();
    const run = new TrainingRounds(rounds, recipe, values.engine, {
      early: (round, progress) => {
        shelf.addEarly(round, progress);
        show();
      },
      finished: (round, result) => {
        shelf.add(round, result);
        show();
      },
      share: () => {},
    });
    this.#runs.begin({ drawn: rounds.length === 0 });
    this.#runs.follow(run);
    this.busy = true;
    try {
      if (!(await run.run())) return;
      const evaluation = measureStarts(problem, shelf, show, { models });
      if (evaluation) this.#runs.follow(evaluation);
      if (evaluation && !(await evaluation.result)) return;
      this.busy = false;
      this.#runs.over();
    } catch (error) {
      this.busy = false;
      if (!this.#runs.over()) this.#fail(error);
    }
  }

  /** The strip is as good as before: a line, and not the figure's end. */
  #fail(error: unknown): void {
    this.#failed = true;
    this.#basic.say(
      `The model at the slider could not be trained: ${reasonOf(error)}. The nearest one is shown.`,
      { label: 'Try again', run: () => this.look() },
      () => this.#failed,
    );
  }
}
