/** How the network under the cross-hair learned: its own run, from its seed, kept frame by frame and played at leisure. */
import type { Training } from '../../../models/engine/index.ts';
import { cellModels, phaseRecipe, type PhaseValues } from '../../../models/phase/cell-models.ts';
import type { LossPoint } from '../../../viz/loss-layout.ts';
import { reasonOf } from '../../figure/run-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { LESSON_FRAMES, LESSON_MS } from './protocol.ts';

interface Frame {
  readonly step: number;
  /** [P]. */
  readonly theta: Float32Array;
  readonly loss: number;
}

/** Which network: the start that a cell of a map shows. */
export interface Subject {
  /** The map's. */
  readonly values: PhaseValues;
  readonly cell: number;
  readonly start: number;
}

const NO_FRAMES: readonly Frame[] = [];

export class CellLesson {
  /** The run of the network under the cross-hair, its end last; empty until that very network has been trained here. */
  readonly frames: readonly Frame[] = $derived.by(() => {
    const current = this.#current();
    return this.#trained && current && same(this.#trained.subject, current) ? this.#trained.frames : NO_FRAMES;
  });
  /** The frame that is shown; null for the trained model of the map. */
  readonly at: number | null = $derived.by(() =>
    this.#at !== null && this.#at < this.frames.length ? this.#at : null,
  );
  readonly frame: Frame | null = $derived.by(() => (this.at === null ? null : this.frames[this.at]));
  readonly points: readonly LossPoint[] = $derived.by(() => this.frames.map(({ step, loss }) => ({ step, loss })));
  playing = $state(false);

  readonly #current: () => Subject | null;
  readonly #say: (text: string) => void;
  #trained = $state.raw<{ readonly subject: Subject; readonly frames: readonly Frame[] } | null>(null);
  #at = $state<number | null>(null);
  #subject: Subject | null = null;
  #visible = true;
  #training: Training | undefined;
  #animation = 0;

  /** @param current the network under the cross-hair; null where none is trained */
  constructor(current: () => Subject | null, say: (text: string) => void) {
    this.#current = current;
    this.#say = say;
  }

  /** Trains another network's run, unless it is the same one; off screen not before it is seen again. */
  async follow(subject: Subject): Promise<void> {
    if (this.#subject && same(this.#subject, subject)) return;
    this.close();
    this.#subject = subject;
    if (this.#visible) await this.#train(subject);
  }

  /** Off screen nothing plays, and a run that is on its way is given up: the workers are the whole page's. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible && this.#subject && !this.#trained && !this.#training) void this.#train(this.#subject);
    if (visible) return;
    if (this.playing) this.show(this.at ?? 0);
    if (this.#trained) return;
    this.#training?.cancel();
    this.#training = undefined;
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
      // The cross-hair may have left the network meanwhile.
      if (share >= 1 || this.frames.length === 0) return this.rest();
      this.#at = Math.floor(share * this.frames.length);
      this.#animation = requestAnimationFrame(tick);
    };
    cancelAnimationFrame(this.#animation);
    this.#animation = requestAnimationFrame(tick);
  }

  /** One moment of the run, and no motion. */
  show(at: number): void {
    this.rest();
    this.#at = Math.max(0, Math.min(this.frames.length - 1, at));
  }

  /** Back to the trained model. */
  rest(): void {
    cancelAnimationFrame(this.#animation);
    this.playing = false;
    this.#at = null;
  }

  close(): void {
    this.rest();
    this.#training?.cancel();
    this.#training = undefined;
    this.#subject = null;
    this.#trained = null;
  }

  async #train(subject: Subject): Promise<void> {
    const { values, cell, start } = subject;
    const settings = cellModels(values, [cell], start + 1)[start];
    const announce = Array.from({ length: LESSON_FRAMES }, (_, k) => Math.round((k * values.steps) / LESSON_FRAMES));
    const frames: Frame[] = [];
    const training = trainingPool().train(
      {
        problem: { n: values.n, m: values.m, models: [settings] },
        recipe: phaseRecipe(values),
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
      this.#trained = { subject, frames: [...frames, { step: values.steps, theta, loss }] };
    } catch (error) {
      if (training !== this.#training) return;
      this.#say(`The network’s own run stopped: ${reasonOf(error)}.`);
    }
  }
}

/** Settings are replaced, never changed: two maps of equal settings hold the same networks all the same. */
const same = (a: Subject, b: Subject): boolean =>
  a.cell === b.cell &&
  a.start === b.start &&
  (a.values === b.values || JSON.stringify(a.values) === JSON.stringify(b.values));
