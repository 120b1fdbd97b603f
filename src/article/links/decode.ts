/** Link to state: whatever the link says, the result is complete and in range. */
import {
  FIGURE_IDS,
  FIGURES,
  isFigureId,
  type Figure,
  type FigureId,
  type Values,
} from '../../models/parameters/figures.ts';
import { formatRange, formatValue } from '../../models/parameters/format.ts';
import type { Parameter, ParameterValue } from '../../models/parameters/parameter.ts';
import { parseValue } from '../../models/parameters/parse.ts';
import { settleValues } from '../../models/parameters/settle.ts';
import { PARAMETERS, type EngineChoice } from '../../models/parameters/table.ts';
import { CONTROL_NAME, DEFAULT_STATE, PRESENT, THEME, type LinkState, type PageSettings } from './link.ts';
import { note, quote, type LinkNote } from './notes.ts';
import { splitLink } from './split.ts';
import { LATEST, VERSIONS, type AllValues, type LinkVersion } from './versions.ts';

export interface DecodedLink {
  /** The version whose defaults the link stands on. */
  readonly version: LinkVersion;
  readonly state: LinkState;
  /** What was ignored or corrected, in the link's order; empty for a link that the page wrote. */
  readonly notes: readonly LinkNote[];
}

/** The query's entries by key – the last of several wins – and the notes so far. */
interface Reading {
  readonly entries: ReadonlyMap<string, string>;
  readonly notes: LinkNote[];
}

/**
 * Never throws.
 *
 * @param link an address, its query (with or without "?"), or the query parsed; only a string can carry a fragment
 */
export function decodeLink(link: string | URLSearchParams): DecodedLink {
  const { query, fragment } = typeof link === 'string' ? splitLink(link) : { query: link, fragment: '' };
  const reading = readEntries(query);
  const version = readVersion(reading);
  const page = readPage(reading);
  const figures = Object.fromEntries(
    FIGURE_IDS.map((id) => [id, readFigure(reading, id, { ...VERSIONS[version][id], engine: page.engine })]),
  ) as unknown as AllValues; // each figure's own keys, each parsed by its own parameter
  return { version, state: { figures, page, fragment }, notes: distinct(reading.notes) };
}

/** A key that is not known may stand there twice. */
const distinct = (notes: readonly LinkNote[]): LinkNote[] => [
  ...new Map(notes.map((each) => [each.message, each])).values(),
];

function readEntries(query: URLSearchParams): Reading {
  const entries = new Map<string, string>();
  const notes: LinkNote[] = [];
  const repeated = new Set<string>();
  for (const [key, text] of query) {
    if (!isKnown(key)) notes.push(note(`${quote(key) || 'an empty name'} is not a parameter`, 'ignored'));
    else if (entries.has(key)) repeated.add(key);
    entries.set(key, text);
  }
  for (const key of repeated) notes.push(note(`${key} is given more than once`, 'using the last'));
  return { entries, notes };
}

const PAGE_KEYS: readonly string[] = ['v', 'embed', 'hide', 'engine', 'theme', 'present', 'predict'];

function isKnown(key: string): boolean {
  if (PAGE_KEYS.includes(key)) return true;
  const dot = key.indexOf('.');
  const figure = key.slice(0, Math.max(0, dot));
  return isFigureId(figure) && Object.hasOwn(FIGURES[figure].parameters, key.slice(dot + 1));
}

function readVersion({ entries, notes }: Reading): LinkVersion {
  const text = entries.get('v');
  if (text === undefined) return LATEST;
  const known = Object.keys(VERSIONS).find((version) => version === text);
  if (known !== undefined) return Number(known) as LinkVersion;
  notes.push(note(`v=${quote(text)} is not a version of this page's links`, `reading it as v=${LATEST}`));
  return LATEST;
}

function readPage(reading: Reading): PageSettings {
  const defaults = DEFAULT_STATE.page;
  return {
    embed: readFigureName(reading, 'embed', 'showing the page'),
    hide: readHide(reading),
    engine: (readValue(reading, 'engine', PARAMETERS.engine) as EngineChoice | undefined) ?? defaults.engine,
    theme: readTheme(reading),
    present: readValue(reading, 'present', PRESENT) === true,
    predict: readFigureName(reading, 'predict', 'covering nothing'),
  };
}

function readFigureName({ entries, notes }: Reading, key: string, remedy: string): FigureId | null {
  const text = entries.get(key);
  if (text === undefined || isFigureId(text)) return text ?? null;
  notes.push(note(`${key}=${quote(text)} is not a figure`, remedy));
  return null;
}

function readHide({ entries, notes }: Reading): string[] {
  const names = new Set((entries.get('hide') ?? '').split(',').filter((name) => name !== ''));
  for (const name of names) {
    if (CONTROL_NAME.test(name)) continue;
    names.delete(name);
    notes.push(note(`hide=${quote(name)} is not a control`, 'ignored'));
  }
  return [...names];
}

function readTheme({ entries, notes }: Reading): PageSettings['theme'] {
  const text = entries.get('theme');
  if (text === undefined) return null;
  const option = THEME.options.find(({ value }) => value === text);
  if (option !== undefined) return option.value;
  notes.push(note(`theme=${quote(text)} is not an option`, 'following the system'));
  return null;
}

function readFigure(reading: Reading, id: FigureId, defaults: Values): Values {
  const figure: Figure = FIGURES[id];
  const values: Record<string, ParameterValue> = { ...defaults };
  for (const [key, parameter] of Object.entries(figure.parameters)) {
    const value = readValue(reading, `${id}.${key}`, { ...parameter, default: defaults[key] } as Parameter);
    if (value !== undefined) values[key] = value;
  }
  const settled = settleValues(figure, values);
  for (const { key, problem, value } of settled.broken)
    reading.notes.push(note(`${id}.${key}=${String(values[key])} ${problem}`, `using ${value}`));
  return settled.values;
}

/** The value that the link gives for a key, corrected where need be; undefined where the link is silent. */
function readValue({ entries, notes }: Reading, key: string, parameter: Parameter): ParameterValue | undefined {
  const text = entries.get(key);
  if (text === undefined) return undefined;
  const parsed = parseValue(parameter, text);
  if (!parsed.ok) {
    const remedy = `using ${formatValue(parameter, parsed.value)}`;
    notes.push(note(`${key}=${quote(text)} ${parsed.problem}`, remedy, formatRange(parameter)));
  }
  return parsed.value;
}
