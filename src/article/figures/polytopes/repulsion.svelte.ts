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
  default: 4,
};

/** Most steps of a descent: the slowest of those seen takes a third of them. */
const STEPS = 3000;
/** Of the first few seeds the one whose settled features are the furthest from settled electrons. */
const FIRST_SEED = 3;

export class RepellingPoints {
  d = $state<2 | 3>(3);
  n = $state(COUNT.default);
  selected = $state(0);
  /** [n, d], rows of length 1. */
  U = $state.raw(settled(anywhere(COUNT.default, 3, FIRST_SEED), 3, 'relu'));
  /** What the points settle under; null while they stand. */
  settling = $state<Repulsion | null>(null);

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

  /** New points anywhere, as many and where the figure says. */
  scatter(change: { n?: number; d?: 2 | 3 } = {}): void {
    this.stop();
    this.#seed = nextSeed(this.#seed);
    this.n = change.n ?? this.n;
    this.d = change.d ?? this.d;
    this.selected = Math.min(this.selected, this.n - 1);
    this.U = anywhere(this.n, this.d, this.#seed);
  }

  move(point: number, place: readonly number[]): void {
    this.stop();
    const U = this.U.slice();
    U.set(place, point * this.d);
    this.U = U;
  }

  /** Downhill, a step a frame; at once for a reader who wants no motion. */
  settle(repulsion: Repulsion): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.U = settled(this.U, this.d, repulsion);
      return;
    }
    this.settling = repulsion;
    let descent: Descent = beginDescent(this.U, this.d, repulsion);
    let steps = 0;
    const tick = (): void => {
      descent = descend(descent, this.d, repulsion);
      this.U = descent.U;
      if (descent.done || ++steps === STEPS) this.settling = null;
      else this.#animation = requestAnimationFrame(tick);
    };
    this.#animation = requestAnimationFrame(tick);
  }

  stop(): void {
    if (this.settling === null) return;
    cancelAnimationFrame(this.#animation);
    this.settling = null;
  }
}

function settled(U: Float64Array, d: number, repulsion: Repulsion): Float64Array {
  let descent = beginDescent(U, d, repulsion);
  for (let step = 0; step < STEPS && !descent.done; step++) descent = descend(descent, d, repulsion);
  return descent.U;
}
