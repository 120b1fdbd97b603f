/** Every experiment of the harness, in the article's order. To add one, write its file and list it here. */
import type { ExperimentDefinition } from './definition.ts';
import { E1 } from './E1.ts';
import { E3 } from './E3.ts';
import { E4 } from './E4.ts';
import { E5 } from './E5.ts';
import { E6 } from './E6.ts';
import { E7 } from './E7.ts';
import { E8 } from './E8.ts';
import { E9 } from './E9.ts';
import { E10 } from './E10.ts';
import { E11 } from './E11.ts';
import { E12 } from './E12.ts';
import { E13 } from './E13.ts';
import { E14 } from './E14.ts';
import { E15 } from './E15.ts';
import { E16 } from './E16.ts';
import { E18 } from './E18.ts';
import { E19 } from './E19.ts';
import { E20 } from './E20.ts';
import { interference } from './interference.ts';
import { linear } from './linear.ts';
import { McGrath } from './McGrath.ts';
import { nanda } from './nanda.ts';
import { universities } from './universities.ts';

export const EXPERIMENTS: readonly ExperimentDefinition[] = [
  E1,
  universities,
  interference,
  E3,
  E4,
  linear,
  E5,
  E6,
  E7,
  McGrath,
  E8,
  E9,
  E10,
  E11,
  E12,
  E13,
  E14,
  E15,
  E16,
  E18,
  E19,
  E20,
  nanda,
];
