/** What is taken out of n directions at right angles, and what then is left of them. */
import { nameGeometry, type Geometry } from '../../../models/geometry/name.ts';
import { orthogonalTo, unitRows } from '../../../models/geometry/orthogonal-to.ts';
import { gram } from '../../../models/metrics.ts';
import { modelView, type ModelView } from '../../../viz/model-view.ts';
import { formatPlain, formatShort } from '../../../viz/format.ts';
import { geometryWords } from '../../prose/geometry-words.ts';
import { numberWord } from '../../prose/number-words.ts';

/** Vectors of n entries −1, 0 or 1. */
export type Removed = readonly (readonly number[])[];

/** Features to begin with: more would make shapes that no picture shows. */
export const COUNTS = [3, 4, 5] as const;

/** By the name of what is left. */
export const PRESETS: Readonly<Record<string, Removed>> = {
  triangle: [[1, 1, 1]],
  square: [[1, 0, 1, 0], [0, 1, 0, 1]], // prettier-ignore
  tetrahedron: [[1, 1, 1, 1]],
  'triangular bipyramid': [[1, 1, 1, 0, 0], [0, 0, 0, 1, 1]], // prettier-ignore
  '4-simplex': [[1, 1, 1, 1, 1]],
};

/** The preset that these are; "" for none. */
export const presetOf = (removed: Removed): string =>
  Object.keys(PRESETS).find((name) => String(PRESETS[name]) === String(removed)) ?? '';

/** 0, 1, −1 and again. */
export const nextEntry = (entry: number): number => (entry === 1 ? -1 : entry + 1);

/** What a key sets an entry to; undefined where it sets none. */
export const typedEntry = (key: string): number | undefined => ({ 0: 0, 1: 1, '-': -1, '−': -1 })[key];

/**
 * One more, of those that take something out that is not out yet. The first to be tried parts the features into two
 * halves: with the sum of all gone, both of them are simplices.
 */
export function withOneMore(removed: Removed): Removed {
  const n = removed[0].length;
  const { d } = orthogonalTo(removed, n);
  const halves = Array.from({ length: n }, (_, k) => (k < n / 2 ? 1 : -1));
  const alternating = halves.map((_, k) => (k % 2 === 0 ? 1 : -1));
  const single = halves.map((_, at) => halves.map((__, k) => (k === at ? 1 : 0)));
  const next = [halves, alternating, ...single].find((vector) => orthogonalTo([...removed, vector], n).d < d);
  return next ? [...removed, next] : removed;
}

/** Those that take out what the ones before them leave, and those that take nothing more out. */
function sorted(removed: Removed, n: number): { readonly taken: Removed; readonly idle: Removed } {
  const left = (count: number): number => orthogonalTo(removed.slice(0, count), n).d;
  const takes = removed.map((_, k) => left(k + 1) < left(k));
  return { taken: removed.filter((_, k) => takes[k]), idle: removed.filter((_, k) => !takes[k]) };
}

export interface Left {
  readonly view: ModelView;
  /** The words for it. */
  readonly finding: string;
  readonly after: string;
}

/** @param rescaled whether the features are made as long as 1 */
export function leftOf(removed: Removed, n: number, rescaled: boolean): Left {
  const { W, d } = orthogonalTo(removed, n);
  const unit = unitRows(W, d);
  const view = modelView({
    n,
    m: d,
    W: rescaled ? unit : W,
    b: new Array<number>(n).fill(0),
    importance: new Array<number>(n).fill(1),
  });
  const gone = n - d;
  const space = `in ${numberWord(d)} ${d === 1 ? 'dimension' : 'dimensions'}`;
  if (gone === 0)
    return {
      view,
      finding: 'Nothing is taken out',
      after: `: ${numberWord(n)} features ${space}, all at right angles.`,
    };
  const { taken, idle } = sorted(removed, n);
  const nothing = idle.length === 0 ? '' : ` ${listed(idle)} ${idle.length === 1 ? 'takes' : 'take'} nothing more out.`;
  const geometry = nameGeometry(unit, n, d);
  const { represented: there } = geometry;
  const shape = simplexName(gram(unit, n, d), n) ?? nameOf(geometry);
  // A name that counts its features needs no second count.
  const where = / irregular /.test(shape)
    ? ''
    : /feature/.test(shape)
      ? ` ${space}`
      : `: ${numberWord(there.length)} features ${space}`;
  return {
    view,
    finding: `${listed(taken)} taken out of ${numberWord(n)} directions ${
      d === 0 ? 'leave nothing' : `leave${taken.length === 1 ? 's' : ''} ${shape}`
    }`,
    after: d === 0 ? '.' : `${where}.${originWords(n, there)}${overlaps(view, there)}${nothing}`,
  };
}

const nameOf = (geometry: Geometry): string =>
  geometry.kind === 'irregular' ? geometryWords(geometry) : geometry.name.replace(/, ([^,]*)$/, ' and $1');

/** " Of feature 3 nothing is left: it is at the origin." */
function originWords(n: number, there: readonly number[]): string {
  const gone = Array.from({ length: n }, (_, i) => i).filter((i) => !there.includes(i));
  if (gone.length === 0) return '';
  const names = new Intl.ListFormat('en').format(gone.map((i) => String(i + 1)));
  return gone.length === 1
    ? ` Of feature ${names} nothing is left: it is at the origin.`
    : ` Of features ${names} nothing is left: they are at the origin.`;
}

const vectorText = (vector: readonly number[]): string =>
  `(${vector.map((entry) => formatShort(entry, 0)).join(', ')})`;

const listed = (vectors: Removed): string => new Intl.ListFormat('en').format(vectors.map(vectorText));

/** The simplex of n features, by its overlaps; null for anything else. */
function simplexName(G: Float64Array, n: number): string | null {
  const all = G.every((dot, at) => Math.abs(dot - (at % (n + 1) === 0 ? 1 : -1 / (n - 1))) < 1e-9);
  if (!all) return null;
  return { 2: 'an opposite pair', 3: 'a triangle', 4: 'a tetrahedron' }[n] ?? `a ${n - 1}-simplex`;
}

/** @param there the features of which something is left */
function overlaps({ n, metrics }: ModelView, there: readonly number[]): string {
  if (there.length < 2) return '';
  const off = there.flatMap((i) => there.filter((j) => j !== i).map((j) => metrics.gram[i * n + j]));
  const texts = [
    ...new Set(
      off.sort((a, b) => a - b).map((dot) => (Math.abs(dot) < 1e-9 ? 'not at all' : `by ${formatPlain(dot)}`)),
    ),
  ];
  if (there.length === 2) return ` The two overlap ${texts[0]}.`;
  return texts.length === 1
    ? ` Any two of them overlap ${texts[0]}.`
    : ` Two of them overlap ${new Intl.ListFormat('en', { type: 'disjunction' }).format(texts)}.`;
}
