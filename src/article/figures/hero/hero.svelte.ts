/**
 * The hero's state: parameters → worker → snapshot. Moving a control trains the setting from its seed, cold; the newest
 * setting wins. Nothing here is read back from the page.
 */
import {
  TrainingError,
  type EngineName,
  type Progress,
  type Training,
  type TrainResult,
} from '../../../models/engine/index.ts';
import { FIGURES, type FigureValues } from '../../../models/parameters/figures.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import { heroTraining } from '../../../models/parameters/storage-problem.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { DialPictures } from './dial-pictures.svelte.ts';
import { Lesson } from './lesson.svelte.ts';
import { heroJob, PREVIEW_STEP } from './protocol.ts';
import { sameValues } from './same-values.ts';
import { shownModel, type ModelMoment, type ShownModel } from './shown.ts';
import { rankedStarts, type Start } from './starts.ts';
import type { Still } from './still.ts';

export type HeroValues = FigureValues<'hero'>;

export class Hero {
  values: HeroValues;
  /** The starts of the newest picture, best first. */
  starts: readonly Start[];
  /** Which of them is shown: 0 unless the reader looks at another. */
  chosen = $state(0);
  /** Loss of the best start along its run. */
  curve: readonly LossPoint[];
  /** Step that the trained picture has reached. */
  step: number;
  status = $state<FigureStatus>('still');
  engine = $state.raw<EngineName | null>(null);
  /** Kernel path and seconds of the last run, and its steps of one model a second. */
  path = 'dense';
  seconds = 0;
  rate = $state(0);
  /** The newest run that has ended. */
  trained: TrainResult | undefined;
  notices = $state.raw<readonly Notice[]>([]);
  /** A model that no seed gave: its weights were set by hand. No link carries it. */
  edited = $state.raw<ModelMoment | null>(null);
  /** The feature that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);

  readonly lesson = new Lesson(this);
  readonly dial: DialPictures;

  /** Settings of the picture on screen; they lag behind `values` while a new one trains. */
  shownValues: HeroValues;

  #training: Training | undefined;
  #wanted: HeroValues | undefined;
  #previewed = true;
  #visible = true;

  readonly #still: Still;
  /** The start that is shown. */
  readonly #start: Start = $derived.by(() => this.starts[Math.min(this.chosen, this.starts.length - 1)]);

  /** @param still what is shown until something is trained */
  constructor(still: Still) {
    this.#still = still;
    this.values = $state.raw(still.values);
    this.starts = $state.raw(still.starts);
    this.curve = $state.raw(still.curve);
    this.step = $state(still.values.steps);
    this.shownValues = $state.raw(still.values);
    this.dial = new DialPictures(still);
  }

  /** What is on screen: the lesson's model while one is being watched, one set by hand, else the trained one. */
  readonly moment: ModelMoment = $derived.by(() => {
    const { theta, loss } = this.#start;
    return (
      this.lesson.look ?? this.lesson.frame ?? this.edited ?? { values: this.shownValues, theta, loss, step: this.step }
    );
  });

  /** The same as it is drawn: in the trained model's frame, so that nothing turns while weights move. */
  readonly shown: ShownModel = $derived.by(() => shownModel(this.moment, this.#start.theta));

  /** What the whole figure is doing: the lesson, while one is open, else the training behind the picture. */
  readonly figureStatus: FigureStatus = $derived.by(() => {
    if (!this.lesson.active) return this.status;
    if (this.lesson.playing) return 'training';
    return this.lesson.ended ? 'done' : 'paused';
  });

  /** Until a first change the slider may draw the eye to itself. */
  readonly untouched: boolean = $derived.by(() => sameValues(this.values, this.#still.values));

  /**
   * New settings; the picture follows.
   * @param release false while a slider is held: the address is written when it is let go
   */
  set(change: Partial<HeroValues>, release = true): void {
    const values = settleValues(FIGURES.hero, { ...this.values, ...change }).values as HeroValues;
    page.set('hero', values, release);
    if (sameValues(values, this.values)) return;
    this.values = values;
    this.edited = null;
    if (this.lesson.active && this.lesson.carryOver(values)) return;
    this.lesson.close();
    this.chosen = 0;
    this.#request(values);
  }

  reset(key: keyof HeroValues): void {
    this.set({ [key]: FIGURES.hero.parameters[key].default });
  }

  /** Looks at another of the starts, 0 being the best. A view: nothing is trained, and the link does not change. */
  choose(rank: number): void {
    this.chosen = rank;
    this.restore();
  }

  /** The link's settings, on arrival and when the reader goes back: trained first even where the still shows them already. */
  open(values: HeroValues): void {
    if (this.status !== 'still' && sameValues(values, this.values)) return;
    this.values = values;
    this.restore();
    this.chosen = 0;
    this.#request(values);
  }

  /** The trained model on screen again: no lesson, nothing set by hand. */
  restore(): void {
    this.lesson.close();
    this.edited = null;
  }

  close(): void {
    this.lesson.close();
    this.dial.stop();
    this.#training?.cancel();
  }

  /** The address of the settings, with the engine that ran written down: it replays there. */
  link(): string {
    const engine = this.engine === 'webgl' || this.engine === 'wasm' ? this.engine : this.values.engine;
    return page.linkTo('hero', { ...this.values, engine });
  }

  /** Runs only while on screen. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    this.lesson.setVisible(visible);
    if (visible && this.#wanted) this.#train();
    else if (visible && this.status === 'done') void this.dial.fill(this.shownValues);
    if (!visible) this.dial.stop();
  }

  say(text: string, action?: Notice['action']): void {
    if (this.notices.some((notice) => notice.text === text)) return;
    this.notices = [...this.notices, { text, ...(action ? { action } : {}) }];
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  /** At most one setting waits; one that has begun is left to reach its first picture, so that a long drag shows some. */
  #request(values: HeroValues): void {
    this.#wanted = values;
    this.dial.stop();
    if (this.#visible && (!this.#training || this.#previewed)) this.#train();
  }

  #train(): void {
    const values = this.#wanted;
    if (!values) return;
    this.#wanted = undefined;
    this.#training?.cancel();
    this.#previewed = false;
    this.status = this.engine ? 'training' : 'loading';
    const seen: Progress[] = [];
    const training = trainingPool().train(heroJob(values), (progress) => {
      if (training !== this.#training) return;
      seen.push(progress);
      if (progress.step === PREVIEW_STEP) this.#show(values, progress, seen);
    });
    this.#training = training;
    training.result.then(
      (result) => {
        if (result && training === this.#training) this.#finish(values, result, seen);
      },
      (error: unknown) => {
        if (training === this.#training) this.#fail(error);
      },
    );
  }

  #show(values: HeroValues, { step, theta, losses }: Progress, seen: readonly Progress[]): void {
    this.starts = rankedStarts(values, theta, losses);
    const best = this.starts[0].start;
    this.curve = seen.map((moment) => ({ step: moment.step, loss: moment.losses[best] }));
    this.shownValues = values;
    this.step = step;
    this.#previewed = true;
    if (this.#wanted && this.#visible) this.#train();
  }

  #finish(values: HeroValues, result: TrainResult, seen: readonly Progress[]): void {
    const theta = new Float32Array(result.models.flatMap((model) => [...model.theta]));
    const losses = result.models.map((model) => model.loss);
    this.#training = undefined;
    this.trained = result;
    this.engine = result.engine;
    this.rate = (result.steps * result.models.length) / result.seconds;
    this.path = result.path;
    this.seconds = result.seconds;
    this.status = 'done';
    for (const notice of result.notices) this.say(notice);
    this.#show(values, { step: result.steps, theta, losses }, [...seen, { step: result.steps, theta, losses }]);
    if (this.#training) return;
    void this.#rest(values);
  }

  /** What waits until nothing else is asked for: the dial's pictures, then a timing of the engines on this shape. */
  async #rest(values: HeroValues): Promise<void> {
    await this.dial.fill(values);
    if (values.engine !== 'auto' || this.#training || this.lesson.playing || values !== this.values) return;
    const { problem, recipe } = heroTraining(values);
    trainingPool().measure(problem, recipe);
  }

  /** The last good picture stays; one line says what happened, one click goes back to settings that work. */
  #fail(error: unknown): void {
    this.#training = undefined;
    this.#previewed = true;
    // The reader has moved on: what failed is not what is wanted.
    if (this.#wanted && this.#visible) return this.#train();
    this.status = 'failed';
    const reason = error instanceof TrainingError ? error.message : String(error);
    const good = this.shownValues;
    this.say(`Training stopped: ${reason}. The last good model is shown.`, {
      label: 'Back to its settings',
      run: () => this.set(good),
    });
  }
}
