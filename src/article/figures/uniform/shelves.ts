/** What is trained of the last few settings: the way back to one of them trains what is missing and nothing else. */
import { Shelf } from '../starts/shelf.ts';
import type { UniformValues } from './models.ts';

/** Settings that are kept: as many as there are presets, and one of the reader's own. */
const KEPT = 4;

export class Shelves {
  /** The latest last. */
  readonly #shelves: Shelf[] = [];

  of(values: UniformValues): Shelf {
    const known = this.#shelves.find((shelf) => shelf.fits(values));
    if (known) return known;
    const shelf = new Shelf(values);
    this.#shelves.push(shelf);
    if (this.#shelves.length > KEPT) this.#shelves.shift();
    return shelf;
  }
}
