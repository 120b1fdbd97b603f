/** What the hero offers once its first picture stands: hands on the model, time, another model beside. Loaded then. */
import type { Hero } from '../hero.svelte.ts';
import { Twin } from '../compare/twin.svelte.ts';
import { Hands } from '../hands/hands.svelte.ts';
import { standing } from '../standing.svelte.ts';
import { Timeline } from '../time/timeline.svelte.ts';
import Extra from './Extra.svelte';

export class Extras {
  /** Draws one of them in its place. */
  readonly Extra = Extra;
  /** Said beside the link of a model that was set by hand. */
  readonly notLinked = 'What is set by hand is not in the link: it shows the model trained from the seed.';
  readonly hands: Hands;
  readonly twin: Twin;
  readonly timeline: Timeline;

  constructor(hero: Hero) {
    this.hands = new Hands(hero);
    this.twin = new Twin(hero);
    this.timeline = new Timeline(hero);
    standing.hero = hero;
  }

  /** Whether something stands under the sentence. */
  get below(): boolean {
    return this.twin.open || this.timeline.shown;
  }

  /** A row of the table was chosen. */
  type(feature: number): void {
    this.hands.type(feature);
  }
}
