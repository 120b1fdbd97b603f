/** The odd feature's chart as a table of strings, for reading, copying and listening. */
import type { OddCurves } from '../models/theory/odd-curves.ts';
import type { Rows } from './describe-phase.ts';
import { formatLoss, formatPlain } from './format.ts';
import type { OddDot } from './odd-curves-layout.ts';

/** A relative density a row: what both arrangements lose at least, the best trained model, and how many keep how many. */
export function oddRows(curves: OddCurves | null, dots: readonly OddDot[]): Rows {
  const points = new Map(curves?.points.map((point) => [point.ratio, point]));
  const ratios = [...new Set([...points.keys(), ...dots.map(({ ratio }) => ratio)])].sort((a, b) => a - b);
  return {
    head: ['relative density', 'least loss, pentagon', 'least loss, two pairs', 'best trained', 'models that keep'],
    rows: ratios.map((ratio) => {
      const point = points.get(ratio);
      const here = dots.filter((dot) => dot.ratio === ratio);
      return [
        formatPlain(ratio, 3),
        point && point.pentagon !== null ? formatLoss(point.pentagon) : '–',
        point ? formatLoss(point.pairs) : '–',
        here.length > 0 ? formatLoss(Math.min(...here.map(({ loss }) => loss))) : '–',
        keptWords(here),
      ];
    }),
  };
}

/** "5 features: 9, 4 features: 7" */
function keptWords(dots: readonly OddDot[]): string {
  const kept = [...new Set(dots.map((dot) => dot.kept))].sort((a, b) => b - a);
  if (kept.length === 0) return '–';
  return kept.map((k) => `${k} features: ${dots.filter((dot) => dot.kept === k).length}`).join(', ');
}
