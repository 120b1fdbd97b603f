/** State to link: only what differs from the defaults of the version that it names. */
import { FIGURE_IDS, FIGURES, type Figure, type Values } from '../../models/parameters/figures.ts';
import { formatValue } from '../../models/parameters/format.ts';
import { DEFAULT_STATE, type LinkState } from './link.ts';
import { LATEST, VERSIONS } from './versions.ts';

export interface EncodeOptions {
  /** What stands before the "?": "index.html", or '' for the page that is open. */
  readonly page: string;
}

/** A relative address that decodeLink reads back as the same state. Keys come in the order of the tables. */
export function encodeLink({ figures, page, fragment }: LinkState, options: EncodeOptions): string {
  const query = [`v=${LATEST}`];
  const add = (key: string, text: string): void => {
    query.push(`${key}=${escape(text)}`);
  };
  if (page.embed !== null) add('embed', page.embed);
  if (page.hide.length > 0) add('hide', page.hide.join(','));
  if (page.engine !== DEFAULT_STATE.page.engine) add('engine', page.engine);
  if (page.theme !== null) add('theme', page.theme);
  if (page.present) add('present', '1');
  if (page.predict !== null) add('predict', page.predict);
  for (const id of FIGURE_IDS) {
    const figure: Figure = FIGURES[id];
    const values: Values = figures[id];
    const defaults: Values = { ...VERSIONS[LATEST][id], engine: page.engine };
    for (const [key, parameter] of Object.entries(figure.parameters)) {
      const text = formatValue(parameter, values[key]);
      if (text !== formatValue(parameter, defaults[key])) add(`${id}.${key}`, text);
    }
  }
  return `${options.page}?${query.join('&')}${fragment === '' ? '' : `#${encodeURIComponent(fragment)}`}`;
}

/** Commas stay readable: a query may hold them. */
const escape = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');
