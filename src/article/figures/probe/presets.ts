/** What the probe is set to at a click: a network and what is present in its input. */
import { PARTLY } from '../../../models/geometry/order.ts';
import { THREE_UNIVERSITIES } from '../../../models/three-universities.ts';
import type { ModelView } from '../../../viz/model-view.ts';

export type PresetKey = 'alone' | 'pair' | 'neighbours' | 'universities' | 'figure' | 'standing';

export const PRESETS: readonly { readonly value: PresetKey; readonly label: string }[] = [
  { value: 'alone', label: 'one feature alone' },
  { value: 'pair', label: 'an opposite pair at once' },
  { value: 'neighbours', label: 'neighbours in the pentagon' },
  { value: 'universities', label: 'the three universities' },
  { value: 'figure', label: 'the network of Figure 1' },
];

/** Offered while Figure 1 shows a model set by hand. */
export const STANDING: (typeof PRESETS)[number] = { value: 'standing', label: 'the network of Figure 1 as it stands' };

/** How strong what is switched on is. */
export const STRENGTH = 0.9;

/** The input that a preset begins with, [n]. */
export function inputOf(preset: PresetKey, view: ModelView): readonly number[] {
  if (preset === 'universities') return THREE_UNIVERSITIES.input;
  const [first, second] = mostOpposed(view);
  if (preset === 'alone') return withOn(view, [first]);
  return withOn(view, preset === 'neighbours' ? nearest(view) : [first, second]);
}

const withOn = ({ n }: ModelView, on: readonly number[]): number[] =>
  Array.from({ length: n }, (_, i) => (on.includes(i) ? STRENGTH : 0));

/** The two kept features whose directions are farthest apart; of a model that keeps one, it alone. */
function mostOpposed(view: ModelView): readonly number[] {
  return extreme(view, (overlap, best) => overlap < best);
}

/** The two kept features that disturb each other most in the same direction. */
function nearest(view: ModelView): readonly number[] {
  return extreme(view, (overlap, best) => overlap > best);
}

/** Overlaps closer than this are alike – all neighbours of a pentagon are: the more important features are taken. */
const ALIKE = 0.15;

function extreme({ n, metrics }: ModelView, better: (overlap: number, best: number) => boolean): readonly number[] {
  const kept = Array.from({ length: n }, (_, i) => i).filter((i) => metrics.norms[i] >= PARTLY);
  let found: readonly number[] = kept.slice(0, 1);
  let best: number | null = null;
  for (const i of kept) {
    for (const j of kept.filter((other) => other > i)) {
      const overlap = metrics.gram[i * n + j];
      if (best === null || (better(overlap, best) && Math.abs(overlap - best) > ALIKE)) {
        [found, best] = [[i, j], overlap];
      }
    }
  }
  return found;
}
