/** The numbers of the text on features that are all alike, from the models that ship with the page. */
import recorded from '../../figures/uniform/still.json' with { type: 'json' };
import type { UniformRecord } from '../../figures/uniform/still.ts';

const record: UniformRecord = recorded;

export const uniformStill = record.small;
