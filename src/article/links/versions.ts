/**
 * The frozen defaults of each link version. A link says `v=1` and what differs from these, so these never change: a new
 * default, in figures.ts, makes a new version here. A figure or a parameter that is added later joins the older
 * versions too, with the value that keeps their links meaning what they meant.
 */
import type { FigureId, FigureValues } from '../../models/parameters/figures.ts';

/** The values of every figure. */
export type AllValues = { readonly [F in FigureId]: FigureValues<F> };

export const VERSIONS = {
  1: {
    hero: {
      n: 5,
      m: 2,
      S: 0.9,
      decay: 0.9,
      model: 'relu',
      seed: 7,
      starts: 16,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    },
    basic: {
      n: 20,
      m: 5,
      p: [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001],
      S: 0.9,
      decay: 0.7,
      model: 'relu',
      seed: 7,
      starts: 4,
      steps: 1000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    },
    phase: {
      n: 2,
      m: 1,
      S: 0.87,
      r: 0.42,
      cut: 'density',
      law: 'uniform',
      activation: 'relu',
      cells: 48,
      rmin: 0.1,
      rmax: 10,
      pmin: 0.01,
      seed: 7,
      starts: 8,
      aggregate: 'best',
      gradient: 'exact',
      steps: 300,
      lr: 0.03,
      schedule: 'hold',
      wd: 0,
      batch: 256,
      engine: 'auto',
    },
    hidden: {
      n: 10,
      m: 5,
      S: 0.7,
      decay: 0.75,
      model: 'relu-hidden',
      bias: false,
      dropout: 0,
      seed: 7,
      starts: 100,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    },
    absolute: {
      n: 3,
      m: 6,
      p: [0.3],
      decay: 0.8,
      target: 'absolute',
      activation: 'relu',
      bias: false,
      kind: 'independent',
      seed: 7,
      starts: 6,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    },
  },
} as const satisfies Readonly<Record<number, AllValues>>;

export type LinkVersion = keyof typeof VERSIONS;

/** The version that new links carry. */
export const LATEST: LinkVersion = 1;
