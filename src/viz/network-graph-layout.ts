/**
 * A small network as a graph: inputs at the left, neurons, outputs at the right, a line for each weight that is worth one
 * (the third view of E19's small model).
 */
import type { NeuronView } from './neuron-view.ts';

/** Weights below this have no line. */
export const LEAST_EDGE = 0.05;
/** Thickness of weight 1, and of the thickest line, px. */
const THICKNESS = { unit: 4.5, most: 9, least: 0.8 };
/** Distance of two nodes (smaller from nine neurons on, larger where there are fewer than in another column), radius, px. */
const NODE = { pitch: 46, mostPitch: 120, radius: 15, manyPitch: 38, many: 9 };
/** Room above for heads, and below, px. */
const MARGIN = { top: 26, bottom: 4 };
/** From the outermost nodes' middle to the picture's edge, for their arrow, and the widest picture, px. */
const SIDE = 52;
const MOST_WIDTH = 640;
/** How near a pointer must be to a line to mean it, px. */
const REACH = 7;

type NodeKind = 'input' | 'neuron' | 'output';

export interface GraphNode {
  readonly kind: NodeKind;
  /** Of the feature or of the neuron. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface GraphEdge {
  readonly feature: number;
  readonly neuron: number;
  /** Into the neuron, or out of it. */
  readonly reads: boolean;
  readonly weight: number;
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** px. */
  readonly thickness: number;
}

export interface NetworkGraphLayout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly nodes: readonly GraphNode[];
  /** From the weakest to the strongest, so that the strong ones lie on top. */
  readonly edges: readonly GraphEdge[];
}

/**
 * @param view n ≤ 6 features and m ≤ 12 neurons can be followed with the eye; more are drawn, too densely to read
 * @param width px, 260 and up
 */
export function networkGraphLayout({ n, m, W, W2 }: NeuronView, width: number): NetworkGraphLayout {
  const pitch = m >= NODE.many ? NODE.manyPitch : NODE.pitch;
  const tall = Math.max(n, m) * pitch;
  const right = Math.min(width, MOST_WIDTH);
  // Fewer nodes stand further apart: in a network of pairs of neurons each feature stands beside its own pair.
  const column = (kind: NodeKind, count: number, x: number): GraphNode[] => {
    const step = Math.min(NODE.mostPitch, tall / count);
    const first = MARGIN.top + (tall - (count - 1) * step) / 2;
    return Array.from({ length: count }, (_, index) => ({ kind, index, x, y: first + index * step }));
  };
  const inputs = column('input', n, SIDE);
  const neurons = column('neuron', m, right / 2);
  const outputs = column('output', n, right - SIDE);
  const edges = inputs.flatMap((_, feature) =>
    neurons.flatMap((node, neuron) => {
      const at = feature * m + neuron;
      const ends = [
        { reads: true, weight: W[at], from: inputs[feature], to: node },
        { reads: false, weight: (W2 ?? W)[at], from: node, to: outputs[feature] },
      ];
      return ends
        .filter(({ weight }) => Math.abs(weight) >= LEAST_EDGE)
        .map((end) => ({ feature, neuron, ...end, thickness: thicknessOf(end.weight) }));
    }),
  );
  return {
    width,
    height: MARGIN.top + tall + MARGIN.bottom,
    radius: NODE.radius,
    nodes: [...inputs, ...neurons, ...outputs],
    edges: edges.sort((a, b) => Math.abs(a.weight) - Math.abs(b.weight)),
  };
}

/** px of a line that carries `value`. */
export const thicknessOf = (value: number): number =>
  Math.min(THICKNESS.most, Math.max(THICKNESS.least, THICKNESS.unit * Math.abs(value)));

/** The node at a point, else the line nearest to it within reach; null for neither. */
export function graphAt(
  { nodes, edges, radius }: NetworkGraphLayout,
  x: number,
  y: number,
): { feature: number | null; neuron: number | null } | null {
  const node = nodes.find((each) => Math.hypot(x - each.x, y - each.y) <= radius + 3);
  if (node)
    return node.kind === 'neuron' ? { feature: null, neuron: node.index } : { feature: node.index, neuron: null };
  let nearest: GraphEdge | null = null;
  let least = REACH;
  for (const edge of edges) {
    const distance = distanceTo(edge, x, y);
    if (distance <= least) [nearest, least] = [edge, distance];
  }
  return nearest && { feature: nearest.feature, neuron: nearest.neuron };
}

function distanceTo({ from, to }: GraphEdge, x: number, y: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const t = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
