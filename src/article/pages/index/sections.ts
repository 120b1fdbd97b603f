/** The sections of page 1, in order. */
import type { SectionHead } from '../../page/section-head.ts';

export const opening: SectionHead = { id: 'five-in-two', title: 'Five features, two dimensions' };
export const learned: SectionHead = { id: 'what-is-learned', title: 'What is being learned?' };
export const why: SectionHead = { id: 'why', title: 'Why would a network want this?' };
export const cost: SectionHead = { id: 'cost', title: 'What does it cost?' };
export const pays: SectionHead = { id: 'when-does-it-pay', title: 'When does it pay?' };
export const atScale: SectionHead = { id: 'at-scale', title: 'Does it hold at scale?' };
export const whereNext: SectionHead = { id: 'where-next', title: 'Where next?' };
