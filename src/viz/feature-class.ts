/** The three ways a model can treat a feature, as in the phase diagrams. */
import type { FeatureMetrics } from '../models/metrics.ts';

export type FeatureClass = 'not represented' | 'dedicated' | 'in superposition';

/** ‖W_i‖ below which a feature counts as not represented. */
const REPRESENTED_CLASS = 0.5;
/** Superposition from which a represented feature counts as in superposition. */
const SUPERPOSED_CLASS = 0.5;

export function featureClass({ norms, superposition }: FeatureMetrics, i: number): FeatureClass {
  if (norms[i] < REPRESENTED_CLASS) return 'not represented';
  return superposition[i] < SUPERPOSED_CLASS ? 'dedicated' : 'in superposition';
}

/** The reader's word and glyph for each class; the glyph always goes with the colour. */
export const CLASS_WORDS: Readonly<Record<FeatureClass, { readonly word: string; readonly glyph: string }>> = {
  'not represented': { word: 'left out', glyph: '○' },
  dedicated: { word: 'alone', glyph: '●' },
  'in superposition': { word: 'shared', glyph: '◐' },
};
