/**
 * Where a run begins: at random weights, or at random weights with absolute values set by hand on top of them (E19). From
 * random weights alone, networks of many rare features end in poor minima; this start knows how to do better.
 */
import { FAMILIES } from '../families.ts';
import { initialState, parametersOf } from '../layout.ts';
import type { Problem, State } from '../problem.ts';

/**
 * Step 0 of a run, a function of the problem alone: `initialState`, and where the problem is hand-set, in every model
 * |x_i| = ReLU(x_i) + ReLU(−x_i) (Elhage et al. 2022, “Computation in Superposition”) for the most important features.
 * Neurons 2i and 2i + 1 read feature i with 1 and −1 more than they would, and write 1 more to its output, as long as there
 * are neurons and features; a last neuron without a partner has the positive side. The random rest tells starts apart.
 *
 * @throws RangeError where the problem is hand-set and its models compute no absolute value
 */
export function startState(problem: Problem): State {
  const state = initialState(problem);
  if (problem.handSet) problem.models.forEach((_, k) => addAbsoluteValues(problem, state.theta, k));
  return state;
}

/** @param theta [models, P], of which row `model` is changed */
function addAbsoluteValues(problem: Problem, theta: Float32Array, model: number): void {
  const { n, m } = problem;
  const { family } = problem.models[model];
  const { W, W2 } = parametersOf(problem, theta, model);
  if (!W2 || FAMILIES[family].target !== 'absolute') throw new RangeError(`${family} has no start that is set by hand`);
  for (let k = 0; k < Math.min(m, 2 * n); k++) {
    const at = (k >> 1) * m + k;
    W[at] += k & 1 ? -1 : 1;
    W2[at] += 1;
  }
}
