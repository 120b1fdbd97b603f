/** The cut through the map along one axis, at the cross-hair. */
import { hasTheory } from '../../../models/phase/has-theory.ts';
import { switches, type Cut } from '../../../models/theory/cut-losses.ts';
import { candidates } from '../../../models/theory/phase.ts';
import { formatPlain } from '../../../viz/format.ts';
import { solutionWords, type SolutionName } from '../../../viz/phase-words.ts';
import type { Phase } from './phase.svelte.ts';

/** Null where theory has no candidates to compare. */
export function cutOf({ map, place, values: { cut } }: Phase): Cut | null {
  const { values, grid } = map;
  return hasTheory(values) ? { grid, n: values.n, law: values.law, axis: cut, place } : null;
}

/** Where the best answer changes along the cut, and how the slope of its loss does. */
export function cutSentence(cut: Cut): { readonly finding: string; readonly after: string } {
  const changes = switches(cut);
  const word = (name: SolutionName): string => solutionWords(cut.n, name).solution;
  if (changes.length === 0)
    return { finding: 'Nothing switches', after: ' along this cut: one answer is the best all the way.' };
  const { value, from, to } = changes[0];
  const along = cut.axis === 'density' ? 'density' : 'importance';
  const slope = (name: SolutionName): number => {
    const candidate = candidates(cut.n).find((each) => each.name === name);
    const loss = (at: number): number =>
      cut.axis === 'density'
        ? (candidate?.loss(cut.place.r, at, cut.law) ?? 0)
        : (candidate?.loss(at, cut.place.p, cut.law) ?? 0);
    const h = value * SHIFT;
    return (loss(value + h) - loss(value - h)) / (2 * h);
  };
  const rest =
    changes.length > 1
      ? ` There ${changes.length === 2 ? 'is one more switch' : `are ${changes.length - 1} more switches`} on the way.`
      : '';
  return {
    finding: `At ${along} ${formatPlain(value, 3)} the best answer switches`,
    after: ` from “${word(from)}” to “${word(to)}”, and the slope of the loss itself from ${formatPlain(slope(from), 3)} to ${formatPlain(slope(to), 3)}.${rest}`,
  };
}

/** Share of a value by which its neighbours are apart from it, for a slope: the losses are smooth. */
const SHIFT = 1e-4;
