/** The moments of a run that have a name, found in its recording. */
import { nameGeometry } from '../geometry/name.ts';
import type { GeometryKind } from '../geometry/title.ts';
import { gram } from '../metrics.ts';
import { lossDrops } from './loss-drops.ts';
import { weightsOf, type Recording } from './recording.ts';
import { runSeries, type RunSeries } from './series.ts';
import { settledChanges } from './settled.ts';

/** ‖W_i‖ that a feature crosses when it arrives or leaves: half of a represented one's. */
export const HALF_LENGTH = 0.5;
/** Ŵ_i · Ŵ_j below which two features form an opposite pair, less than 26° off, and up to which they remain one. */
export const FORMED = -0.9;
const KEPT = -0.75;
/** Share of the run's frames for which a pair must last: among features that share a figure many face each other in passing. */
const LASTING = 0.1;

export type Moment =
  | { readonly kind: 'arrives' | 'leaves'; readonly step: number; readonly features: readonly [number] }
  | { readonly kind: 'pairs' | 'parts'; readonly step: number; readonly features: readonly [number, number] }
  /** The represented features settle into a figure of this name. */
  | { readonly kind: 'shape'; readonly step: number; readonly features: readonly number[]; readonly name: string }
  /** The loss falls by this share of what it was, after it had stood nearly still. */
  | { readonly kind: 'loss'; readonly step: number; readonly features: readonly []; readonly share: number };

/** Figures that are worth a name of their own; pairs and single features have their moments already. */
const FIGURES: readonly GeometryKind[] = ['triangle', 'pentagon', 'hexagon', 'heptagon', 'octagon', 'tetrahedron'];

/** @returns in ascending order of step */
export function momentsOf(recording: Recording, series: RunSeries = runSeries(recording)): Moment[] {
  const found = [
    ...lengthMoments(series),
    ...pairMoments(recording, series),
    ...shapeMoments(recording),
    ...lossDrops(series).map(({ frame, share }): Moment => {
      return { kind: 'loss', step: series.steps[frame], features: [], share };
    }),
  ];
  return found.sort((a, b) => a.step - b.step);
}

/** A feature is there from the frame on in which it has half its length, if it keeps it. */
function lengthMoments({ norms, steps }: RunSeries): Moment[] {
  return norms.flatMap((lengths, i) =>
    settledChanges(steps.length, (k) => lengths[k] >= HALF_LENGTH)
      .filter(({ frame, from, to }) => from !== undefined || (to && frame > 0))
      .map(({ frame, to }): Moment => ({ kind: to ? 'arrives' : 'leaves', step: steps[frame], features: [i] })),
  );
}

/** Two features form a pair when they face each other and nothing else does; it lasts while they keep to that. */
function pairMoments(recording: Recording, { norms, steps }: RunSeries): Moment[] {
  const { n, m, frames } = recording;
  const partners = frames.map((frame, k) => {
    const G = gram(weightsOf(recording, frame), n, m);
    const lengths = norms.map((row) => row[k]);
    return { formed: onlyPartners(G, lengths, FORMED), kept: onlyPartners(G, lengths, KEPT) };
  });
  const moments: Moment[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      let paired = false;
      const states = partners.map(({ formed, kept }) => (paired = (paired ? kept : formed)[i] === j));
      for (const { frame, from, to } of settledChanges(steps.length, (k) => states[k], LASTING))
        if (to || from) moments.push({ kind: to ? 'pairs' : 'parts', step: steps[frame], features: [i, j] });
    }
  return moments;
}

/** Of each feature the one that it faces, if it is the only one and faces no other itself; −1 otherwise. */
function onlyPartners(G: Float64Array, lengths: readonly number[], opposite: number): number[] {
  const n = lengths.length;
  const facing = lengths.map((length, i) =>
    lengths.flatMap((other, j) => {
      const there = length >= HALF_LENGTH && other >= HALF_LENGTH;
      return there && i !== j && G[i * n + j] < opposite * length * other ? [j] : [];
    }),
  );
  return facing.map((found) => (found.length === 1 && facing[found[0]].length === 1 ? found[0] : -1));
}

function shapeMoments(recording: Recording): Moment[] {
  const { n, m, frames } = recording;
  const geometries = frames.map((frame) => nameGeometry(weightsOf(recording, frame), n, m));
  // What has no name of its own is the state between two figures, so that a figure found again is a moment again.
  return settledChanges(frames.length, (k) => (FIGURES.includes(geometries[k].kind) ? geometries[k].name : ''))
    .filter(({ to }) => to !== '')
    .map(({ frame, to }) => ({
      kind: 'shape',
      step: frames[frame].step,
      features: geometries[frame].represented,
      name: to,
    }));
}
