/** What happens at a moment of a run, in a few words. */
import type { Moment } from '../models/recording/moments.ts';
import type { RunEvent } from '../models/recording/events.ts';
import { formatPlain } from './format.ts';
import { markLetter, type TimeMark } from './time-mark.ts';

/** More of a kind than this are counted instead of named. */
const NAMED = 3;
/** Things that are said of one event. */
const MOST_WORDS = 3;

/** Events as marks with letters, in their order. */
export const eventMarks = (events: readonly RunEvent[]): TimeMark[] =>
  events.map(({ step, moments }, k) => ({ step, letter: markLetter(k), words: eventWords(moments) }));

/** "features 11 and 18 leave, 4 and 8 pair up, the loss falls by 1.6 %". */
export function eventWords(moments: readonly Moment[]): string {
  const of = (kind: Moment['kind']): Moment[] => moments.filter((moment) => moment.kind === kind);
  const shapes = moments.flatMap((moment) => (moment.kind === 'shape' ? [moment.name] : []));
  const losses = moments.flatMap((moment) => (moment.kind === 'loss' ? [moment.share] : []));
  // What matters most comes first, and what there is no room for goes.
  const said = [
    ...features(of('leaves'), 'leaves', 'leave'),
    ...pairs(of('pairs'), 'pair up', 'form'),
    ...shapes.slice(-1),
    ...features(of('arrives'), 'arrives', 'arrive'),
    ...(losses.length > 0 ? [`the loss falls by ${percent(Math.max(...losses))}`] : []),
    ...parted(of('parts')),
  ];
  return said.slice(0, MOST_WORDS).join(', ');
}

function features(moments: readonly Moment[], one: string, several: string): string[] {
  if (moments.length === 0) return [];
  const numbers = moments.map(({ features: [i = 0] }) => i + 1).sort((a, b) => a - b);
  if (moments.length === 1) return [`feature ${numbers[0]} ${one}`];
  return [moments.length > NAMED ? `${moments.length} features ${several}` : `features ${listed(numbers)} ${several}`];
}

function pairs(moments: readonly Moment[], named: string, counted: string): string[] {
  if (moments.length === 0) return [];
  const names = moments.map(({ features: [i = 0, j = 0] }) => `${i + 1} and ${j + 1}`);
  return [moments.length > NAMED ? `${moments.length} pairs ${counted}` : `${names.join(', ')} ${named}`];
}

/** "the pair of 13 and 24 comes apart". */
function parted(moments: readonly Moment[]): string[] {
  if (moments.length === 0) return [];
  const names = moments.map(({ features: [i = 0, j = 0] }) => `${i + 1} and ${j + 1}`);
  if (moments.length === 1) return [`the pair of ${names[0]} comes apart`];
  return [
    moments.length > NAMED ? `${moments.length} pairs come apart` : `the pairs of ${names.join(', of ')} come apart`,
  ];
}

const listed = (words: readonly number[]): string => `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** "17 %", "1.6 %". */
const percent = (share: number): string => `${formatPlain(100 * share, share < 0.1 ? 1 : 0)} %`;
