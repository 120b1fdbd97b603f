/** The file that the page shows: results with their protocol, and nothing that changes from one run to the next. */
import { writeFile } from 'node:fs/promises';
import prettier from 'prettier';
import type { RecordedExperiment, Recorded } from '../../src/article/reproduction/recorded.ts';
import { LATEST } from '../../src/article/links/versions.ts';
import { EVALUATION_COUNT } from '../../src/models/evaluation/counts.ts';
import { ENGINE, SEED } from './setting.ts';
import { pathsTaken } from './train.ts';

const FILE = new URL('../../src/article/reproduction/claims.json', import.meta.url);

export function recordOf(experiments: readonly RecordedExperiment[]): Recorded {
  return {
    command: 'npm run claims -- --write',
    engine: ENGINE,
    paths: pathsTaken(),
    seeds: [SEED],
    linkVersion: LATEST,
    evaluationSamples: EVALUATION_COUNT,
    experiments,
  };
}

export async function writeRecord(experiments: readonly RecordedExperiment[]): Promise<void> {
  await writeFile(
    FILE,
    await prettier.format(recordedText(recordOf(experiments)), { parser: 'json', printWidth: 120 }),
  );
}

/** JSON with the digits that are recorded. */
export const recordedText = (record: unknown): string =>
  JSON.stringify(record, (_, value: unknown) => (typeof value === 'number' ? short(value) : value));

/** Six digits say more than any tolerance here, and differ on no machine. */
const short = (value: number): number => Number(value.toPrecision(6));
