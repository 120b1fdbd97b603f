/** The page's frames, drawn when a test says so: what plays advances once and waits for the next. */
export class Frames {
  #waiting: (() => void)[] = [];

  /** Stands in for requestAnimationFrame. */
  readonly request = (callback: () => void): number => this.#waiting.push(callback);

  draw(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const callback of waiting) callback();
  }
}
