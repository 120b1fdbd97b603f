/** A trained figure as a file that loads again: the report of the command line, with the optimiser's state beside it. */
import { runReport, type ReportedRun, type RunReport } from '../../models/report.ts';
import type { FigureId } from '../../models/parameters/figures.ts';

/** Of the file's form. A file without it is a report of the command line, which has the same fields. */
export const SCHEMA = 1;

export interface RunFile<F extends FigureId = FigureId> extends RunReport<F> {
  readonly schema: typeof SCHEMA;
}

/** Unrounded, so that a run that is loaded goes on bit for bit. A row of numbers stays on one line. */
export function writeRun<F extends FigureId>(run: ReportedRun<F>): string {
  const file: RunFile<F> = { schema: SCHEMA, ...runReport(run) };
  const text = JSON.stringify(file, null, 2);
  return `${text.replace(ROW, (row) => row.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
}

/** An array of nothing but numbers, as JSON.stringify spreads it over lines. */
const ROW = /\[\s+-?\d[\d.e+-]*(?:,\s+-?\d[\d.e+-]*)*\s+\]/g;
