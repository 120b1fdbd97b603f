/** Two drawings of one network: the large sparse one that is imagined, and the small dense one that carries it. */

export const HEIGHT = 200;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Node extends Place {
  readonly key: string;
  readonly r: number;
  /** Share of full activity, in [0, 1]. */
  readonly activity: number;
}

interface Edge {
  readonly key: string;
  readonly from: Place;
  readonly to: Place;
  readonly active: boolean;
  /** px of line. */
  readonly strength: number;
}

export interface DrawnNetwork {
  readonly width: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** A layer of nodes, evenly from top to bottom. */
const layer = (count: number, x: number, r: number, activityOf: (i: number) => number): Node[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `${x}-${i}`,
    x,
    y: HEIGHT * ((i + 0.5) / count),
    r,
    activity: activityOf(i),
  }));

const WIDE = 16;
const NARROW = 5;

/** Which features are there, and which of the next layer follow from them. */
const THERE = [2, 7];
const FOLLOWING = [5, 14];
/** A feature of the first layer feeds two of the second; odd steps spread them over all of it. */
const targets = (i: number): number[] => [(5 * i + 11) % WIDE, (7 * i + 2) % WIDE];

function drawLarge(): DrawnNetwork {
  const first = layer(WIDE, 10, 4.6, (i) => (THERE.includes(i) ? 1 : 0));
  const second = layer(WIDE, 168, 4.6, (i) => (FOLLOWING.includes(i) ? 1 : 0));
  const edges = first.flatMap((from, i) =>
    targets(i).map((j): Edge => {
      const active = THERE.includes(i) && FOLLOWING.includes(j);
      return { key: `${i}-${j}`, from, to: second[j], active, strength: active ? 1.8 : 0.8 };
    }),
  );
  return { width: 178, nodes: [...first, ...second], edges };
}

/** Five numbers in place of sixteen: each large neuron's activity lands on all small ones, at a direction of its own. */
function projected(there: readonly number[]): number[] {
  return Array.from({ length: NARROW }, (_, k) => {
    const sum = there.reduce((total, i) => total + Math.cos(2.4 * (i + 1) * (k + 1)), 0);
    return Math.min(0.85, 0.12 + 0.3 * Math.abs(sum));
  });
}

function drawSmall(): DrawnNetwork {
  const [before, after] = [projected(THERE), projected(FOLLOWING)];
  const first = layer(NARROW, 16, 10, (i) => before[i]);
  const second = layer(NARROW, 132, 10, (i) => after[i]);
  const edges = first.flatMap((from, i) =>
    second.map((to, j): Edge => ({
      ...{ key: `${i}-${j}`, from, to, active: true },
      strength: 0.4 + 1.4 * Math.abs(Math.cos(1.7 * (i + 1) * (j + 2))),
    })),
  );
  return { width: 148, nodes: [...first, ...second], edges };
}

export const large = drawLarge();
export const small = drawSmall();
