/** Everything the article cites. Its key is part of addresses (#ref-key) and never changes. */

export interface Reference {
  /** As the text names it: "(Elhage et al. 2022)". */
  readonly short: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  /** Where it appeared, unless the link says so. */
  readonly venue?: string;
  readonly link: { readonly label: string; readonly href: string };
}

export const references = {
  elhage2022: {
    short: 'Elhage et al. 2022',
    authors: [
      'Nelson Elhage',
      'Tristan Hume',
      'Catherine Olsson',
      'Nicholas Schiefer',
      'Tom Henighan',
      'Shauna Kravec',
      'Zac Hatfield-Dodds',
      'Robert Lasenby',
      'Dawn Drain',
      'Carol Chen',
      'Roger Grosse',
      'Sam McCandlish',
      'Jared Kaplan',
      'Dario Amodei',
      'Martin Wattenberg',
      'Christopher Olah',
    ],
    year: 2022,
    title: 'Toy Models of Superposition',
    venue: 'Transformer Circuits Thread',
    link: { label: 'arXiv:2209.10652', href: 'https://arxiv.org/abs/2209.10652' },
  },
  thomson1904: {
    short: 'Thomson 1904',
    authors: ['Joseph John Thomson'],
    year: 1904,
    title: 'On the Structure of the Atom',
    venue: 'Philosophical Magazine 7 (39)',
    link: { label: 'doi:10.1080/14786440409463107', href: 'https://doi.org/10.1080/14786440409463107' },
  },
  scherlis2022: {
    short: 'Scherlis et al. 2022',
    authors: ['Adam Scherlis', 'Kshitij Sachan', 'Adam S. Jermyn', 'Joe Benton', 'Buck Shlegeris'],
    year: 2022,
    title: 'Polysemanticity and Capacity in Neural Networks',
    venue: 'arXiv',
    link: { label: 'arXiv:2210.01892', href: 'https://arxiv.org/abs/2210.01892' },
  },
  nanda2022: {
    short: 'Nanda 2022',
    authors: ['Neel Nanda'],
    year: 2022,
    title: 'A Comprehensive Mechanistic Interpretability Explainer & Glossary',
    link: { label: 'neelnanda.io', href: 'https://www.neelnanda.io/mechanistic-interpretability/glossary' },
  },
  nanda2023: {
    short: 'Nanda 2023',
    authors: ['Neel Nanda'],
    year: 2023,
    title: '200 Concrete Open Problems in Mechanistic Interpretability: Exploring Polysemanticity and Superposition',
    venue: 'AI Alignment Forum',
    link: {
      label: 'alignmentforum.org',
      href: 'https://www.alignmentforum.org/posts/o6ptPu7arZrqRCxyz/200-cop-in-mi-exploring-polysemanticity-and-superposition',
    },
  },
} as const satisfies Record<string, Reference>;

export type ReferenceKey = keyof typeof references;

/** The authors' surnames, all of them or the first few "and others". */
export function surnames(reference: Reference, limit = Infinity): string {
  const names = reference.authors.map((name) => name.replace(/^.* /, ''));
  return names.length > limit ? `${names.slice(0, limit).join(', ')} and others` : names.join(', ');
}
