/** The sentence of now: the moment under the cursor. */
import { tripleStage, tripleTwist, type TripleStage } from '../../../models/recording/triples.ts';
import { formatCount, formatLoss } from '../../../viz/format.ts';
import type { ModelView } from '../../../viz/model-view.ts';
import { LEVELS } from '../../../viz/time-levels.ts';
import { numberWord } from '../../prose/number-words.ts';
import type { DynamicsValues } from './dynamics.svelte.ts';
import { isTriples } from './sets.ts';

export interface Sentence {
  /** "Step 1,200 of 8,000:". */
  readonly head: string;
  readonly finding: string;
  /** What follows the finding, with its comma or full stop. */
  readonly after: string;
}

interface Moment {
  readonly values: DynamicsValues;
  readonly view: ModelView;
  readonly step: number;
  readonly loss: number;
}

export function sentenceOf(moment: Moment): Sentence {
  const { values, step, loss } = moment;
  const { finding, after } = isTriples(values) ? ofTriples(moment) : ofLevels(moment);
  return {
    head: `Step ${formatCount(step)} of ${formatCount(values.steps)}:`,
    finding,
    after: `${after} The loss is ${formatLoss(loss)}.`,
  };
}

export const sentenceText = ({ head, finding, after }: Sentence): string => `${head} ${finding}${after}`;

/** How far D_i may be from a level to count as standing on it. */
const NEAR = 0.03;

function ofLevels({ view: { n, metrics } }: Moment): Pick<Sentence, 'finding' | 'after'> {
  const on = new Map<string, number>();
  for (const share of metrics.dimensionality) {
    const nearest = LEVELS.reduce((best, level) =>
      Math.abs(level.value - share) < Math.abs(best.value - share) ? level : best,
    );
    if (Math.abs(nearest.value - share) <= NEAR) on.set(nearest.name, (on.get(nearest.name) ?? 0) + 1);
  }
  const none = on.get('0') ?? 0;
  const between = n - [...on.values()].reduce((sum, count) => sum + count, 0);
  const levels = [...on].filter(([name]) => name !== '0').sort((a, b) => b[1] - a[1]);
  const rest = [
    ...(none > 0 ? [`${numberWord(none)} ${none === 1 ? 'has' : 'have'} nothing`] : []),
    ...(between > 0 ? [`${numberWord(between)} ${between === 1 ? 'is' : 'are'} between levels`] : []),
  ];
  if (levels.length === 0) return { finding: `no feature stands on a level yet`, after: ending(rest) };
  const [[name, count], ...others] = levels;
  const more = others.map(([level, k]) => `${numberWord(k)} near ${level}`);
  return {
    finding: `${numberWord(count)} of ${n} features ${count === 1 ? 'has' : 'have'} ${name === '1' ? 'a dimension' : `${name} of a dimension`}${count === 1 ? '' : ' each'}`,
    after: ending([...more, ...rest]),
  };
}

const ending = (parts: readonly string[]): string => (parts.length > 0 ? `, ${parts.join(', ')}.` : '.');

const FINDINGS: Readonly<Record<TripleStage, string>> = {
  growing: 'the features are still short',
  collapsed: 'each set has become one direction',
  splitting: 'the features of a set move apart',
  antiprism: 'each set is a triangle, the two turned against each other: a triangular antiprism',
  twisting: 'the two triangles turn into place',
  octahedron: 'an octahedron',
};

function ofTriples({ view: { W, metrics } }: Moment): Pick<Sentence, 'finding' | 'after'> {
  const stage = tripleStage(W);
  const mean = metrics.norms.reduce((sum, norm) => sum + norm, 0) / metrics.norms.length;
  const afters: Record<TripleStage, string> = {
    growing: `, ${mean.toFixed(2)} on average.`,
    collapsed: `: its three features, ${mean.toFixed(2)} long, all point the same way and share what the set has in common.`,
    splitting: `, and grow: ${mean.toFixed(2)} long on average.`,
    antiprism: `, ${Math.round(tripleTwist(W))}° from the octahedron.`,
    twisting: `, ${Math.round(tripleTwist(W))}° left, and the loss hardly moves.`,
    octahedron: ': three opposite pairs at right angles, each of one feature of either set.',
  };
  return { finding: FINDINGS[stage], after: afters[stage] };
}
