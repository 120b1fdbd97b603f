/** The trained models on the dial's stops: the same runs that the slider gives there, looked at a little earlier. */
import type { ModelNumbers } from '../../../viz/model-view.ts';
import type { HeroValues } from './hero.svelte.ts';
import type { ShownModel } from './shown.ts';
import type { Still } from './still.ts';

export interface DialPicture extends ShownModel {
  /** What is drawn of it, where that is not the model itself: more than two dimensions seen in the plane. */
  readonly sign?: Pick<ModelNumbers, 'n' | 'm' | 'W' | 'importance'>;
}

export class DialPictures {
  /** One for each stop; null while it has not been trained at these settings. */
  pictures: readonly (DialPicture | null)[];
  /** Settings that the pictures belong to, whatever S they name. */
  values: HeroValues;
  /** Which of them this reader's browser has trained: the shipped still counts as none. */
  readonly trained = new Set<number>();
  /** The filling that goes on, if any. */
  #filling: AbortController | undefined;

  constructor(still: Still) {
    this.pictures = $state.raw(still.dial);
    this.values = still.values;
  }

  /** Trains what is missing, the stops next to the slider first, until stopped. */
  async fill(values: HeroValues): Promise<void> {
    this.stop();
    const filling = (this.#filling = new AbortController());
    const { fillDial } = await import('./dial-training.ts');
    await fillDial(this, values, filling.signal);
  }

  stop(): void {
    this.#filling?.abort();
  }
}
