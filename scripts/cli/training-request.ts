/** A link read strictly: the page corrects what is wrong with it, the command line refuses. */
import { decodeLink } from '../../src/article/links/index.ts';
import { quote } from '../../src/article/links/notes.ts';
import { splitLink } from '../../src/article/links/split.ts';
import {
  FIGURE_IDS,
  FIGURES,
  isFigureId,
  type FigureId,
  type FigureValues,
} from '../../src/models/parameters/figures.ts';
import { UsageError } from './usage-error.ts';

export interface TrainingRequest<F extends FigureId = FigureId> {
  readonly version: number;
  readonly figure: F;
  readonly values: FigureValues<F>;
}

/**
 * Besides links and their queries it takes keys without the figure's name: `figure=hero&S=0.8&seed=3`, where `figure`
 * may be left out as long as there is no doubt.
 *
 * @throws UsageError for anything that decodeLink would ignore or correct, and where the figure is unknown or in doubt
 */
export function readTrainingRequest(link: string): TrainingRequest {
  const { page, query, fragment } = splitLink(link);
  const figure = findFigure(page, query, fragment);
  const { version, state, notes } = decodeLink(withFullKeys(query, figure));
  if (notes.length > 0) {
    const { reason, accepts } = notes[0];
    throw new UsageError(accepts === undefined ? reason : `${reason}: it takes ${accepts}`);
  }
  return { version, figure, values: state.figures[figure] };
}

/** What `figure=` or the fragment names, else the figure of the keys, else the only one of the page. */
function findFigure(page: string, query: URLSearchParams, fragment: string): FigureId {
  const prefixes = [...query.keys()].filter((key) => key.includes('.')).map((key) => key.slice(0, key.indexOf('.')));
  const figuresOfKeys = [...new Set(prefixes.map(known))];
  const named = query.get('figure') ?? fragment;
  if (named !== '') return known(named);
  const candidates =
    figuresOfKeys.length > 0 ? figuresOfKeys : FIGURE_IDS.filter((figure) => FIGURES[figure].page === page);
  if (candidates.length === 1) return candidates[0];
  if (candidates.length === 0) throw new UsageError(`${quote(page)} is not a page with a figure to train`);
  throw new UsageError(`which figure? ${candidates.join(', ')}: say so with figure=${candidates[0]}`);
}

function known(figure: string): FigureId {
  if (isFigureId(figure)) return figure;
  throw new UsageError(`${quote(figure)} is not a figure; there is ${FIGURE_IDS.join(', ')}`);
}

/** `S=0.8` as `hero.S=0.8`; `engine` stays as it is, since page-wide it means the same. */
function withFullKeys(query: URLSearchParams, figure: FigureId): URLSearchParams {
  const isShort = (key: string): boolean => key !== 'engine' && Object.hasOwn(FIGURES[figure].parameters, key);
  const full = new URLSearchParams();
  for (const [key, text] of query) {
    if (key !== 'figure') full.append(isShort(key) ? `${figure}.${key}` : key, text);
  }
  return full;
}
