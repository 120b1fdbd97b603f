/** Links to the state of a figure in another frame: the figure alone, without some controls. */
import type { FigureId } from '../../models/parameters/figures.ts';
import { decodeLink, encodeLink } from '../links/index.ts';

export interface Framing {
  /** The figure that stands alone; null for the whole page. */
  readonly embed: FigureId | null;
  /** Names of controls to leave out. */
  readonly hide: readonly string[];
  /** The figure that is covered until its reader has predicted what it shows. */
  readonly predict?: FigureId | null;
}

/** The same state, framed otherwise. @param link absolute */
export function framedLink(link: string, framing: Framing): string {
  const { state } = decodeLink(link);
  const [address] = link.split(/[?#]/, 1);
  return encodeLink({ ...state, page: { ...state.page, ...framing } }, { page: address });
}
