/** How to cite this article and the paper: as text, and as entries of a BibTeX file. */
import { references } from './references.ts';
import { SITE, version, YEAR } from './site.ts';

const { elhage2022 } = references;

/** Author and year are those of the licence. */
export const ARTICLE_BIBTEX = `@misc{toymodelslive,
  author = {{The authors of ${SITE}}},
  title = {${SITE}},
  year = {${YEAR}},
  howpublished = {Web page},
  note = {Version ${version}; after Elhage et al. 2022, arXiv:2209.10652}
}`;

export const PAPER_BIBTEX = `@article{elhage2022superposition,
  author = {${elhage2022.authors.map(surnameFirst).join(' and ')}},
  title = {${elhage2022.title}},
  year = {${elhage2022.year}},
  journal = {${elhage2022.venue}},
  url = {${elhage2022.link.href}}
}`;

/** @param address of the page */
export const articleCitation = (address: string): string =>
  `The authors of ${SITE} (${YEAR}). ${SITE}, version ${version}. ${address}`;

export const paperCitation = (): string =>
  `${elhage2022.authors.map(surnameFirst).join('; ')} (${elhage2022.year}). ${elhage2022.title}. ${elhage2022.venue}. ${elhage2022.link.href}`;

/** "Nelson Elhage" → "Elhage, Nelson". */
function surnameFirst(author: string): string {
  const at = author.lastIndexOf(' ');
  return `${author.slice(at + 1)}, ${author.slice(0, at)}`;
}
