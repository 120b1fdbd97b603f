/** What `hide=` may take away from a figure, as the link panel offers it. */
import type { FigureId } from '../../models/parameters/figures.ts';

interface ControlName {
  /** As a link names it. */
  readonly name: string;
  /** As the reader calls it. */
  readonly label: string;
}

const LABELS = {
  play: 'run',
  seed: 'seed',
  presets: 'named settings',
  S: 'slider',
  ratio: 'slider',
  edit: 'editing by hand',
  compare: 'comparison',
  angle: 'angle',
  axis: 'axis of steps',
  link: 'link',
  download: 'download',
  details: 'details',
} as const;

/** Besides what every figure has: run, seed and the three panels. */
const OWN: Readonly<Record<FigureId, readonly (keyof typeof LABELS)[]>> = {
  hero: ['S', 'edit', 'compare'],
  basic: ['presets', 'S'],
  phase: ['presets'],
  hidden: ['S', 'angle'],
  absolute: ['presets', 'S'],
  uniform: ['presets'],
  perturbed: ['ratio'],
  correlated: ['presets', 'S'],
  dynamics: ['presets', 'S', 'axis'],
};

export const controlsOf = (figure: FigureId): ControlName[] =>
  (['play', 'seed', ...OWN[figure], 'link', 'download', 'details'] as const).map((name) => ({
    name,
    label: LABELS[name],
  }));
