/** How the network under the cross-hair learned: its own run, from its seed, kept frame by frame and played at leisure. */
import { TrainingError, type Training } from '../../../models/engine/index.ts';
import { cellModels, phaseRecipe, type PhaseValues } from '../../../models/phase/cell-models.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import { trainingPool } from '../../training.ts';
import { LESSON_FRAMES, LESSON_MS } from './protocol.ts';

interface Frame {
  readonly step: number;
  /** [P]. */
  readonly theta: Float32Array;
  readonly loss: number;
}

/** Which network: the start that a cell shows. */
interface Subject {
  readonly values: PhaseValues;
  readonly cell: number;
  readonly start: number;
}

export class CellLesson {
  /** The run of the subject, its end last; empty until it has been trained. */
  frames = $state.raw<readonly Frame[]>([]);
  /** The frame that is shown; null for the trained model of the map. */
  at = $state<number | null>(null);
  playing = $state(false);
  readonly points: readonly LossPoint[] = $derived(this.frames.map(({ step, loss }) => ({ step, loss })));
  readonly frame: Frame | null = $derived(this.at === null ? null : (this.frames[this.at] ?? null));

  readonly #say: (text: string) => void;
  #subject = '';
  #training: Training | undefined;
  #animation = 0;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  /** Trains another network's run, unless it is the same one. */
  async follow(subject: Subject): Promise<void> {
    const key = JSON.stringify([subject.cell, subject.start, subject.values]);
    if (key === this.#subject) return;
    this.close();
    this.#subject = key;
    const { values, cell, start } = subject;
    const settings = cellModels(values, [cell], start + 1)[start];
    const recipe = phaseRecipe(values);
    const announce = Array.from({ length: LESSON_FRAMES }, (_, k) => Math.round((k * values.steps) / LESSON_FRAMES));
    const frames: Frame[] = [];
    const training = trainingPool().train(
      {
        problem: { n: values.n, m: values.m, models: [settings] },
        recipe,
        engine: values.engine,
        until: values.steps,
        announce: announce.filter((step) => step > 0),
        evaluationSamples: 1 << 12,
      },
      ({ step, theta, losses }) => frames.push({ step, theta, loss: losses[0] }),
    );
    this.#training = training;
    try {
      const result = await training.result;
      if (!result || training !== this.#training) return;
      const [{ theta, loss }] = result.models;
      this.frames = [...frames, { step: values.steps, theta, loss }];
    } catch (error) {
      if (training !== this.#training) return;
      this.#say(`The network’s own run stopped: ${error instanceof TrainingError ? error.message : String(error)}.`);
    }
  }

  /** From the first frame to the last; at once where motion is not wanted. */
  play(): void {
    if (this.frames.length === 0) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.show(0);
      return;
    }
    this.playing = true;
    let began: number | undefined;
    const tick = (now: number): void => {
      began ??= now;
      const share = (now - began) / LESSON_MS;
      if (share >= 1) return this.rest();
      this.at = Math.floor(share * this.frames.length);
      this.#animation = requestAnimationFrame(tick);
    };
    cancelAnimationFrame(this.#animation);
    this.#animation = requestAnimationFrame(tick);
  }

  /** One moment of the run, and no motion. */
  show(at: number): void {
    this.rest();
    this.at = Math.max(0, Math.min(this.frames.length - 1, at));
  }

  /** Back to the trained model. */
  rest(): void {
    cancelAnimationFrame(this.#animation);
    this.playing = false;
    this.at = null;
  }

  close(): void {
    this.rest();
    this.#training?.cancel();
    this.#training = undefined;
    this.#subject = '';
    this.frames = [];
  }
}
