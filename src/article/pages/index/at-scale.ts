/** The numbers of the section on scale, from the models that ship with the page. */
import { PRESETS } from '../../figures/basic/presets.ts';
import { stillPicture } from '../../figures/basic/still.ts';
import { viewOf } from '../../figures/basic/models.ts';
import { LINEAR } from '../../figures/starts/groups.ts';
import type { ModelView } from '../../../viz/model-view.ts';
import recorded from '../../figures/basic/still.json' with { type: 'json' };

export const still = recorded;

const { values, groups } = stillPicture(still);

export const { n, m, decay, starts } = values;

/** How many times the weights of the figure the larger preset has. */
const large = PRESETS['80-in-20'].values;
export const timesTheWork = (large.n * large.m) / (n * m);

/** The model at a density of the figure's list, or the linear one. */
function modelAt(key: string): ModelView {
  const group = groups.find((each) => each.key === key);
  if (!group) throw new Error(`The figure has no model ${key}.`);
  return viewOf(group, group.starts[0]);
}

/** What the section's words set: where on the slider, and the model that stands there. */
function at(density: number): { density: number; S: number; at: number; view: ModelView } {
  const rarest = Math.min(...values.p);
  return {
    density,
    S: Number((1 - density).toFixed(4)),
    at: Math.log(density) / Math.log(rarest),
    view: modelAt(String(density)),
  };
}

export const linear = modelAt(LINEAR);
export const [dense, pairs, morePairs, crowd, rarest] = [1, 0.3, 0.1, 0.03, 0.001].map(at);

/** How many features every density's model keeps, in the figure's order. */
export const keptCounts = values.p.map((density) => modelAt(String(density)).metrics.represented);
