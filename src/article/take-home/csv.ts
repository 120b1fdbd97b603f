/** Trained models as a table. */
import type { ModelReport, RunReport } from '../../models/report.ts';

/** The best start of every model, a row a feature; what belongs to the whole model stands in each of its rows. */
export function modelsCsv({ models }: RunReport): string {
  const task = ({ model, density }: ModelReport): string => `${model} ${String(density)}`;
  const best = models.filter((each, k) => models.findIndex((other) => task(other) === task(each)) === k);
  const [{ W, W2, c }] = best;
  const head = [
    'model',
    'density',
    'start',
    'loss',
    'feature',
    'importance',
    ...numbered('W', W[0]),
    ...numbered('W2_', W2?.[0]),
    ...numbered('c', c),
    'b',
    'norm',
    'superposition',
    'dimensionality',
  ];
  return csv([head, ...best.flatMap(rowsOf)]);
}

function rowsOf(report: ModelReport): (string | number)[][] {
  const { model, density, start, loss, exactLoss, importance, W, W2, c = [], b } = report;
  return W.map((row, i) => [
    model,
    typeof density === 'number' ? density : density[i],
    start,
    exactLoss ?? loss,
    i + 1,
    importance[i],
    ...row,
    ...(W2?.[i] ?? []),
    ...c,
    b[i],
    report.norms[i],
    report.superposition[i],
    report.dimensionality[i],
  ]);
}

const numbered = (name: string, row: readonly number[] = []): string[] => row.map((_, k) => `${name}${k + 1}`);

/** No cell holds a comma. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;
