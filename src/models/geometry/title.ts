/** From the parts of a geometry to its names. */
import type { Part } from './parts.ts';

export type GeometryKind =
  | 'nothing'
  | 'single'
  /** Two or more features, all at right angles. */
  | 'orthogonal'
  | 'digon'
  /** One opposite pair and one feature at right angles to it. */
  | 'digon-and-one'
  /** Two or more opposite pairs at right angles; two in two dimensions are a square. */
  | 'digons'
  | 'triangle'
  | 'pentagon'
  | 'hexagon'
  | 'heptagon'
  | 'octagon'
  /** Nine or more corners. */
  | 'polygon'
  | 'tetrahedron'
  /** Any other union of parts at right angles. */
  | 'product'
  /** One group of features that is no regular figure. */
  | 'irregular';

export interface GeometryTitle {
  readonly kind: GeometryKind;
  /** In full, for a sentence: "two opposite pairs at right angles". */
  readonly name: string;
  /** In a few words, for a bracket: "two opposite pairs". */
  readonly short: string;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const number = (k: number): string => NUMBERS[k] ?? String(k);
const features = (k: number): string => `${number(k)} ${k === 1 ? 'feature' : 'features'}`;
const dimensions = (k: number): string => `${number(k)} ${k === 1 ? 'dimension' : 'dimensions'}`;

const POLYGONS: Readonly<Record<number, GeometryKind>> = {
  3: 'triangle',
  5: 'pentagon',
  6: 'hexagon',
  7: 'heptagon',
  8: 'octagon',
};

/**
 * @param parts groups of represented features at right angles to each other
 * @param m hidden dimensions
 */
export function geometryTitle(parts: readonly Part[], m: number): GeometryTitle {
  if (parts.length === 0) return { kind: 'nothing', name: 'no feature represented', short: 'nothing' };
  const pairs = parts.filter(({ shape }) => shape.kind === 'pair').length;
  const singles = parts.filter(({ shape }) => shape.kind === 'single').length;
  if (pairs + singles === parts.length) return pairsAndSingles(pairs, singles);
  return parts.length === 1 ? onePart(parts[0], m) : product(parts, pairs, singles);
}

function pairsAndSingles(pairs: number, singles: number): GeometryTitle {
  const pairWords = pairs === 1 ? 'an opposite pair' : `${number(pairs)} opposite pairs`;
  if (pairs === 0) {
    return singles === 1
      ? { kind: 'single', name: 'one feature alone', short: 'one' }
      : {
          kind: 'orthogonal',
          name: `${features(singles)} at right angles`,
          short: `${number(singles)} at right angles`,
        };
  }
  if (singles === 0) {
    return pairs === 1
      ? { kind: 'digon', name: pairWords, short: pairWords }
      : { kind: 'digons', name: `${pairWords} at right angles`, short: pairWords };
  }
  const name = `${pairWords} and ${number(singles)} alone`;
  // One picture wide there is room for the number only, and the picture shows the rest.
  return pairs === 1 && singles === 1
    ? { kind: 'digon-and-one', name, short: 'three' }
    : { kind: 'product', name, short: name };
}

function onePart(part: Part, m: number): GeometryTitle {
  const { shape, members } = part;
  const k = members.length;
  if (shape.kind === 'irregular') {
    return {
      kind: 'irregular',
      name: `irregular, ${features(k)} in ${dimensions(m)}`,
      short: `${number(k)}, irregular`,
    };
  }
  const name = partName(part);
  if (shape.kind === 'tetrahedron') return { kind: 'tetrahedron', name, short: name };
  return { kind: POLYGONS[k] ?? 'polygon', name, short: name };
}

/** A part of three or more features. */
function partName({ shape, members, dimensions: filled }: Part): string {
  const k = members.length;
  if (shape.kind === 'tetrahedron') return 'a tetrahedron';
  if (shape.kind !== 'polygon') return `${number(k)} in ${dimensions(filled)}`;
  if (k in POLYGONS) return `${k === 8 ? 'an' : 'a'} ${POLYGONS[k]}`;
  return `a regular polygon of ${number(k)}`;
}

/** Three dimensions and more: the parts listed, the largest first. */
function product(parts: readonly Part[], pairs: number, singles: number): GeometryTitle {
  const larger = parts.filter(({ members, shape }) => members.length > 2 || shape.kind === 'irregular');
  const counted = new Map<string, number>();
  for (const part of larger.toSorted((a, b) => b.members.length - a.members.length)) {
    const name = partName(part);
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  const words = [...counted].map(([name, times]) => (times === 1 ? name : `${number(times)} times ${name}`));
  if (pairs > 0) words.push(pairs === 1 ? 'an opposite pair' : `${number(pairs)} opposite pairs`);
  if (singles > 0) words.push(`${number(singles)} alone`);
  const name = words.join(', ');
  return { kind: 'product', name, short: name };
}
