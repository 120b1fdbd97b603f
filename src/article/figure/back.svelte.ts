/**
 * The way back to a word that has sent the reader away to its figure. Known from the moment that the word has left the
 * screen until it is seen again.
 */

class WayBack {
  /** The figure that the reader was sent to; null when there is nothing to go back to. */
  figure = $state<string | null>(null);
  #word: HTMLElement | undefined;
  #observer: IntersectionObserver | undefined;

  /** Call it before the page scrolls. */
  from(word: HTMLElement, figure: string): void {
    this.forget();
    this.#word = word;
    this.#observer = new IntersectionObserver((entries) => {
      const seen = entries[entries.length - 1].isIntersecting;
      if (!seen) this.figure = figure;
      else if (this.figure !== null) this.forget();
    });
    this.#observer.observe(word);
  }

  /** Scrolls as the style sheet says: smoothly, or at once where motion is unwelcome. */
  go(): void {
    const word = this.#word;
    this.forget();
    word?.scrollIntoView({ block: 'center' });
    word?.focus({ preventScroll: true });
  }

  forget(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#word = undefined;
    this.figure = null;
  }
}

export const wayBack = new WayBack();
