/** The README's tables, made from the table of parameters. */
import { DESCRIPTIONS } from '../../src/models/parameters/descriptions.ts';
import { FIGURE_IDS, FIGURES } from '../../src/models/parameters/figures.ts';
import { FIGURE_TITLES } from '../../src/models/parameters/titles.ts';
import { formatRange, formatValue } from '../../src/models/parameters/format.ts';
import type { Parameter } from '../../src/models/parameters/parameter.ts';
import { PARAMETERS } from '../../src/models/parameters/table.ts';

const BEGIN = '<!-- parameters: written by npm run readme -->';
const END = '<!-- /parameters -->';

/**
 * The README with its tables brought up to date; the rest is untouched.
 * @throws Error without the two markers
 */
export function withParameterTables(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md needs ${BEGIN} and, after it, ${END}`);
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${parameterTables()}\n\n${readme.slice(end)}`;
}

function parameterTables(): string {
  const keys = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];
  const meanings = keys.map((key) => [code(key), PARAMETERS[key].label, DESCRIPTIONS[key]]);
  const figures = FIGURE_IDS.map((id) => {
    const { page, parameters } = FIGURES[id];
    const title = FIGURE_TITLES[id];
    const rows = Object.values<Parameter>(parameters).map((parameter) => [
      code(`${id}.${parameter.key}`),
      formatRange(parameter),
      formatValue(parameter, parameter.default),
    ]);
    return `**${code(id)}** on \`${page}.html\`: ${title}\n\n${table(['key', 'takes', 'default'], rows)}`;
  });
  return [table(['key', 'name', 'meaning'], meanings), ...figures].join('\n\n');
}

const code = (text: string): string => `\`${text}\``;

/** Columns padded to one width, as prettier writes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (cells: readonly string[], pad: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column], pad)).join(' | ')} |`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head, ' '), rule, ...rows.map((row) => line(row, ' '))].join('\n');
}
