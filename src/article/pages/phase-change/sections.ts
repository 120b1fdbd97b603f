/** The sections of the page on phase changes, in order. */
import type { SectionHead } from '../../page/section-head.ts';

export const opening: SectionHead = { id: 'three-ways', title: 'Three ways to treat a feature' };
export const answers: SectionHead = { id: 'answers', title: 'What could it do?' };
export const trained: SectionHead = { id: 'trained', title: 'What does training find?' };
export const sudden: SectionHead = { id: 'sudden', title: 'Why is the switch sudden?' };
export const surface: SectionHead = { id: 'surface', title: 'What does the loss look like?' };
export const three: SectionHead = { id: 'three-in-two', title: 'Three features, two dimensions' };
export const other: SectionHead = { id: 'other-features', title: 'Other features, another network' };
