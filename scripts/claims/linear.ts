/** The linear model, whose optimum is known in closed form: a check of training itself. */
import { densityOf } from '../../src/models/parameters/density.ts';
import { linearOptimum } from '../../src/models/theory/linear.ts';
import { toProblem } from '../../src/models/parameters/to-problem.ts';
import { EIGHTY, linearModel, linkToBasic, TWENTY } from './basic.ts';
import type { ClaimDefinition, ExperimentDefinition } from './definition.ts';
import type { Setting } from './setting.ts';
import { withinShare } from './tolerance.ts';

export const linear: ExperimentDefinition = {
  id: 'linear',
  title: 'The linear model',
  protocol:
    'The linear models of the two sizes above, from as many starts and steps; the loss is the exact one. The paper gives no number.',
  claims: [loss(TWENTY), loss(EIGHTY)],
};

function loss(basic: Setting<'basic'>): ClaimDefinition {
  const { n, m } = basic.values;
  // All starts of the linear model share its densities and importances.
  const [settings] = toProblem('basic', basic.values).problem.models.filter(({ family }) => family === 'linear');
  const [density] = settings.density;
  return {
    id: `linear.loss.${n}-${m}`,
    source: 'Closed form (Eckart–Young): the variance of the features that are not among the most important',
    statement: `Loss at density ${density}, sparsity ${densityOf(density)}: ${n} features in ${m} dimensions`,
    paper: null,
    theory: () => linearOptimum(settings, m).loss,
    tolerance: withinShare(0.005),
    link: linkToBasic(basic),
    measure: async () => ({ value: (await linearModel(basic)).loss }),
  };
}
