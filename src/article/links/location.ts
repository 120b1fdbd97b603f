/** The page's own address as a link: read, kept up to date, and followed when the reader goes back or edits it. */
import { decodeLink, type DecodedLink } from './decode.ts';
import { encodeLink } from './encode.ts';
import type { LinkState } from './link.ts';

/** Writes wait this long for a further one: browsers refuse more than about 100 in 30 seconds. */
export const WRITE_DELAY_MS = 250;

/** The part of `window` that is used. */
export interface LocationHost {
  readonly location: { readonly search: string; readonly hash: string };
  readonly history: { readonly state: unknown; replaceState(data: unknown, unused: string, url: string): void };
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(id: number | undefined): void;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

export function readLocation({ location }: Pick<LocationHost, 'location'>): DecodedLink {
  return decodeLink(`${location.search}${location.hash}`);
}

export interface LinkedLocation {
  /**
   * Puts the state into the address after WRITE_DELAY_MS; the newest of several wins. Call it on release, not on drag. The
   * fragment is the reader's: it stays as it is.
   */
  write(state: LinkState): void;
  /** Stops listening and forgets a write that still waits. */
  disconnect(): void;
}

/**
 * @param onChange called with the address decoded, once each time that the reader changes its query. A fragment alone is
 *   a place on the page: contents, notes and citations change it, and no figure hears of it.
 */
export function connectLocation(host: LocationHost, onChange: (link: DecodedLink) => void): LinkedLocation {
  let timer: number | undefined;
  let known = host.location.search;

  function replace(state: LinkState): void {
    try {
      const query = encodeLink({ ...state, fragment: '' }, { page: '' });
      host.history.replaceState(host.history.state, '', query + host.location.hash);
    } catch {
      // Refused: too many in a short time, or a sandboxed frame. The next release writes it.
    }
    known = host.location.search;
  }

  function follow(): void {
    if (host.location.search === known) return; // a fragment alone, or the second event of one change
    known = host.location.search;
    host.clearTimeout(timer); // what waits is older than what the reader just asked for
    onChange(readLocation(host));
  }

  host.addEventListener('popstate', follow);
  host.addEventListener('hashchange', follow);
  return {
    write(state) {
      host.clearTimeout(timer);
      timer = host.setTimeout(() => replace(state), WRITE_DELAY_MS);
    },
    disconnect() {
      host.clearTimeout(timer);
      host.removeEventListener('popstate', follow);
      host.removeEventListener('hashchange', follow);
    },
  };
}
