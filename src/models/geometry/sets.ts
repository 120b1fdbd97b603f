/** How features that belong to one set stand to each other: what captions and claims say of correlated features (E12–E14). */
import { gram } from '../metrics.ts';
import { PARTLY } from './order.ts';
import { ANGLE_TOLERANCE, degrees, PAIR_TOLERANCE } from './shape.ts';

/** Features that are drawn from the data together, by index. */
export type Members = readonly number[];

export type Relation =
  /** One direction for both: only their sum is kept. */
  | 'collapsed'
  /** At an acute angle: they help each other. */
  | 'side by side'
  | 'orthogonal'
  /** At an obtuse angle, but not opposite. */
  | 'apart'
  | 'antipodal'
  /** One of them is not represented, ‖W_i‖ < .5. */
  | 'left out';

/**
 * @param degreesApart of two represented features, 0 … 180
 */
function relationAt(degreesApart: number): Relation {
  if (degreesApart <= ANGLE_TOLERANCE) return 'collapsed';
  if (degreesApart < 90 - ANGLE_TOLERANCE) return 'side by side';
  if (degreesApart <= 90 + ANGLE_TOLERANCE) return 'orthogonal';
  return degreesApart < 180 - PAIR_TOLERANCE ? 'apart' : 'antipodal';
}

export interface SetReading {
  /** How every two of its members stand to each other; null where that differs, or for a set of one. */
  readonly relation: Relation | null;
  /** The angles between its represented members, degrees: their mean; NaN where there are no two. */
  readonly angle: number;
}

export interface SetsReading {
  /** In the order of the sets. */
  readonly sets: readonly SetReading[];
  /** How many sets have collapsed into one direction. */
  readonly collapsed: number;
  /** The relation of all sets, where they agree. */
  readonly relation: Relation | null;
  /** Mean |W_i·W_j| over i ≠ j of one set, and over features of different sets; NaN where there are none. */
  readonly within: number;
  readonly across: number;
}

/**
 * @param W [n, m], row i is feature i
 * @param sets each feature in at most one
 */
export function readSets(W: ArrayLike<number>, n: number, m: number, sets: readonly Members[]): SetsReading {
  const G = gram(W, n, m);
  const readings = sets.map((members) => readSet(G, n, members));
  const setOf = new Map(sets.flatMap((members, k) => members.map((i) => [i, k] as const)));
  const sizes = { within: [] as number[], across: [] as number[] };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const together = setOf.has(i) && setOf.get(i) === setOf.get(j);
      sizes[together ? 'within' : 'across'].push(Math.abs(G[i * n + j]));
    }
  }
  const [first] = readings;
  const relation = readings.length > 0 && readings.every((each) => each.relation === first.relation);
  return {
    sets: readings,
    collapsed: readings.filter((each) => each.relation === 'collapsed').length,
    relation: relation ? first.relation : null,
    within: mean(sizes.within),
    across: mean(sizes.across),
  };
}

function readSet(G: Float64Array, n: number, members: Members): SetReading {
  const norm = (i: number): number => Math.sqrt(G[i * n + i]);
  const relations = new Set<Relation>();
  const angles: number[] = [];
  members.forEach((i, k) => {
    for (const j of members.slice(0, k)) {
      const kept = norm(i) >= PARTLY && norm(j) >= PARTLY;
      const angle = kept ? degrees(G[i * n + j] / (norm(i) * norm(j))) : NaN;
      if (kept) angles.push(angle);
      relations.add(kept ? relationAt(angle) : 'left out');
    }
  });
  const [relation = null] = relations;
  return { relation: relations.size === 1 ? relation : null, angle: mean(angles) };
}

/** NaN of nothing. */
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
