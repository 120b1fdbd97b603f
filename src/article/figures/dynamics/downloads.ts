/** What the figure of a run gives to take home, and takes back. */
import { toRecipe } from '../../../models/parameters/recipe.ts';
import type { ReportedRun } from '../../../models/report.ts';
import { LATEST } from '../../links/versions.ts';
import { quote } from '../../links/index.ts';
import { replayValues } from '../../take-home/from-file.ts';
import type { ReadRun } from '../../take-home/read-run.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import type { Dynamics } from './dynamics.svelte.ts';

export function dynamicsDownloads(dynamics: Dynamics): TakeHome {
  return takeHome({
    run: dynamicsRun(dynamics),
    recipe: toRecipe(dynamics.shown.values),
    which: 'every start where it ended',
    table: {
      about: 'the run on screen, a row a recorded step: its loss, D and length of every feature, every weight',
      content: () => runCsv(dynamics),
    },
    open: (run, name) => openRun(dynamics, run, name),
  });
}

function dynamicsRun(dynamics: Dynamics): ReportedRun<'dynamics'> {
  const { values, problem, recordings } = dynamics.shown;
  return {
    version: LATEST,
    figure: 'dynamics',
    values,
    problem,
    engine: dynamics.engine ?? 'wasm',
    path: dynamics.path,
    steps: dynamics.reached,
    seconds: dynamics.seconds,
    models: recordings.map(({ frames }, index) => {
      const { theta, loss } = frames[frames.length - 1];
      return { index, theta, loss };
    }),
  };
}

/** A file holds where a run has come to and not the way there: that is recorded here once more, from the seed. */
function openRun(dynamics: Dynamics, run: ReadRun<'dynamics'>, name: string): void {
  dynamics.set(replayValues(run));
  const { values } = dynamics;
  const notice = {
    text: `“${quote(name)}” holds where its run ended: the run shown is recorded here, from its seed.`,
    holds: () => dynamics.values === values,
  };
  dynamics.notices = [...dynamics.notices.filter((each) => !each.holds), notice];
}

function runCsv({ recording, series }: Dynamics): string {
  const { n, m, frames } = recording;
  const each = (name: string): string[] => Array.from({ length: n }, (_, i) => `${name}${i + 1}`);
  const weights = Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, k) => `W${i + 1}_${k + 1}`));
  const head = ['step', 'loss', ...each('D'), ...each('norm'), ...weights.flat(), ...each('b')];
  const rows = frames.map(({ step, loss, theta }, k) =>
    [step, loss, ...[...series.dimensionality, ...series.norms].map((row) => row[k]), ...theta].join(','),
  );
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
