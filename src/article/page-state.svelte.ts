/** What the page's link says, for every figure on it. The only module of the page that knows the address. */
import type { FigureId, FigureValues } from '../models/parameters/figures.ts';
import type * as Codec from './links/address.ts';
import type { DecodedLink, LinkedLocation, LinkNote, LinkState } from './links/index.ts';
import { DEFAULT_STATE } from './links/link.ts';

type Listener = (state: LinkState) => void;

/** An address that says nothing can wait this long for the codec: the first figure comes to life before it, ms. */
const UNASKED_MS = 200;

/** Reads and writes links: asked for at once where the address says something. */
const loadCodec = (): Promise<typeof Codec> => import('./links/address.ts');
const saysSomething = ({ search, hash }: Location): boolean => search !== '' || hash !== '';
const asked = typeof location !== 'undefined' && saysSomething(location) ? loadCodec() : undefined;

class PageState {
  /** The default state until connect(): what the server rendered is hydrated first, the link applied after. */
  link = $state.raw<LinkState>(DEFAULT_STATE);
  /** What was ignored or corrected in the link. */
  notes = $state.raw<readonly LinkNote[]>([]);
  /**
   * Settles when the address can be followed, at once where it says nothing: no figure answers before. Where the codec
   * does not load they answer all the same.
   */
  readonly read: Promise<unknown> = Promise.resolve(asked).catch(() => undefined);
  #codec = $state.raw<typeof Codec>();
  #location: LinkedLocation | undefined;
  #connected = false;
  /** A change that came before the codec. */
  #unwritten = false;
  readonly #listeners = new Set<Listener>();

  /**
   * Reads the address and follows it; once for the page. The listener is called at once where the link is known: an
   * address that says nothing means the defaults.
   */
  connect(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (!this.#connected) {
      this.#connected = true;
      const unasked = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, UNASKED_MS));
      void (asked ?? unasked().then(loadCodec)).then((codec) => this.#begin(codec));
    }
    if (this.#codec || !asked) listener(this.link);
    return () => this.#listeners.delete(listener);
  }

  /** A figure's values changed; `release` writes them to the address (while a slider is held they are not). */
  set<F extends FigureId>(figure: F, values: FigureValues<F>, release: boolean): void {
    this.link = { ...this.link, figures: { ...this.link.figures, [figure]: values } };
    if (!release) return;
    if (this.#location) this.#location.write(this.link);
    else this.#unwritten = true;
  }

  /**
   * A link to one figure in a given state, absolute; the address itself until links can be written. What an embedding
   * page has set up stays set up.
   */
  linkTo<F extends FigureId>(figure: F, values: FigureValues<F>): string {
    if (!this.#codec) return location.href;
    const { embed, hide } = this.link.page;
    const state: LinkState = {
      figures: { ...DEFAULT_STATE.figures, [figure]: values },
      page: embed === null ? DEFAULT_STATE.page : { ...DEFAULT_STATE.page, embed, hide },
      fragment: figure,
    };
    return new URL(this.#codec.encodeLink(state, { page: '' }), location.href.replace(/[?#].*$/, '')).href;
  }

  hides(control: string): boolean {
    return this.link.page.hide.includes(control);
  }

  #begin(codec: typeof Codec): void {
    this.#codec = codec;
    this.#location = codec.connectLocation(window, (link) => this.#follow(link));
    if (asked) {
      this.#take(codec.readLocation(window));
      for (const listener of this.#listeners) listener(this.link);
    } else if (this.#unwritten) this.#location.write(this.link);
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
    if (embed && document.getElementById(embed)) root.dataset.embed = embed;
    else {
      delete root.dataset.embed;
      if (embed) {
        const reason = `embed=${embed} is a figure of another page`;
        this.notes = [...notes, { reason, message: `${reason}; showing this one` }];
      }
    }
  }
}

export const page = new PageState();
