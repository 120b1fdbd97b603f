/** What the page's link says, for every figure on it. The only module of the page that knows the address. */
import type { FigureId, FigureValues } from '../models/parameters/figures.ts';
import { connectLocation, DEFAULT_STATE, encodeLink, readLocation } from './links/index.ts';
import type { DecodedLink, LinkedLocation, LinkNote, LinkState } from './links/index.ts';

type Listener = (state: LinkState) => void;

/** The figure under which a note stands: the one it names if it is here, else the first that is shown. */
function ownerOf(reason: string): string | undefined {
  const { embed } = document.documentElement.dataset;
  const here = Array.from(document.querySelectorAll('figure[data-status]'), ({ id }) => id);
  const shown = embed === undefined ? here : here.filter((id) => id === embed);
  return shown.find((id) => reason.startsWith(`${id}.`)) ?? shown[0];
}

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

  /** A link to one figure in a given state, absolute. What an embedding page has set up stays set up. */
  linkTo<F extends FigureId>(figure: F, values: FigureValues<F>): string {
    const { embed, hide } = this.link.page;
    const state: LinkState = {
      figures: { ...DEFAULT_STATE.figures, [figure]: values },
      page: embed === null ? DEFAULT_STATE.page : { ...DEFAULT_STATE.page, embed, hide },
      fragment: figure,
    };
    return new URL(encodeLink(state, { page: '' }), location.href.replace(/[?#].*$/, '')).href;
  }

  hides(control: string): boolean {
    return this.link.page.hide.includes(control);
  }

  /** What a figure has to say of the link: the notes on its own parameters, and the first figure those on the page. */
  notesFor(figure: string): readonly LinkNote[] {
    return this.notes.filter(({ reason }) => ownerOf(reason) === figure);
  }

  dismiss(note: LinkNote): void {
    this.notes = this.notes.filter((each) => each !== note);
  }

  #follow(decoded: DecodedLink): void {
    const { theme } = decoded.state.page;
    // Only where the link changes its mind: the reader's own choice since then stands.
    if (theme !== null && theme !== this.link.page.theme) {
      document.documentElement.dataset.theme = theme;
      document.dispatchEvent(new CustomEvent('theme:change'));
    }
    this.#take(decoded);
    for (const listener of this.#listeners) listener(this.link);
  }

  #take({ state, notes }: DecodedLink): void {
    this.link = state;
    this.notes = notes;
    const root = document.documentElement;
    const { embed, present } = state.page;
    if (present) void import('./present/present.ts');
    // A figure of another page cannot stand alone on this one.
    if (embed && document.getElementById(embed)) root.dataset.embed = embed;
    else delete root.dataset.embed;
  }
}

export const page = new PageState();
