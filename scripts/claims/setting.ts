/** A setting of one of the article's figures: what a claim trains, and the link that opens it there. */
import { DEFAULT_STATE, encodeLink } from '../../src/article/links/index.ts';
import { FIGURES, figureDefaults, type FigureId, type FigureValues } from '../../src/models/parameters/figures.ts';

export interface Setting<F extends FigureId = FigureId> {
  readonly figure: F;
  readonly values: FigureValues<F>;
}

/**
 * Every claim runs on WebAssembly, which gives the same bits on every machine, and from this seed, the figures' own
 * default and not a chosen one, unless its experiment's protocol says that it takes several (E12).
 */
export const ENGINE = 'wasm';
export const SEED = 7;

/** The figure's defaults, but for these. */
export function setting<F extends FigureId>(figure: F, values: Partial<FigureValues<F>>): Setting<F> {
  return { figure, values: { ...figureDefaults(figure), ...values, seed: SEED, engine: ENGINE } };
}

export function linkTo({ figure, values }: Setting): string {
  const figures = { ...DEFAULT_STATE.figures, [figure]: values };
  return encodeLink({ ...DEFAULT_STATE, figures, fragment: figure }, { page: `${FIGURES[figure].page}.html` });
}
