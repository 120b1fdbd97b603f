/** What a model's shapes are called, one by one and counted. */
import { rowKind, type GraphShape } from '../../../viz/feature-graph.ts';
import { numberWord } from '../../prose/number-words.ts';

interface ShapeWords {
  readonly one: string;
  readonly many: string;
}

/** "pentagon", "pentagons"; of a group that is no regular shape "irregular group of six". */
export function shapeWords({ members, shape, name }: Pick<GraphShape, 'members' | 'shape' | 'name'>): ShapeWords {
  if (shape === null) {
    const k = numberWord(members.length);
    if (members.length === 1) return { one: 'alone', many: 'alone' };
    return { one: `irregular group of ${k}`, many: `irregular groups of ${k}` };
  }
  if (members.length === 1) return { one: 'alone', many: 'alone' };
  if (members.length === 2) return { one: 'opposite pair', many: 'opposite pairs' };
  return { one: name, many: name.replace(/hedron$/, 'hedra').replace(/([^a])$/, '$1s') };
}

export interface ShapeCount extends ShapeWords {
  readonly count: number;
  /** Features in all of them together. */
  readonly features: number;
  /** Mean D_i of those. */
  readonly share: number;
  /** "1/2", what each would have if its shape touched no other feature: said where it has less than that. */
  readonly instead: string | null;
}

/** By how much a share falls short of the shape's own fraction where its features are said to touch others. */
const SHORT = 0.03;

/** Irregular groups have no fraction of their own. */
export const insteadOf = ({ members, dimensions, shape, share }: GraphShape): string | null => {
  if (shape === null || dimensions / members.length - share <= SHORT) return null;
  return members.length === 1 ? '1' : `${dimensions}/${members.length}`;
};

/** Shapes of one name together, in the graph's order. */
export function countShapes(shapes: readonly GraphShape[]): ShapeCount[] {
  const counts = new Map<string, ShapeCount>();
  for (const shape of shapes) {
    const words = shapeWords(shape);
    const before = counts.get(words.one) ?? { ...words, count: 0, features: 0, share: 0, instead: null };
    const features = before.features + shape.members.length;
    const share = (before.share * before.features + shape.share * shape.members.length) / features;
    counts.set(words.one, {
      ...before,
      count: before.count + 1,
      features,
      share,
      instead: insteadOf({ ...shape, share }),
    });
  }
  return [...counts.values()];
}

/** Kinds of shapes that a line lists before it says "others". */
const LISTED = 4;

/** "3 triangles, 7 pairs, 7 alone", for a line under a picture. */
export function countsLine(shapes: readonly GraphShape[]): string {
  if (shapes.length === 0) return 'nothing stands out';
  const irregular = shapes.filter(isIrregular);
  const named = countShapes(shapes.filter((shape) => !isIrregular(shape)));
  const short = (words: string): string => words.replace(/^opposite /, '');
  const parts = named.slice(0, LISTED).map(({ count, one, many }) => `${count} ${short(count === 1 ? one : many)}`);
  if (irregular.length === 1) parts.unshift(`${irregular[0].members.length} in one group`);
  else if (irregular.length > 1) parts.unshift(`${irregular.length} irregular`);
  return parts.join(', ');
}

export const isIrregular = (shape: GraphShape): boolean => rowKind(shape) === 'large' && shape.shape === null;
