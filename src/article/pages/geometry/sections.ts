/** The sections of the page on geometry, in order. */
import type { SectionHead } from '../../page/section-head.ts';

export const opening: SectionHead = { id: 'how-many', title: 'How many features fit?' };
export const shares: SectionHead = { id: 'shares', title: 'What does each of them get?' };
export const shapes: SectionHead = { id: 'shapes', title: 'Which shapes are these?' };
export const perturbed: SectionHead = { id: 'one-feature-differs', title: 'What if one feature differs?' };
export const correlated: SectionHead = { id: 'sets-of-features', title: 'What if features come in sets?' };
export const collapse: SectionHead = { id: 'collapse', title: 'When do sets collapse?' };
export const dynamics: SectionHead = { id: 'jumps', title: 'How do shapes come about?' };
export const octahedron: SectionHead = { id: 'octahedron', title: 'An octahedron, step by step' };
export const limits: SectionHead = { id: 'limits', title: 'What this shows, and what it does not' };
