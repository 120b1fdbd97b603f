/** The named moments of a run as the figure shows them: stages where the run has some, events otherwise. */
import type { FigureValues } from '../../../models/parameters/figures.ts';
import { eventsOf } from '../../../models/recording/events.ts';
import { momentsOf } from '../../../models/recording/moments.ts';
import { weightsOf, type Recording } from '../../../models/recording/recording.ts';
import type { RunSeries } from '../../../models/recording/series.ts';
import { settledChanges } from '../../../models/recording/settled.ts';
import { tripleStage, type TripleStage } from '../../../models/recording/triples.ts';
import { eventMarks } from '../../../viz/moment-words.ts';
import { markLetter, type TimeMark } from '../../../viz/time-mark.ts';
import { scaleFor } from './presets.ts';
import { MOST_EVENTS } from './protocol.ts';
import { isTriples } from './sets.ts';

/** What begins with each stage. */
const STAGES: Readonly<Record<TripleStage, string>> = {
  growing: 'the features grow',
  collapsed: 'each set is one direction',
  splitting: 'the sets open',
  antiprism: 'two triangles, a triangular antiprism',
  twisting: 'they turn into place',
  octahedron: 'an octahedron',
};

export interface StageStart {
  readonly stage: TripleStage;
  readonly step: number;
}

/** The stages that a run of two triples passes through, the one that it begins with left out. */
export function stagesOf(recording: Recording): StageStart[] {
  const { frames } = recording;
  const stages = frames.map((frame) => tripleStage(weightsOf(recording, frame)));
  return settledChanges(frames.length, (k) => stages[k])
    .filter(({ frame }) => frame > 0)
    .map(({ frame, to }) => ({ stage: to, step: frames[frame].step }));
}

/** What happens in the first of so many parts of a run is its start. */
const START = 1 / 100;

/** The same marks; what happens at the very beginning is said to be the start. */
export const withStart = (marks: readonly TimeMark[], steps: number): readonly TimeMark[] =>
  marks.map((mark) => (mark.step <= START * steps ? { ...mark, words: `the start: ${mark.words}` } : mark));

export function marksOf(values: FigureValues<'dynamics'>, recording: Recording, series: RunSeries): TimeMark[] {
  if (isTriples(values))
    return stagesOf(recording).map(({ stage, step }, k) => ({ step, letter: markLetter(k), words: STAGES[stage] }));
  const { steps } = recording;
  return eventMarks(eventsOf(momentsOf(recording, series), { scale: scaleFor(values), steps, most: MOST_EVENTS }));
}
