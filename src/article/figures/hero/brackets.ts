/** What was found at the dial's stops, neighbours with the same geometry under one bracket. */
import type { DialBracket } from '../../../viz/bracket-layout.ts';
import { positionOf, STEPS_PER_STOP } from '../../../viz/dial-scale.ts';
import type { ShownModel } from './shown.ts';

/** @param shown the model on screen: a bracket is current when it stands next to it and names what it is */
export function bracketsOf(pictures: readonly (ShownModel | null)[], shown: ShownModel): DialBracket[] {
  const here = positionOf(shown.values.S) / STEPS_PER_STOP;
  const brackets: { from: number; to: number; label: string }[] = [];
  pictures.forEach((picture, stop) => {
    if (!picture) return;
    const label = picture.geometry.short;
    const last = brackets[brackets.length - 1];
    if (last && last.label === label && last.to === stop - 1) last.to = stop;
    else brackets.push({ from: stop, to: stop, label });
  });
  return brackets.map((bracket) => ({
    ...bracket,
    short: shortOf(bracket.label),
    current: bracket.label === shown.geometry.short && bracket.from - 1 < here && here < bracket.to + 1,
  }));
}

/** For a bracket of one column: the leading number or the bare name. */
function shortOf(label: string): string {
  return label
    .replace(/^an? /, '')
    .replace(/ at right angles$|, irregular$/, '')
    .replace(/^(\w+) opposite pairs$/, '$1 pairs');
}
