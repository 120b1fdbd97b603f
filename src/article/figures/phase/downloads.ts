/** What the figure gives to take home. */
import { LATEST } from '../../links/versions.ts';
import { cellModels } from '../../../models/phase/cell-models.ts';
import type { PhaseCell } from '../../../models/phase/map.ts';
import { runReport, type RunReport } from '../../../models/report.ts';
import type { Download } from '../../figure/download.ts';
import type { Phase } from './phase.svelte.ts';

export function phaseDownloads(phase: Phase): Download[] {
  const { seed } = phase.map.values;
  return [
    {
      label: 'JSON',
      about:
        'the model that each cell shows: settings, seed, W, b and what is measured of them, as the command line prints it',
      name: `phase-seed-${seed}.json`,
      type: 'application/json',
      content: () => `${JSON.stringify(phaseReport(phase), null, 2)}\n`,
    },
    {
      label: 'CSV',
      about: 'the map, a row a cell: where it is, what becomes of the extra feature, its loss beside theory’s, W and b',
      name: `phase-seed-${seed}.csv`,
      type: 'text/csv',
      content: () => phaseCsv(phase),
    },
  ];
}

/** The trained cells, in their order. */
function trainedCells({ map }: Phase): { cell: number; read: PhaseCell }[] {
  return Array.from(map.trained.keys()).flatMap((cell) => {
    const read = map.read(cell);
    return read ? [{ cell, read }] : [];
  });
}

function phaseCsv(phase: Phase): string {
  const { n, m } = phase.map.values;
  const weights = Array.from({ length: n * m }, (_, k) => `W${Math.floor(k / m) + 1}_${(k % m) + 1}`);
  const biases = Array.from({ length: n }, (_, i) => `b${i + 1}`);
  const head = ['cell', 'importance', 'density', 'start', 'class', 'norm', 'superposition', 'loss', 'theory'];
  const rows = trainedCells(phase).map(({ cell, read }) => {
    const { r, p, start, norm, superposition, loss, expected, theta } = read;
    const theory = expected ? loss - expected.excess : '';
    return [cell, r, p, start, read.class, norm, superposition, loss, theory, ...theta].join(',');
  });
  return `${[[...head, ...weights, ...biases].join(','), ...rows].join('\n')}\n`;
}

/** The cells on screen as the command line prints them, each by the start that it shows. */
export function phaseReport(phase: Phase): RunReport<'phase'> {
  const { values } = phase.map;
  const cells = trainedCells(phase);
  const models = cells.flatMap(({ cell, read }) =>
    cellModels(values, [cell], values.starts).slice(read.start, read.start + 1),
  );
  return runReport({
    version: LATEST,
    figure: 'phase',
    values,
    problem: { n: values.n, m: values.m, models },
    engine: phase.engine ?? 'wasm',
    path: phase.path,
    steps: values.steps,
    seconds: phase.seconds,
    models: cells.map(({ read }, index) => ({ index, theta: read.theta, loss: read.loss })),
  });
}
