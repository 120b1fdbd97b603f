/** The cut through the map along one axis, at the cross-hair. */
import { endsOf, placeOn } from '../../../models/phase/axis.ts';
import { hasTheory } from '../../../models/phase/has-theory.ts';
import { sharesAt, switches, type Cut, type Switch } from '../../../models/theory/cut-losses.ts';
import { candidates } from '../../../models/theory/phase.ts';
import { formatPlain } from '../../../viz/format.ts';
import { solutionWords, type SolutionName } from '../../../viz/phase-words.ts';
import type { Phase } from './phase.svelte.ts';

/** Null where theory has no candidates to compare. */
export function cutOf({ map, place, values: { cut } }: Phase): Cut | null {
  const { values, grid } = map;
  return hasTheory(values) ? { grid, n: values.n, law: values.law, axis: cut, place } : null;
}

/** Share of a value by which its neighbours are apart from it, for a slope: the losses are smooth. */
const SHIFT = 1e-4;
/** A share of reading nothing that changes by less than this, of itself, over such a step is drawn level. */
const LEVEL = 1e-7;

/** How the least loss goes on at a switch, before and after it in the direction in which the axis is drawn. */
interface Kink {
  /** Loss per unit of the axis’ value, in that direction. */
  readonly slopes: readonly [before: number, after: number];
  /** What the line of the figure does, a share of reading nothing. */
  readonly line: readonly [before: string, after: string];
}

export function kinkAt(cut: Cut, { value, from, to }: Switch): Kink {
  const [start, end] = endsOf(cut.grid, cut.axis);
  const step = Math.sign(end - start) * SHIFT * value;
  const solutions = candidates(cut.n);
  const ways = [from, to].map((name) => {
    const index = solutions.findIndex((each) => each.name === name);
    const loss = (at: number): number => {
      const { r, p } = placeOn(cut.place, cut.axis, at);
      return solutions[index].loss(r, p, cut.law);
    };
    const share = (at: number): number => sharesAt(cut, at)[index];
    const drawn = share(value + step) / share(value - step) - 1;
    return {
      slope: (loss(value + step) - loss(value - step)) / (2 * SHIFT * value),
      line: Math.abs(drawn) < LEVEL ? 'is flat' : drawn < 0 ? 'falls' : 'rises',
    };
  });
  return { slopes: [ways[0].slope, ways[1].slope], line: [ways[0].line, ways[1].line] };
}

/** Where the best answer changes along the cut, and how its loss goes on. */
export function cutSentence(cut: Cut): { readonly finding: string; readonly after: string } {
  const changes = switches(cut);
  const word = (name: SolutionName): string => solutionWords(cut.n, name).solution;
  if (changes.length === 0)
    return { finding: 'Nothing switches', after: ' along this cut: one answer is the best all the way.' };
  const { value, from, to } = changes[0];
  const { slopes, line } = kinkAt(cut, changes[0]);
  const rest =
    changes.length > 1
      ? ` There ${changes.length === 2 ? 'is one more switch' : `are ${changes.length - 1} more switches`} on the way.`
      : '';
  const towards = cut.axis === 'density' ? 'rarer data' : 'a more important feature';
  return {
    finding: `At ${cut.axis} ${formatPlain(value, 3)} the best answer switches`,
    after:
      ` from “${word(from)}” to “${word(to)}”. Going to ${towards}, the loss ${slopesText(slopes, cut.axis)}. ` +
      `The plot shows shares: there the line ${line[0] === line[1] ? `${line[0]} on both sides` : line.join(', then ')}.${rest}`,
  };
}

/** "falls by 0.054 per unit of density before the switch and by 0.194 after it" */
function slopesText([before, after]: Kink['slopes'], axis: Cut['axis']): string {
  const [size, other] = [before, after].map((slope) => formatPlain(Math.abs(slope), 3));
  const verb = (slope: number): string => (slope < 0 ? 'falls' : 'rises');
  const then =
    Number(other) === 0 ? 'stays the same' : `${verb(before) === verb(after) ? '' : `${verb(after)} `}by ${other}`;
  return `${verb(before)} by ${size} per unit of ${axis} before the switch and ${then} after it`;
}
