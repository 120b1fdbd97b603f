/** The picture on its way from one model to the next. */
import { interpolateModel } from './interpolate.ts';
import type { ModelView } from './model-view.ts';

/** Fast at first, slow at the end. @param t ∈ [0, 1] */
const cubicOut = (t: number): number => 1 - (1 - t) ** 3;

export class Morph {
  /** What to draw now. */
  current: ModelView;
  /** The same, for a movement to begin at: whoever starts one does not follow it. */
  #at: ModelView;
  #to: ModelView;
  #frame = 0;

  constructor(view: ModelView) {
    this.current = $state.raw(view);
    this.#at = this.#to = view;
  }

  /** Leaves from wherever the picture is. @param ms how long it takes; 0, and no time where motion is unwelcome: at once */
  set(to: ModelView, ms: number): void {
    if (to === this.#to && ms > 0) return;
    this.#to = to;
    cancelAnimationFrame(this.#frame);
    if (ms === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.current = this.#at = to;
      return;
    }
    const from = this.#at;
    let began: number | undefined;
    const move = (now: number): void => {
      began ??= now;
      const t = Math.min(1, (now - began) / ms);
      this.current = this.#at = interpolateModel(from, to, cubicOut(t));
      if (t < 1) this.#frame = requestAnimationFrame(move);
    };
    this.#frame = requestAnimationFrame(move);
  }
}
