/** The starts of one model (the linear one, or that of a density), ranked, and its place in a figure. */
import { EVALUATION_COUNT } from '../../../models/evaluation/counts.ts';
import type { ModelSettings } from '../../../models/problem.ts';
import type { Moments, Origin } from '../../../models/report.ts';

/** One random start. */
export interface Start {
  readonly start: number;
  readonly loss: number;
  /**
   * Non-empty samples that `loss` is on, while they are fewer than in the evaluation set of every published number;
   * absent once it is on those, or where it is the closed form's.
   */
  readonly samples?: number;
  /** [P]. */
  readonly theta: Float32Array;
  /** Steps that it has taken; all of the recipe's when absent. */
  readonly step?: number;
  /** The seed's weights when absent. */
  readonly origin?: Origin;
  /** Adam's, of a finished one. */
  readonly moments?: Moments;
}

/** The starts of one model, the best first; at least one. */
export interface Group {
  readonly key: string;
  /** 1 − S, or null for the linear model, which is the same at every density. */
  readonly density: number | null;
  readonly settings: ModelSettings;
  readonly starts: readonly Start[];
}

export const LINEAR = 'linear';

/** The linear model is the one whose stream is 0. */
export const keyOf = ({ model, density }: ModelSettings): string => (model === 0 ? LINEAR : String(density[0]));
export const startKey = (settings: ModelSettings): string => `${keyOf(settings)}:${settings.start}`;

/** Groups of models in the order of first appearance, each with the starts that are there already. */
export function groupsOf(models: readonly ModelSettings[], trained: ReadonlyMap<string, Start>): Group[] {
  const keys = [...new Set(models.map(keyOf))];
  return keys.flatMap((key) => {
    const settings = models.filter((each) => keyOf(each) === key);
    const starts = settings.flatMap((each) => trained.get(startKey(each)) ?? []);
    if (starts.length === 0) return [];
    const density = key === LINEAR ? null : settings[0].density[0];
    return [{ key, density, settings: settings[0], starts: rank(starts) }];
  });
}

/** Non-empty samples behind a loss. */
const samplesOf = ({ samples = EVALUATION_COUNT }: Start): number => samples;

/** Of the losses of these starts, the fewest. */
export const leastSamples = (starts: readonly Start[]): number => Math.min(...starts.map(samplesOf));

/**
 * The lowest loss first, as in every report; losses on different sets do not compare, and what is measured on more
 * samples comes first.
 */
const rank = (starts: readonly Start[]): readonly Start[] =>
  [...starts].sort((a, b) => samplesOf(b) - samplesOf(a) || a.loss - b.loss || a.start - b.start);

/** Rank of a start among those that are there; the best one's where none is meant, or it is not there yet. */
export const rankOf = (starts: readonly { readonly start: number | null }[], start: number | null): number =>
  Math.max(
    0,
    starts.findIndex((each) => each.start === start),
  );

/** A group of the densities nearest to one, on the axis of the figure; the linear model is never near. */
export function nearestGroup(groups: readonly Group[], density: number): Group | null {
  let nearest: Group | null = null;
  let least = Infinity;
  for (const group of groups) {
    const distance = group.density === null ? Infinity : Math.abs(Math.log(group.density / density));
    if (distance < least) [nearest, least] = [group, distance];
  }
  return nearest;
}
