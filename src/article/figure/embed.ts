/** Links to the state of a figure in another frame: the figure alone, without some controls, inside another page. */
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

/** Room round an embedded figure, px: its margins, and the foot that leads to the article. */
const AROUND = { width: 40, height: 100 };

/** The same state, framed otherwise. @param link absolute */
export function framedLink(link: string, framing: Framing): string {
  const { state } = decodeLink(link);
  const [address] = link.split(/[?#]/, 1);
  return encodeLink({ ...state, page: { ...state.page, ...framing } }, { page: address });
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&"<>]/g, (letter) => ENTITIES[letter]);

/** @param size of the figure without any open panel, px */
export function frameCode(
  link: string,
  title: string,
  size: { readonly width: number; readonly height: number },
): string {
  const width = Math.ceil(size.width) + AROUND.width;
  const height = Math.ceil(size.height) + AROUND.height;
  const frame = `width="${width}" height="${height}" loading="lazy" style="border: 0; max-width: 100%"`;
  return `<iframe src="${escape(link)}" title="${escape(title)}" ${frame}></iframe>`;
}
