/** Which picture stands for each of the other pages at the end of the first one. A page without one is not listed. */
import type { Page } from '../../pages.ts';

export const PICTURES: Readonly<Partial<Record<Page['file'], 'map' | 'shapes' | 'neurons' | 'claims'>>> = {
  'phase-change.html': 'map',
  'geometry.html': 'shapes',
  'computation.html': 'neurons',
  'reproduction.html': 'claims',
};
