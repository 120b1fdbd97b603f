/** What was wrong with a link as a figure says it: one line for all that was ignored, one for all that was corrected. */
import type { LinkNote } from './notes.ts';

interface LinkNotice {
  readonly text: string;
  /** That it speaks of. */
  readonly notes: readonly LinkNote[];
}

/** More are counted instead of named. */
const NAMED = 4;
/** How decode.ts ends its reason. */
const UNKNOWN = / is not a parameter$/;

export function linkNotices(notes: readonly LinkNote[]): LinkNotice[] {
  const unknown = notes.filter(({ reason }) => UNKNOWN.test(reason));
  const corrected = notes.filter((each) => !unknown.includes(each));
  return [
    { notes: unknown, text: ignoredText(unknown) },
    { notes: corrected, text: correctedText(corrected) },
  ].filter((notice) => notice.notes.length > 0);
}

function ignoredText(notes: readonly LinkNote[]): string {
  if (notes.length === 1) return notes[0].message;
  const names = notes.slice(0, NAMED).map(({ reason }) => reason.replace(UNKNOWN, ''));
  const left = notes.length - names.length;
  const last = left > 0 ? `${left} more` : names.pop();
  return `${names.join(', ')} and ${last} are not parameters; ignored`;
}

function correctedText(notes: readonly LinkNote[]): string {
  if (notes.length === 1) return notes[0].message;
  const left = notes.length - NAMED;
  const more = left > 0 ? [`${left} more ${left === 1 ? 'was' : 'were'} corrected`] : [];
  return `${[...notes.slice(0, NAMED).map(({ message }) => message), ...more].join('. ')}.`;
}

/** The figure under which a note stands: the one it names if it is here, else the first that is shown. */
export function ownerOf({ reason }: LinkNote): string | undefined {
  const { embed } = document.documentElement.dataset;
  const here = Array.from(document.querySelectorAll('figure[data-status]'), ({ id }) => id);
  const shown = embed === undefined ? here : here.filter((id) => id === embed);
  return shown.find((id) => reason.startsWith(`${id}.`)) ?? shown[0];
}
