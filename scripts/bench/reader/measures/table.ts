/** The figures whose readers' waiting is measured, in the order of the report. */
import type { FigureBench } from '../measure.ts';
import { basic } from './basic.ts';
import { correlated, perturbed } from './geometry-sets.ts';
import { hero } from './hero.ts';
import { absolute, hidden } from './neurons.ts';
import { phase } from './phase.ts';
import { uniform } from './uniform.ts';

export const FIGURES: readonly FigureBench[] = [hero, basic, phase, uniform, perturbed, correlated, hidden, absolute];
