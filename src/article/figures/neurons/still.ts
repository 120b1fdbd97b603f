/** Recorded models as a figure shows them before any script runs. */
import { groupsOf, startKey, type Start } from '../starts/groups.ts';
import type { PartExperiment, Shown, StartsFigureId } from './starts-figure.svelte.ts';

/** A best start; a few digits of each number, enough to draw. */
export interface StillStart {
  readonly start: number;
  readonly loss: number;
  /** [P]. */
  readonly theta: readonly number[];
}

/** @param starts one for each density of the part, in its order */
export function shownStill<F extends StartsFigureId>(part: PartExperiment<F>, starts: readonly StillStart[]): Shown<F> {
  const { problem, recipe } = part;
  const firsts = problem.models.filter(({ start }) => start === 0);
  const recorded = firsts.map((settings, k): [string, Start] => {
    const { start, loss, theta } = starts[k];
    return [startKey(settings), { start, loss, theta: Float32Array.from(theta) }];
  });
  return { ...part, groups: groupsOf(firsts, new Map(recorded)), step: recipe.steps };
}
