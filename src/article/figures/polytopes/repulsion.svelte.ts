/** The points of the figure on repulsion: moved by the reader, or settling by themselves. */
import type { NumberParameter } from '../../../models/parameters/parameter.ts';
import {
  anywhere,
  beginDescent,
  descend,
  sphereEnergy,
  type Descent,
  type Repulsion,
} from '../../../models/theory/sphere-energy.ts';
import { leastEnergy } from '../../../models/theory/sphere-least.ts';
import { nextSeed } from '../../../models/random.ts';

/** No setting of a run: no link carries it. */
export const COUNT: NumberParameter = {
  group: 'model',
  control: 'range',
  kind: 'integer',
  scale: 'linear',
  key: 'count',
  label: 'points',
  description: 'Up to two for each dimension, features need not interfere at all.',
  min: 2,
  max: 12,
  step: 1,
  default: 5,
};

/** Most steps of a descent: nearly all take a third of them at most. */
const STEPS = 3000;
/** An energy below this is printed as 0: nobody waits for what is left of it. */
const UNSEEN = 1e-7;
/** Of the first hundred seeds the one whose settled features are the furthest from settled electrons. */
const FIRST_SEED = 74;
/** How long new points stand before they move, so that it is seen from where: ms. */
const HOLD = 700;

export class RepellingPoints {
  d = $state<2 | 3>(3);
  n = $state(COUNT.default);
  /** What the points settle as. */
  law = $state<Repulsion>('relu');
  selected = $state(0);
  /** [n, d], rows of length 1. */
  U = $state.raw(settled(anywhere(COUNT.default, 3, FIRST_SEED), 3, 'relu'));
  /** Whether the points have come to rest, are on their way there, or stand elsewhere. */
  now = $state<'settled' | 'moving' | 'standing'>('settled');

  readonly energy = $derived({
    thomson: sphereEnergy(this.U, this.d, 'thomson'),
    relu: sphereEnergy(this.U, this.d, 'relu'),
  });
  readonly least = $derived({
    thomson: leastEnergy(this.n, this.d, 'thomson'),
    relu: leastEnergy(this.n, this.d, 'relu'),
  });

  #seed = FIRST_SEED;
  #animation = 0;

  /** As many points on a circle or a sphere, from the same seed, at rest. */
  arrange(change: { n?: number; d?: 2 | 3 }): void {
    this.#place(change);
    this.#rest();
  }

  /** New points anywhere, which then settle, to be watched; where no motion is wanted, they stand until told to. */
  scatter(): void {
    this.#seed = nextSeed(this.#seed);
    this.#place({});
    if (!still()) this.#descend(HOLD);
  }

  /** @param anew begins with new points: how many, and whether on a circle or a sphere, as now where that is left out */
  settle(law: Repulsion, anew?: { n?: number; d?: 2 | 3 }): void {
    this.stop();
    this.law = law;
    if (anew) {
      this.#seed = nextSeed(this.#seed);
      this.#place(anew);
    }
    if (still()) this.#rest();
    else this.#descend(anew ? HOLD : 0);
  }

  move(point: number, place: readonly number[]): void {
    this.stop();
    const U = this.U.slice();
    U.set(place, point * this.d);
    this.U = U;
    this.now = 'standing';
  }

  stop(): void {
    if (this.now !== 'moving') return;
    cancelAnimationFrame(this.#animation);
    this.now = 'standing';
  }

  #place({ n = this.n, d = this.d }: { n?: number; d?: 2 | 3 }): void {
    this.stop();
    [this.n, this.d] = [n, d];
    this.selected = Math.min(this.selected, n - 1);
    this.U = anywhere(n, d, this.#seed);
    this.now = 'standing';
  }

  #rest(): void {
    this.U = settled(this.U, this.d, this.law);
    this.now = 'settled';
  }

  /** Downhill, a step a frame. */
  #descend(hold: number): void {
    const { d, law } = this;
    let descent = beginDescent(this.U, d, law);
    let steps = 0;
    let begin: number | undefined;
    const tick = (time: number): void => {
      begin ??= time;
      if (time - begin >= hold) {
        descent = descend(descent, d, law);
        this.U = descent.U;
        if (atRest(descent) || ++steps === STEPS) {
          this.now = 'settled';
          return;
        }
      }
      this.#animation = requestAnimationFrame(tick);
    };
    this.now = 'moving';
    this.#animation = requestAnimationFrame(tick);
  }
}

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const atRest = ({ done, energy }: Descent): boolean => done || energy < UNSEEN;

/** Where the same descent ends, at once. */
function settled(U: Float64Array, d: number, law: Repulsion): Float64Array {
  let descent = beginDescent(U, d, law);
  for (let step = 0; step < STEPS && !atRest(descent); step++) descent = descend(descent, d, law);
  return descent.U;
}
