/** The numbers of the text on features that are all alike, from the models that ship with the page. */
import { densityOf } from '../../../models/parameters/density.ts';
import { graphOf, modelOf, type Model } from '../../figures/uniform/models.ts';
import { countShapes, type ShapeCount } from '../../figures/uniform/shape-words.ts';
import recorded from '../../figures/uniform/still.json' with { type: 'json' };
import { PAPER_VALUES, SMALL_VALUES, stillShown, type UniformRecord } from '../../figures/uniform/still.ts';

const record: UniformRecord = recorded;

export const uniformStill = record.small;

const shown = stillShown(SMALL_VALUES, uniformStill);

export const { n, m } = SMALL_VALUES;
export const { best } = record;
/** The densest first. */
export const models: readonly Model[] = shown.groups.map((group) => modelOf(shown, group));

/** The densities at which a shape of this name is found, with how many of it: the densest first. */
export function whereFound(name: string): { readonly model: Model; readonly found: ShapeCount }[] {
  return models.flatMap((model) => {
    const found = countShapes(graphOf(model).shapes).find(({ one }) => one === name);
    return found ? [{ model, found }] : [];
  });
}

/** The same of the paper's own size. */
const paper = stillShown(PAPER_VALUES, record.paper);
const paperModels: readonly Model[] = paper.groups.map((group) => modelOf(paper, group));

/** The paper's densest model in which shapes of so many kinds stand side by side and all of them have names. */
export function mixedShapes(kinds: number): { readonly density: number; readonly counts: readonly ShapeCount[] } {
  for (const model of paperModels) {
    const { shapes } = graphOf(model);
    const counts = countShapes(shapes);
    if (counts.length >= kinds && shapes.every(({ shape }) => shape)) return { density: model.density, counts };
  }
  throw new RangeError(`No recorded model has ${kinds} kinds of shapes: look at them, and rewrite the text.`);
}

/** D* this near to one half is on the plateau of the pairs. */
const NEAR_HALF = 0.05;

/** Densities of the figure at which D* is about one half, the densest first. */
export const plateau = models.filter(({ perFeature }) => Math.abs(perFeature - 1 / 2) <= NEAR_HALF);

/** What a word that leads to a density sets, and where on the axis it stands. */
export function place(density: number): { readonly S: number; readonly at: number } {
  return { S: densityOf(density), at: Math.log(density) / Math.log(models[models.length - 1].density) };
}
