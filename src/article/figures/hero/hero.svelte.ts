/**
 * The hero's state: parameters → worker → snapshot. Moving a control trains the setting from its seed, cold; the newest
 * setting wins. Nothing here is read back from the page.
 */
import { TrainingError, type EngineName, type Progress, type TrainResult } from '../../../models/engine/index.ts';
import { FIGURES, type FigureValues } from '../../../models/parameters/figures.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { DialPictures } from './dial-pictures.svelte.ts';
import { Lesson } from './lesson.svelte.ts';
import { sameValues } from './same-values.ts';
import { shownModel, type ModelMoment, type ShownModel } from './shown.ts';
import { rankedStarts, type Start } from './starts.ts';
import type { Still } from './still.ts';
import { Trainings } from './trainings.ts';

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

  readonly #trainings: Trainings;
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
    this.#trainings = new Trainings(this);
  }

  /** What is on screen: the lesson's model while one is being watched, one set by hand, else the trained one. */
  readonly moment: ModelMoment = $derived.by(() => {
    const { theta, loss } = this.#start;
    const { active, look, frame } = this.lesson;
    const trained = { values: this.shownValues, theta, loss, step: this.step };
    return (active && (look ?? frame)) || (this.edited ?? trained);
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
    if (!this.lesson.carryOver(values)) this.#begin();
  }

  /** Looks at another of the starts, 0 being the best; a lesson ends. A view: the link does not change. */
  choose(rank: number): void {
    this.chosen = rank;
    this.restore();
  }

  /** The link's settings, on arrival and when the reader goes back: trained first even where the still shows them already. */
  open(values: HeroValues): void {
    if (this.status !== 'still' && sameValues(values, this.values)) return;
    this.values = values;
    this.#begin();
  }

  /** The trained model on screen again: no lesson, nothing set by hand. */
  restore(): void {
    this.edited = null;
    this.endLesson();
  }

  /** What was on screen before the lesson; where a slider has moved on within it, its setting is trained from the seed. */
  endLesson(): void {
    this.lesson.close();
    if (!sameValues(this.values, this.#trainings.asked)) this.#request();
  }

  close(): void {
    this.lesson.close();
    this.dial.stop();
    this.#trainings.cancel();
  }

  /** The address of the settings. Where they have been trained the engine that did is written down: it replays there. */
  link(): string {
    const { values, trained } = this;
    const { engine } = this.status === 'done' && trained && sameValues(values, this.shownValues) ? trained : values;
    return page.linkTo('hero', { ...values, engine: engine === 'reference' ? values.engine : engine });
  }

  /** Runs only while on screen: what is left before its end begins again, from its seed, when the reader comes back. */
  setVisible(visible: boolean): void {
    this.lesson.setVisible(visible);
    this.#trainings.setVisible(visible);
    if (!visible) this.dial.stop();
    else if (this.status === 'done') void this.dial.fill(this.shownValues);
  }

  say(text: string, action?: Notice['action'], holds?: Notice['holds']): void {
    // What is said again is said once, with the newest way out.
    this.notices = [...this.notices.filter((notice) => notice.text !== text), { text, action, holds }];
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  /** Another setting: what was on screen of the last one goes. */
  #begin(): void {
    this.lesson.close();
    this.edited = null;
    this.#request();
  }

  #request(): void {
    this.chosen = 0;
    this.dial.stop();
    this.#trainings.request(this.values);
  }

  /** @param seen the run so far */
  show(values: HeroValues, { step, theta, losses }: Progress, seen: readonly Progress[]): void {
    this.starts = rankedStarts(values, theta, losses);
    const best = this.starts[0].start;
    this.curve = seen.map((moment) => ({ step: moment.step, loss: moment.losses[best] }));
    this.shownValues = values;
    this.step = step;
  }

  finish(values: HeroValues, result: TrainResult, seen: readonly Progress[]): void {
    const theta = new Float32Array(result.models.flatMap((model) => [...model.theta]));
    const losses = result.models.map((model) => model.loss);
    this.trained = result;
    this.engine = result.engine;
    this.rate = (result.steps * result.models.length) / result.seconds;
    this.path = result.path;
    this.seconds = result.seconds;
    this.status = 'done';
    for (const notice of result.notices) this.say(notice);
    this.show(values, { step: result.steps, theta, losses }, [...seen, { step: result.steps, theta, losses }]);
  }

  /** What waits until nothing else is asked for: the dial's pictures, then a timing of the engines on this shape. */
  async rest(values: HeroValues): Promise<void> {
    await this.dial.fill(values);
    if (values.engine !== 'auto' || this.#trainings.busy || this.lesson.playing || values !== this.values) return;
    const { problem, recipe } = heroExperiment(values);
    trainingPool().measure(problem, recipe);
  }

  /** The last good picture stays; one line says what happened, one click goes back to its settings, or tries them again. */
  fail(error: unknown): void {
    this.status = 'failed';
    const reason = error instanceof TrainingError ? error.message : String(error);
    const good = this.shownValues;
    this.say(
      `Training stopped: ${reason}. The last good model is shown.`,
      sameValues(good, this.values)
        ? { label: 'Try again', run: () => this.#request() }
        : { label: 'Back to its settings', run: () => this.set(good) },
      () => this.status === 'failed',
    );
  }
}
