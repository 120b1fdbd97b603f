/** Every experiment of the harness, in the article's order. To add one, write its file and list it here. */
import type { ExperimentDefinition } from './definition.ts';
import { E1 } from './E1.ts';
import { E3 } from './E3.ts';
import { E4 } from './E4.ts';
import { E6 } from './E6.ts';
import { E7 } from './E7.ts';
import { linear } from './linear.ts';
import { McGrath } from './McGrath.ts';

export const EXPERIMENTS: readonly ExperimentDefinition[] = [E1, E3, E4, linear, E6, E7, McGrath];
