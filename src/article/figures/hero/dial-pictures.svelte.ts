/** The trained models on the dial's stops: the same runs that the slider gives there, looked at a little earlier. */
import { positionOf, STEPS_PER_STOP } from '../../../viz/dial-scale.ts';
import type { ModelNumbers } from '../../../viz/model-view.ts';
import type { HeroValues } from './hero.svelte.ts';
import type { ShownModel } from './shown.ts';
import type { Still } from './still.ts';
import { STOPS } from './stops.ts';

export interface DialPicture extends ShownModel {
  /** What is drawn of it, where that is not the model itself: more than two dimensions seen in the plane. */
  readonly sign?: Pick<ModelNumbers, 'n' | 'm' | 'W' | 'importance'>;
}

export class DialPictures {
  /** One for each stop; null while it has not been trained at these settings. */
  pictures: readonly (DialPicture | null)[];
  /** Settings that the pictures belong to. */
  #key: string;
  /** Which of them this reader's browser has trained: the shipped still counts as none. */
  #trained = new Set<number>();
  /** The filling that goes on, if any. */
  #filling: AbortController | undefined;

  constructor(still: Still) {
    this.pictures = $state.raw(still.dial);
    this.#key = keyOf(still.values);
  }

  /** Trains what is missing, the stops next to the slider first, until stopped. */
  async fill(values: HeroValues): Promise<void> {
    this.stop();
    if (keyOf(values) !== this.#key) {
      this.#key = keyOf(values);
      this.pictures = STOPS.map(() => null);
      this.#trained = new Set();
    }
    const filling = (this.#filling = new AbortController());
    const { trainPicture } = await import('./dial-training.ts');
    const here = positionOf(values.S) / STEPS_PER_STOP;
    const nearestFirst = [...STOPS.keys()].sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
    for (const k of nearestFirst) {
      if (this.#trained.has(k)) continue;
      const picture = await trainPicture({ ...values, S: STOPS[k] }, filling.signal);
      if (!picture) return;
      this.#trained.add(k);
      this.pictures = this.pictures.with(k, picture);
    }
  }

  stop(): void {
    this.#filling?.abort();
  }
}

/** Everything that the pictures depend on; S is what the dial runs over. */
function keyOf({ S: _, engine: __, ...rest }: HeroValues): string {
  return JSON.stringify(rest);
}
