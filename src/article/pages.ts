/** The one table of pages: navigation, titles and the build read it. To add a page, add a row and its component. */

export interface Page {
  /** File in the built site, and its address relative to the other pages. */
  readonly file: `${string}.html`;
  /** Component in src/article/pages/, without extension. */
  readonly component: string;
  /** Word in the navigation. */
  readonly nav: string;
  readonly title: string;
  /** Set in italics after the title. */
  readonly titleEnd?: string;
  /** What the page shows: for search engines, link previews, and wherever another page leads to it. */
  readonly description: string;
}

export const pages: readonly Page[] = [
  {
    file: 'index.html',
    component: 'Index',
    nav: 'Superposition',
    title: 'Toy models of superposition,',
    titleEnd: 'live',
    description:
      'Small networks that store more features than they have dimensions, trained in your browser while you change what they have to learn.',
  },
  {
    file: 'phase-change.html',
    component: 'PhaseChange',
    nav: 'Phase change',
    title: 'Superposition as',
    titleEnd: 'a phase change',
    description:
      'A network can leave a feature out, give it a dimension alone or let it share one. A map of networks, each trained in your browser, shows where it switches and why all at once.',
  },
  {
    file: 'geometry.html',
    component: 'Geometry',
    nav: 'Geometry',
    title: 'The geometry of',
    titleEnd: 'superposition',
    description:
      'Features that share dimensions arrange themselves as pairs, triangles, pentagons and solids. Networks trained in your browser show which shapes appear, what disturbs them, and how they come about in jumps.',
  },
  {
    file: 'computation.html',
    component: 'Computation',
    nav: 'Neurons',
    title: 'Neurons that',
    titleEnd: 'compute',
    description:
      'A nonlinearity on the hidden layer makes single neurons matter. Small networks, trained in your browser, show what neurons carry and how several functions can be computed by too few of them.',
  },
  {
    file: 'reproduction.html',
    component: 'Reproduction',
    nav: 'Reproduction',
    title: 'Every claim,',
    titleEnd: 'measured again',
    description:
      'Each quantitative statement of the article beside theory, the value in the paper and what training measured, with its protocol and seed.',
  },
  {
    file: 'references.html',
    component: 'References',
    nav: 'References',
    title: 'Words and',
    titleEnd: 'works',
    description:
      'What each term of the article means and where it is explained, and every work that the article refers to.',
  },
];
