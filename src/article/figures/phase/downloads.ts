/** What the figure gives to take home, and takes back. */
import { featureMetrics } from '../../../models/metrics.ts';
import { cellModels, phaseRecipe } from '../../../models/phase/cell-models.ts';
import { PhaseMap, type PhaseCell } from '../../../models/phase/map.ts';
import type { ReportedRun } from '../../../models/report.ts';
import { LATEST } from '../../links/versions.ts';
import { csv } from '../../take-home/csv.ts';
import { trainedModels, fileNotice, replayValues } from '../../take-home/from-file.ts';
import type { ReadRun } from '../../take-home/read-run.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import type { Phase } from './phase.svelte.ts';

export function phaseDownloads(phase: Phase): TakeHome {
  const { values } = phase.map;
  const { n, m, starts } = values;
  return takeHome({
    run: phaseRun(phase),
    recipe: phaseRecipe(values),
    which: 'the model that each cell shows',
    table: {
      about: 'the map, a row a cell: where it is, what becomes of the extra feature, its loss beside theory’s, W and b',
      content: () => phaseCsv(phase),
    },
    scripted: { n, m, models: cellModels(values, [Math.max(0, phase.cell)], starts) },
    open: (run, name) => openPhase(phase, run, name),
  });
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
    return [cell, r, p, start, read.class, norm, superposition, loss, theory, ...theta];
  });
  return csv([[...head, ...weights, ...biases], ...rows]);
}

/** The cells on screen, each by the start that it shows. */
function phaseRun(phase: Phase): ReportedRun<'phase'> {
  const { values } = phase.map;
  const cells = trainedCells(phase);
  const models = cells.flatMap(({ cell, read }) =>
    cellModels(values, [cell], values.starts).slice(read.start, read.start + 1),
  );
  return {
    version: LATEST,
    figure: 'phase',
    values,
    problem: { n: values.n, m: values.m, models },
    engine: phase.engine ?? 'wasm',
    path: phase.path,
    steps: values.steps,
    seconds: phase.seconds,
    models: cells.map(({ read }, index) => ({ index, theta: read.theta, loss: read.loss })),
  };
}

/** What the starts of a cell are like on average the file does not say: its one model stands for them. */
function openPhase(phase: Phase, run: ReadRun<'phase'>, name: string): void {
  const map = new PhaseMap(replayValues(run));
  const { n, m } = map.values;
  for (const { settings, theta, loss } of trainedModels(run)) {
    const { norms, superposition } = featureMetrics(theta.subarray(0, n * m), n, m);
    map.put({
      cells: Uint32Array.of(settings.model),
      theta,
      loss: Float64Array.of(loss),
      start: Uint8Array.of(settings.start),
      norm: Float32Array.of(norms[n - 1]),
      superposition: Float32Array.of(superposition[n - 1]),
    });
  }
  phase.take(map);
  const notice = fileNotice(
    name,
    () => phase.map === map,
    () => phase.again(),
  );
  phase.notices = [...phase.notices.filter((each) => !each.holds), notice];
}
