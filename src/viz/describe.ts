/** What can be said of a model, as numbers: the sentences are composed where the article is written. */
import { featureClass, CLASS_WORDS, type FeatureClass } from './feature-class.ts';
import { formatPlain } from './format.ts';
import type { ModelView } from './model-view.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

export interface ModelSummary {
  readonly n: number;
  readonly m: number;
  /** Features with ‖W_i‖ ≥ .9, and those of them with superposition < .1. */
  readonly represented: number;
  readonly dedicated: number;
  /** Indices by class, in order of importance. */
  readonly byClass: Readonly<Record<FeatureClass, readonly number[]>>;
  /** Over the features that are not left out; null when all are. */
  readonly length: Range | null;
  readonly superposition: Range | null;
  readonly dimensionality: Range | null;
  /** Degrees between neighbouring arrows around the circle (m = 2, at least two features not left out). */
  readonly neighbourAngles: Range | null;
  /** The largest overlap of two different features by size, with its sign; null for n = 1. */
  readonly strongest: { readonly i: number; readonly j: number; readonly value: number } | null;
}

export function summarize(view: ModelView): ModelSummary {
  const { n, m, metrics } = view;
  const byClass: Record<FeatureClass, number[]> = { 'not represented': [], dedicated: [], 'in superposition': [] };
  for (let i = 0; i < n; i++) byClass[featureClass(metrics, i)].push(i);
  const kept = [...byClass.dedicated, ...byClass['in superposition']].sort((a, b) => a - b);
  const over = (values: ArrayLike<number>): Range | null => rangeOf(kept.map((i) => values[i]));
  return {
    n,
    m,
    represented: metrics.represented,
    dedicated: metrics.dedicated,
    byClass,
    length: over(metrics.norms),
    superposition: over(metrics.superposition),
    dimensionality: over(metrics.dimensionality),
    neighbourAngles: m === 2 && kept.length >= 2 ? rangeOf(gaps(view, kept)) : null,
    strongest: strongestOverlap(view),
  };
}

function rangeOf(values: readonly number[]): Range | null {
  return values.length === 0 ? null : { least: Math.min(...values), most: Math.max(...values) };
}

/** Angles between neighbours; of two features the one angle they enclose, of more the whole way round. */
function gaps({ W }: ModelView, kept: readonly number[]): number[] {
  const angles = kept.map((i) => (Math.atan2(W[2 * i + 1], W[2 * i]) * 180) / Math.PI).sort((a, b) => a - b);
  const turns = angles.map((angle, k) => (k + 1 < angles.length ? angles[k + 1] : angles[0] + 360) - angle);
  return kept.length === 2 ? [Math.min(...turns)] : turns;
}

function strongestOverlap({ n, metrics: { gram } }: ModelView): ModelSummary['strongest'] {
  let strongest: { i: number; j: number; value: number } | null = null;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = gram[i * n + j];
      if (!strongest || Math.abs(value) > Math.abs(strongest.value)) strongest = { i, j, value };
    }
  }
  return strongest;
}

/** One row of the table in words, for a screen reader: every number of the row, and what it means. */
export function featureSentence({ importance, b, metrics }: ModelView, i: number): string {
  const { word } = CLASS_WORDS[featureClass(metrics, i)];
  return (
    `Feature ${i + 1}, importance ${formatPlain(importance[i])}: ${word}. Length ${formatPlain(metrics.norms[i])}, ` +
    `superposition ${formatPlain(metrics.superposition[i])}, ${formatPlain(metrics.dimensionality[i])} of a dimension, ` +
    `bias ${formatPlain(b[i])}.`
  );
}
