/** What the page's link says, for every figure on it. The only module of the page that knows the address. */
import type { FigureId, FigureValues } from '../models/parameters/figures.ts';
import { connectLocation, DEFAULT_STATE, encodeLink, readLocation } from './links/index.ts';
import type { DecodedLink, LinkedLocation, LinkNote, LinkState } from './links/index.ts';

type Listener = (state: LinkState) => void;

class PageState {
  /** The default state until connect(): what the server rendered is hydrated first, the link applied after. */
  link = $state.raw<LinkState>(DEFAULT_STATE);
  /** What was ignored or corrected in the link. */
  notes = $state.raw<readonly LinkNote[]>([]);
  #location: LinkedLocation | undefined;
  readonly #listeners = new Set<Listener>();

  /** Reads the address and follows it. Once for the page; later calls only add the listener and call it at once. */
  connect(listener: Listener): () => void {
    if (!this.#location) {
      this.#location = connectLocation(window, (link) => this.#follow(link));
      this.#take(readLocation(window));
    }
    this.#listeners.add(listener);
    listener(this.link);
    return () => this.#listeners.delete(listener);
  }

  /** A figure's values changed; `release` writes them to the address (while a slider is held they are not). */
  set<F extends FigureId>(figure: F, values: FigureValues<F>, release: boolean): void {
    this.link = { ...this.link, figures: { ...this.link.figures, [figure]: values } };
    if (release) this.#location?.write(this.link);
  }

  /** A link to one figure in a given state, absolute, with the engine that ran written down. */
  linkTo<F extends FigureId>(figure: F, values: FigureValues<F>): string {
    const state: LinkState = {
      figures: { ...DEFAULT_STATE.figures, [figure]: values },
      page: DEFAULT_STATE.page,
      fragment: figure,
    };
    return new URL(encodeLink(state, { page: '' }), location.href.replace(/[?#].*$/, '')).href;
  }

  hides(control: string): boolean {
    return this.link.page.hide.includes(control);
  }

  dismissNote(message: string): void {
    this.notes = this.notes.filter((note) => note.message !== message);
  }

  #follow(decoded: DecodedLink): void {
    this.#take(decoded);
    for (const listener of this.#listeners) listener(this.link);
  }

  #take({ state, notes }: DecodedLink): void {
    this.link = state;
    this.notes = notes;
    const root = document.documentElement;
    if (state.page.embed) root.dataset.embed = state.page.embed;
    else delete root.dataset.embed;
  }
}

export const page = new PageState();
