/** How a figure trains: the same parameters in the same ranges for every figure, from its own defaults. */
import type { Schedule } from '../problem.ts';
import { PARAMETERS } from './table.ts';

interface Defaults {
  readonly steps: number;
  readonly lr: number;
  readonly schedule: Schedule;
  readonly batch: number;
}

/** In the order of the links. The engine's default is the table's: a link that names none leaves it to the page. */
export const trainingParameters = ({ steps, lr, schedule, batch }: Defaults) =>
  ({
    steps: { ...PARAMETERS.steps, min: 10, max: 20000, default: steps },
    lr: { ...PARAMETERS.lr, min: 0.0001, max: 0.1, default: lr },
    schedule: { ...PARAMETERS.schedule, default: schedule },
    wd: { ...PARAMETERS.wd, max: 0.1, default: 0 },
    batch: { ...PARAMETERS.batch, min: 16, max: 4096, default: batch },
    engine: PARAMETERS.engine,
  }) as const;
