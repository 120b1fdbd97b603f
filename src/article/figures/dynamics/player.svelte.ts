/** Plays a recording: the cursor goes from frame to frame by itself, at a pace that the reader chooses. */
import type { Pace } from './protocol.ts';

export class Player {
  playing = $state(false);
  /** Seconds from the first frame to the last. */
  pace = $state<Pace>(12);

  readonly #seek: (share: number) => void;
  #share = 0;
  #request = 0;

  /** @param seek brings the cursor to a share of the frames, 0 … 1 */
  constructor(seek: (share: number) => void) {
    this.#seek = seek;
  }

  /** @param from share of the frames where the cursor is; from the end it begins again */
  play(from: number): void {
    this.pause();
    this.#share = from < 1 ? from : 0;
    this.playing = true;
    let before: number | undefined;
    const advance = (time: number): void => {
      this.#share = Math.min(1, this.#share + (before === undefined ? 0 : (time - before) / (1000 * this.pace)));
      before = time;
      this.#seek(this.#share);
      if (this.#share >= 1) this.pause();
      else this.#request = requestAnimationFrame(advance);
    };
    this.#request = requestAnimationFrame(advance);
  }

  pause(): void {
    if (!this.playing) return;
    cancelAnimationFrame(this.#request);
    this.playing = false;
  }
}
