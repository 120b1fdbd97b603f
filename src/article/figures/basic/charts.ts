/** The curves under the strip: what is measured of each density's model, and of the one that is looked at. */
import { dimensionsPerFeature } from '../../../models/metrics.ts';
import type { DensityChart, DensityPoint } from '../../../viz/density-curves-layout.ts';
import { formatLoss } from '../../../viz/format.ts';
import type { ModelView } from '../../../viz/model-view.ts';
import { readNothingOf, viewOf } from './models.ts';
import type { Group } from '../starts/groups.ts';
import { percent } from '../../prose/percent.ts';

/** Rounding of the top of the axis of counts. */
const NICE = 5;

interface Looked {
  readonly group: Group;
  readonly view: ModelView;
  readonly loss: number;
}

interface Measure {
  readonly name: string;
  readonly mark: 'main' | 'alone';
  readonly of: (looked: Looked) => number;
}

const kept: Measure = { name: 'kept', mark: 'main', of: ({ view }) => view.metrics.represented };
const alone: Measure = { name: 'alone', mark: 'alone', of: ({ view }) => view.metrics.dedicated };
const dimensions: Measure = { name: '', mark: 'main', of: ({ view }) => dimensionsPerFeature(view.W, view.m) };
const share: Measure = { name: '', mark: 'main', of: ({ group, loss }) => loss / readNothingOf(group) };
const loss: Measure = { name: '', mark: 'main', of: (looked) => looked.loss };

const best = (group: Group): Looked => ({ group, view: viewOf(group, group.starts[0]), loss: group.starts[0].loss });

/** @param groups the linear model, if it is there, gives the dotted lines; the others are the curves' points */
export function chartsOf(groups: readonly Group[], looked: Looked): DensityChart[] {
  const linear = groups.find(({ density }) => density === null);
  const curve = groups.filter(({ density }) => density !== null).map(best);
  const series = (...measures: Measure[]): DensityChart['series'] =>
    measures.map((measure) => ({
      name: measure.name,
      mark: measure.mark,
      points: curve.map((each): DensityPoint => ({ density: each.group.density ?? 1, value: measure.of(each) })),
      now: measure.of(looked),
    }));
  const reference = (measure: Measure, text: (value: number) => string): Pick<DensityChart, 'reference'> => {
    if (!linear) return {};
    const value = measure.of(best(linear));
    return { reference: { value, name: `linear ${text(value)}` } };
  };
  const most = Math.max(NICE, ...[...curve, looked].map(kept.of));
  const worst = Math.max(...[...curve, looked, ...(linear ? [best(linear)] : [])].map(share.of));
  return [
    {
      key: 'counts',
      series: series(kept, alone),
      scale: { kind: 'linear', top: Math.ceil(most / NICE) * NICE },
      format: String,
      ...reference(kept, String),
    },
    {
      key: 'dimensions',
      series: series(dimensions),
      scale: { kind: 'linear', top: 1 },
      format: (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2)),
    },
    {
      key: 'share',
      series: series(share),
      // Whole tenths, so that the axis stands still while a model trains.
      scale: { kind: 'linear', top: Math.min(1, Math.max(0.1, Math.ceil(worst * 10 - 1e-6) / 10)) },
      format: (value) => (value === 0 ? '0' : percent(value)),
      ...reference(share, percent),
    },
    { key: 'loss', series: series(loss), scale: { kind: 'log' }, format: formatLoss, tick: String },
  ];
}
