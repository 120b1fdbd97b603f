/** A module worker that trains on WebGL and posts θ. */
import { registerWebglKernel, startWebgl } from '../../src/models/engine/webgl/index.ts';
import { initialState } from '../../src/models/layout.ts';
import { RECIPE, relu, train } from './webgl-run.ts';

await startWebgl();
registerWebglKernel();
const problem = relu(5, 2);
postMessage((await train(problem, RECIPE, initialState(problem), 20)).theta);
