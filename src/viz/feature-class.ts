/**
 * The three ways a model can treat a feature: not represented (‖W_i‖ < PARTLY), dedicated (superposition < DEDICATED),
 * in superposition. The phase diagrams divide otherwise (superposition ≥ .5 is in superposition): their classes come
 * with their figure (models/theory/phase.ts).
 */
import { PARTLY } from '../models/geometry/order.ts';
import { DEDICATED, type FeatureMetrics } from '../models/metrics.ts';

export type FeatureClass = 'not represented' | 'dedicated' | 'in superposition';

export function featureClass({ norms, superposition }: FeatureMetrics, i: number): FeatureClass {
  if (norms[i] < PARTLY) return 'not represented';
  return superposition[i] < DEDICATED ? 'dedicated' : 'in superposition';
}

/** The reader's word and glyph for each class; the glyph always goes with the colour. */
export const CLASS_WORDS: Readonly<Record<FeatureClass, { readonly word: string; readonly glyph: string }>> = {
  'not represented': { word: 'left out', glyph: '○' },
  dedicated: { word: 'alone', glyph: '●' },
  'in superposition': { word: 'shared', glyph: '◐' },
};
