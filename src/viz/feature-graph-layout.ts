/** The shapes of a model laid out apart in a box: solids and polygons first, then pairs, then those alone, a row a kind. */
import { rowKind, type GraphShape } from './feature-graph.ts';

export interface PlacedShape {
  /** Position in the graph's list. */
  readonly index: number;
  /** Middle and half extents, px. */
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly nodes: readonly { readonly feature: number; readonly x: number; readonly y: number }[];
  readonly edges: readonly EdgePath[];
}

/** Edges of one shape, sign and strength. */
interface EdgePath {
  readonly negative: boolean;
  /** 0 … 1. */
  readonly opacity: number;
  readonly path: string;
}

export interface FeatureGraphLayout {
  readonly width: number;
  readonly height: number;
  /** What the shapes take of it. */
  readonly used: number;
  /** px. */
  readonly nodeRadius: number;
  readonly shapes: readonly PlacedShape[];
}

/** At scale 1, px: look.md, "Fractions". */
const NODE = 2.4;
const PAIR = { half: 12, pitch: 15 };
const SINGLE_PITCH = 17;
/** A shape of k features has this radius: its nodes keep their distance from each other. */
const radiusOf = (k: number): number => 17 + 9 * Math.sqrt(Math.max(0, k - 3) / 2);
const GAP = 13;
const ROW_GAP = 11;
/** Room for the nodes' own radius at the border. */
const EDGE_ROOM = 4;
/** Strengths of edges that are told apart. */
const LEVELS = 6;
/** More edges than these cover each other: each is drawn fainter. */
const CROWD = 60;
/** From one try to the next smaller one. */
const SHRINK = 0.93;

/**
 * As large as fits into the box.
 * @param shapes in the graph's order
 * @param most the largest scale; 1 is the size of the small panels
 */
export function featureGraphLayout(
  shapes: readonly GraphShape[],
  { width, height, most = 1 }: { width: number; height: number; most?: number },
): FeatureGraphLayout {
  const room = { width: width - 2 * EDGE_ROOM, height: height - 2 * EDGE_ROOM };
  let scale = most;
  let rows = rowsOf(shapes, scale, room.width);
  // Extents go to 0 with the scale: smaller and smaller, it fits at last.
  while (!fits(rows, scale, room)) {
    scale *= SHRINK;
    rows = rowsOf(shapes, scale, room.width);
  }
  const placed: PlacedShape[] = [];
  let top = EDGE_ROOM;
  for (const row of rows) {
    const half = halfHeightOf(row);
    for (const item of row) placed.push(place(shapes[item.index], item, EDGE_ROOM + item.x, top + half));
    top += 2 * half + ROW_GAP * scale;
  }
  const nodeRadius = Math.max(1.2, Math.min(3.4, NODE * Math.sqrt(scale)));
  const used = rows.length === 0 ? height : top - ROW_GAP * scale + EDGE_ROOM;
  return { width, height, used, nodeRadius, shapes: placed };
}

/** One shape in its row. */
interface Item {
  readonly index: number;
  /** Its middle from the left. */
  readonly x: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

function extentOf(shape: GraphShape, scale: number): { halfWidth: number; halfHeight: number; gap: number } {
  switch (rowKind(shape)) {
    case 'single':
      return { halfWidth: 0, halfHeight: 0, gap: SINGLE_PITCH * scale };
    case 'pair':
      return { halfWidth: 0, halfHeight: PAIR.half * scale, gap: PAIR.pitch * scale };
    case 'large': {
      const radius = radiusOf(shape.members.length) * scale;
      return { halfWidth: radius, halfHeight: radius, gap: GAP * scale };
    }
  }
}

/** Every kind begins a row of its own. */
function rowsOf(shapes: readonly GraphShape[], scale: number, width: number): Item[][] {
  const rows: Item[][] = [];
  let kind: string | undefined;
  let left = 0;
  for (const [index, shape] of shapes.entries()) {
    const { halfWidth, halfHeight, gap } = extentOf(shape, scale);
    if (rowKind(shape) !== kind || left + 2 * halfWidth > width) {
      rows.push([]);
      left = 0;
    }
    rows[rows.length - 1].push({ index, x: left + halfWidth, halfWidth, halfHeight });
    left += 2 * halfWidth + gap;
    kind = rowKind(shape);
  }
  return rows;
}

const halfHeightOf = (row: readonly Item[]): number => Math.max(...row.map(({ halfHeight }) => halfHeight));

function fits(rows: readonly Item[][], scale: number, room: { width: number; height: number }): boolean {
  const height = rows.reduce((sum, row) => sum + 2 * halfHeightOf(row), 0) + ROW_GAP * scale * (rows.length - 1);
  return height <= room.height && rows.flat().every(({ x, halfWidth }) => x + halfWidth <= room.width);
}

function place(shape: GraphShape, { index, halfWidth, halfHeight }: Item, x: number, y: number): PlacedShape {
  const pair = rowKind(shape) === 'pair';
  const nodes = shape.members.map((feature, k) => {
    // A pair stands upright however its line lies in space.
    const [across, up] = pair ? [0, k === 0 ? 1 : -1] : shape.places[k];
    return { feature, x: round(x + across * halfWidth), y: round(y - up * halfHeight) };
  });
  return { index, x, y, halfWidth, halfHeight, nodes, edges: edgePaths(shape, nodes) };
}

/** Edges of one sign and about one strength are one path. */
function edgePaths({ edges }: GraphShape, nodes: readonly { readonly x: number; readonly y: number }[]): EdgePath[] {
  const paths = new Map<number, string>();
  for (const { ends, dot } of edges) {
    const [from, to] = [nodes[ends[0]], nodes[ends[1]]];
    const level = Math.min(LEVELS, Math.ceil(Math.abs(dot) * LEVELS)) * Math.sign(dot);
    paths.set(level, `${paths.get(level) ?? ''}M${from.x},${from.y}L${to.x},${to.y}`);
  }
  // The strongest last, on top.
  const fade = Math.min(1, Math.sqrt(CROWD / edges.length));
  return [...paths]
    .sort(([a], [b]) => Math.abs(a) - Math.abs(b))
    .map(([level, path]) => ({
      negative: level < 0,
      opacity: fade * (0.25 + (0.75 * Math.abs(level)) / LEVELS),
      path,
    }));
}

const round = (value: number): number => Math.round(value * 10) / 10;
