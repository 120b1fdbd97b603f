/** The hero's record as it ships; for the server's side, the tests and the command line. */
import { readStill, type HeroRecord } from './still.ts';
import recorded from './still.json' with { type: 'json' };

export const RECORD: HeroRecord = recorded;
export const STILL = readStill(RECORD);
