/** The model at the slider, where the list has none: its first start at once, the others when the slider rests. */
import { basicTraining } from '../../../models/parameters/storage-problem.ts';
import type { Basic } from './basic.svelte.ts';
import { modelsAt, type Group } from './groups.ts';
import { roundsOf } from './rounds.ts';
import { TrainingRounds } from './training-rounds.ts';
import { trainingPool } from '../../training.ts';

export class Explorer {
  /** The last model that was trained for the slider. */
  group = $state.raw<Group | null>(null);

  busy = $state(false);

  readonly #basic: Basic;
  #run: TrainingRounds | undefined;
  /** Density that the run is for, and whether it has shown a model of it. */
  #density = 0;
  #shown = true;

  constructor(basic: Basic) {
    this.#basic = basic;
  }

  /** The slider has moved. A run that has begun is left to show its model, so that a long drag shows some. */
  look(): void {
    const { density, values, shelf } = this.#basic;
    if (this.#run && (!this.#shown || density === this.#density)) return;
    this.stop();
    if (values.p.includes(density) || !shelf.fits(values)) return;
    this.#density = density;
    this.#shown = false;
    void this.#train();
  }

  stop(): void {
    this.#run?.stop();
    this.#run = undefined;
    this.busy = false;
  }

  forget(): void {
    this.stop();
    this.group = null;
  }

  async #train(): Promise<void> {
    const { values, shelf } = this.#basic;
    const { problem, recipe } = basicTraining(values);
    const models = modelsAt(values, this.#density);
    const show = (): void => {
      [this.group] = shelf.groups(problem, models);
      this.#shown = true;
    };
    const rounds = roundsOf(problem, shelf.missing(models), trainingPool().workers);
    if (rounds.length === 0) return show();
    const run = new TrainingRounds(rounds, recipe, values.engine, {
      early: (round, progress) => {
        shelf.addEarly(round, progress);
        show();
      },
      finished: (round, result) => {
        shelf.add(round, result);
        show();
        if (this.#basic.density !== this.#density) this.look();
      },
      share: () => {},
    });
    this.#run = run;
    this.busy = true;
    try {
      if (!(await run.run())) return;
    } catch (error) {
      this.#basic.fail(error);
    }
    if (this.#run === run) this.stop();
  }
}
