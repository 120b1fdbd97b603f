/** Starts of several models, on their way into a file and back: the same for every figure that shows them in groups. */
import type { FigureId, FigureValues } from '../../../models/parameters/figures.ts';
import type { ModelSettings, Problem } from '../../../models/problem.ts';
import type { ReportedRun } from '../../../models/report.ts';
import { LATEST } from '../../links/versions.ts';
import type { Notice } from '../../figure/status.ts';
import { againNotice, endedModels, fileNotice, replayValues } from '../../take-home/from-file.ts';
import type { ReadRun } from '../../take-home/read-run.ts';
import { startKey, type Group, type Start } from './groups.ts';

interface ShownStarts<F extends FigureId> {
  readonly values: FigureValues<F>;
  /** All that the values ask for, whether it is there already or not. */
  readonly problem: Problem;
  readonly groups: readonly Group[];
}

interface Ran {
  /** Null before the first run. */
  readonly engine: string | null;
  readonly path: string;
  readonly seconds: number;
}

/** The starts on screen, those on their way as well as those that have ended. */
export function startsRun<F extends FigureId>(
  figure: F,
  { values, problem, groups }: ShownStarts<F>,
  { engine, path, seconds }: Ran,
): ReportedRun<F> {
  const starts = new Map<string, Start>(
    groups.flatMap(({ key, starts }) => starts.map((start) => [`${key}:${start.start}`, start] as const)),
  );
  const there = problem.models.filter((settings) => starts.has(startKey(settings)));
  const { steps } = values as { readonly steps: number };
  const models = there.flatMap((settings, index) => {
    const start = starts.get(startKey(settings));
    return start ? [{ step: steps, ...start, index }] : [];
  });
  return {
    version: LATEST,
    figure,
    values,
    problem: { ...problem, models: there },
    engine: engine ?? 'wasm',
    path,
    steps: Math.max(...models.map(({ step }) => step)),
    seconds,
    models,
  };
}

/** A start and the settings of its model. */
export interface OpenedStart {
  readonly settings: ModelSettings;
  readonly start: Start;
}

interface Opening<F extends FigureId> {
  /** Those on screen. */
  readonly groups: () => readonly Group[];
  /** Shows starts that were trained elsewhere, under their settings. */
  readonly take: (values: FigureValues<F>, models: readonly OpenedStart[]) => void;
}

/** A figure whose settings have come from a file. */
interface OpenFigure {
  readonly values: unknown;
  notices: readonly Notice[];
  again(): void;
}

/**
 * Shows a file's models as they are, under their settings, with a line that says where they come from. Those that had
 * not ended are trained from their seed: they end as they would have.
 */
export function openStarts<F extends FigureId>(
  figure: OpenFigure,
  { groups, take }: Opening<F>,
  run: ReadRun<F>,
  name: string,
): void {
  const models = endedModels(run).map(({ settings, ...model }) => ({
    settings,
    start: { start: settings.start, ...model },
  }));
  take(replayValues(run), models);
  const { values } = figure;
  const opened = new Set(models.map(({ start }) => start.theta));
  const holds = (): boolean => groups().some(({ starts }) => starts.some(({ theta }) => opened.has(theta)));
  const notice =
    opened.size > 0
      ? fileNotice(name, holds, () => figure.again())
      : againNotice(name, run, () => figure.values === values);
  figure.notices = [...figure.notices.filter((each) => !each.holds), notice];
}
