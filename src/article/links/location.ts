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

const address = ({ location }: Pick<LocationHost, 'location'>): string => `${location.search}${location.hash}`;

export function readLocation(host: Pick<LocationHost, 'location'>): DecodedLink {
  return decodeLink(address(host));
}

export interface LinkedLocation {
  /** Puts the state into the address after WRITE_DELAY_MS; the newest of several wins. Call it on release, not on drag. */
  write(state: LinkState): void;
  /** Stops listening and forgets a write that still waits. */
  disconnect(): void;
}

/** @param onChange called with the address decoded, once each time that the reader changes it */
export function connectLocation(host: LocationHost, onChange: (link: DecodedLink) => void): LinkedLocation {
  let timer: number | undefined;
  let known = address(host);

  function replace(state: LinkState): void {
    try {
      host.history.replaceState(host.history.state, '', encodeLink(state, { page: '' }));
    } catch {
      // Refused: too many in a short time, or a sandboxed frame. The next release writes it.
    }
    known = address(host);
  }

  function follow(): void {
    if (address(host) === known) return; // an edited fragment raises both events
    known = address(host);
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
