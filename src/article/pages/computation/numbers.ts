/** The numbers of the page's text: from the recorded models, from the figures' own defaults. */
import { densityOf } from '../../../models/parameters/density.ts';
import { figureDefaults } from '../../../models/parameters/figures.ts';
import recordedAbsolute from '../../figures/absolute/still.json' with { type: 'json' };
import type { AbsoluteRecord } from '../../figures/absolute/still.ts';
import { hiddenParts } from '../../figures/hidden/parts.ts';
import recorded from '../../figures/hidden/still.json' with { type: 'json' };
import { stillParts, type HiddenRecord } from '../../figures/hidden/still.ts';
import { turnedBy } from '../../figures/hidden/turned.ts';
import { shownStill } from '../../figures/neurons/still.ts';
import { positionOf } from '../../../viz/dial-scale.ts';
import { RAREST_S } from '../../figures/hidden/protocol.ts';
import type { NeuronView } from '../../../viz/neuron-view.ts';

const record: HiddenRecord = recorded;
const absoluteRecord: AbsoluteRecord = recordedAbsolute;

export const hiddenValues = figureDefaults('hidden');
export const hiddenStill = { model: record.model, linear: record.linear };

const [own, linear] = stillParts(hiddenStill);
/** The figure's two models as they are trained, and turned by some degrees. */
export const ownTurned = (degrees: number) => turnedBy(own, degrees);
export const linearTurned = (degrees: number) => turnedBy(linear, degrees);

/** The best model of one of the paper's densities. */
export interface Regime {
  readonly S: number;
  readonly density: number;
  readonly view: NeuronView;
}

export const regimes: readonly Regime[] = record.regimes.map((start) => {
  const [part] = hiddenParts({ ...hiddenValues, S: start.S });
  return { S: start.S, density: densityOf(start.S), view: turnedBy(shownStill(part, [start]), 0).trained };
});

/** @throws RangeError where no model of that sparsity is recorded */
export function regimeAt(S: number): Regime {
  const found = regimes.find((each) => each.S === S);
  if (!found) throw new RangeError(`No model of sparsity ${S} is recorded: run \`npm run stills\`.`);
  return found;
}

/** Weight from which a feature switches a neuron on. */
const ON = 0.5;

/** Neurons that feature i switches on, ascending. */
export const switchedOn = ({ W, m }: NeuronView, i: number): number[] =>
  Array.from({ length: m }, (_, k) => k).filter((k) => W[i * m + k] >= ON);

/** Whether every feature has a pair of neurons that no other has (E18). */
export function allHavePairs(view: NeuronView): boolean {
  const pairs = Array.from({ length: view.n }, (_, i) => switchedOn(view, i));
  return pairs.every((pair) => pair.length === 2) && new Set(pairs.map(String)).size === view.n;
}

/**
 * The binary code of two polysemantic neurons (E18): who switches both on, who the first alone, who the second alone,
 * counted from 0.
 * @throws RangeError where the recorded model has no such code
 */
export function binaryCode(view: NeuronView): readonly [both: number, first: number, second: number] {
  const [a, b] = Array.from({ length: view.m }, (_, k) => k).filter((k) => view.kinds[k] === 'polysemantic');
  const who = (wanted: readonly number[]): number =>
    Array.from({ length: view.n }, (_, i) => i).findIndex((i) => String(switchedOn(view, i)) === String(wanted));
  const code = [who([a, b]), who([a]), who([b])] as const;
  if (code.includes(-1))
    throw new RangeError('The recorded model has no binary code: look at it, and rewrite the text.');
  return code;
}

/** Where on the figure's slider a sparsity stands, 0 … 1: the knob under a word that sets it. */
export const sliderAt = (S: number): number => Math.min(1, positionOf(S) / positionOf(RAREST_S));

export const absoluteValues = figureDefaults('absolute');
export const absoluteStill = { models: absoluteRecord.models };

/** What the networks of the paper's sweep compute, from dense data to rare. */
export const sweep = absoluteRecord.sweep;

/** @throws RangeError where the sweep has no such density */
export function sweepAt(density: number): (typeof sweep)[number] {
  const found = sweep.find((each) => each.density === density);
  if (!found) throw new RangeError(`No network of density ${density} is recorded: run \`npm run stills\`.`);
  return found;
}
