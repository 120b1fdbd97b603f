/** The sections of the page of reproduction: how to read it, then one for each experiment recorded. */
import type { SectionHead } from '../../page/section-head.ts';
import type { RecordedExperiment } from '../../reproduction/recorded.ts';

export const reading: SectionHead = { id: 'reading', title: 'How to read this' };

export const headOf = ({ id, title }: RecordedExperiment): SectionHead => ({ id, title });
