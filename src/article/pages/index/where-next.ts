/** What the first page says of the others, and which picture stands for each. A page without a line is not listed. */
import type { Page } from '../../pages.ts';

interface NextPage {
  readonly picture: 'map' | 'shapes' | 'neurons' | 'claims';
  readonly text: string;
}

export const LINES: Readonly<Partial<Record<Page['file'], NextPage>>> = {
  'phase-change.html': {
    picture: 'map',
    text: 'Leave out, keep alone or share: a map of trained networks shows that the choice switches at a border.',
  },
  'geometry.html': {
    picture: 'shapes',
    text: 'Features that share become pairs, triangles, pentagons and solids, and one odd feature can bend them.',
  },
  'computation.html': {
    picture: 'neurons',
    text: 'With a ReLU on the hidden layer single neurons matter, and a few of them compute more than a few functions.',
  },
  'reproduction.html': {
    picture: 'claims',
    text: 'What the article claims, in numbers: the paper’s, those of theory, and what training measured.',
  },
};
