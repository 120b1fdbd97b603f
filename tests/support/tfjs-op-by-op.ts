/**
 * The training step as anyone would write it with tfjs: one operation after another, the gradient by `variableGrads`,
 * all models of a batch in tensors [models, batch, n]. The oracle of the tests and a row of the bench.
 *
 * It runs on tfjs's current backend; set that, and wait for it, first.
 */
import {
  abs,
  add,
  concat,
  div,
  matMul,
  maximum,
  minimum,
  mul,
  relu,
  reshape,
  slice,
  sqrt,
  square,
  stack,
  sub,
  sum,
  tanh,
  tensor,
  tensor2d,
  tensor3d,
  tidy,
  unstack,
  variable,
  variableGrads,
  where,
  type Tensor,
  type Tensor3D,
  type Variable,
} from '@tensorflow/tfjs';
import { FAMILIES, type Activation, type Target } from '../../src/models/families.ts';
import { batchFamily, initialState, parameterCount } from '../../src/models/layout.ts';
import type { Problem, Recipe, State } from '../../src/models/problem.ts';
import { ADAM, stepScalars } from '../../src/models/recipe.ts';

/** The samples of one step, [models, batch, n], or its dropout's factors, [models, batch, m]; the caller disposes of them. */
export type Samples = (step: number) => Tensor3D;

const ACTIVATIONS: Readonly<Record<Activation, (u: Tensor) => Tensor>> = {
  identity: (u) => u,
  relu,
  gelu: (u) => mul(mul(u, 0.5), add(1, tanh(mul(0.7978845608028654, add(u, mul(0.044715, mul(u, square(u)))))))),
};

export class OpByOp {
  readonly #problem: Problem;
  readonly #recipe: Recipe;
  readonly #samples: Samples;
  readonly #masks: Samples | undefined;
  /**
   * W [models, n, m], W₂ [models, n, m] where it is free, c [models, 1, m] where the hidden layer has a bias,
   * b [models, 1, n]; Adam's moments in the same order.
   */
  readonly #theta: Variable[];
  readonly #m1: Variable[];
  readonly #m2: Variable[];
  readonly #importance: Tensor;
  /** [models, 1, 1]: whose output is a ReLU, where the batch mixes linear and ReLU output; else null. */
  readonly #rectified: Tensor | null;
  #step: number;

  constructor(
    problem: Problem,
    recipe: Recipe,
    samples: Samples,
    state: State = initialState(problem),
    masks?: Samples,
  ) {
    const { n, models } = problem;
    this.#problem = problem;
    this.#recipe = recipe;
    this.#samples = samples;
    this.#masks = masks;
    this.#theta = this.#split(state.theta, true);
    this.#m1 = this.#split(state.m1, false);
    this.#m2 = this.#split(state.m2, false);
    this.#importance = tensor3d(
      models.flatMap(({ importance }) => [...importance]),
      [models.length, 1, n],
    );
    const outputs = models.map(({ family }) => FAMILIES[family].output);
    this.#rectified = outputs.every((output) => output === outputs[0])
      ? null
      : tensor(
          outputs.map((output) => output === 'relu'),
          [models.length, 1, 1],
          'bool',
        );
    this.#step = state.step;
  }

  /** One step of every model. */
  step(): void {
    const { rate, keep, unbias1, unbias2 } = stepScalars(this.#recipe, this.#step);
    tidy(() => {
      const x = this.#samples(this.#step);
      const masks = this.#masks?.(this.#step);
      const { grads } = variableGrads(() => this.#loss(x, masks), this.#theta);
      this.#theta.forEach((theta, k) => {
        const g = grads[theta.name];
        const m1 = add(mul(this.#m1[k], ADAM.beta1), mul(g, 1 - ADAM.beta1));
        const m2 = add(mul(this.#m2[k], ADAM.beta2), mul(square(g), 1 - ADAM.beta2));
        const move = div(mul(m1, rate * unbias1), add(sqrt(mul(m2, unbias2)), ADAM.epsilon));
        this.#m1[k].assign(m1);
        this.#m2[k].assign(m2);
        theta.assign(sub(mul(theta, keep), move));
      });
    });
    this.#step++;
  }

  /** The state now; on a GPU this waits for it. */
  async read(): Promise<State> {
    const [theta, m1, m2] = await Promise.all([this.#theta, this.#m1, this.#m2].map((parts) => this.#join(parts)));
    return { step: this.#step, theta, m1, m2 };
  }

  dispose(): void {
    for (const each of [...this.#theta, ...this.#m1, ...this.#m2, this.#importance]) each.dispose();
    this.#rectified?.dispose();
  }

  /** Mean over samples, summed over features (importance-weighted) and over models, which do not touch each other. */
  #loss(x: Tensor3D, masks?: Tensor3D) {
    const { hidden, tied, target } = batchFamily(this.#problem);
    const [W, ...rest] = this.#theta;
    const read = tied ? W : rest[0];
    const b = rest[rest.length - 1];
    const c = this.#problem.hiddenBias ? rest[rest.length - 2] : 0;
    const active = ACTIVATIONS[hidden](add(matMul(x, W), c));
    const h = masks ? mul(active, masks) : active;
    const z = add(matMul(h, read, false, true), b);
    const wanted = this.#wanted(x, target);
    const error = square(sub(this.#output(z), wanted));
    return div(sum(mul(error, this.#importance)), this.#recipe.batch).asScalar();
  }

  #wanted(x: Tensor3D, target: Target): Tensor {
    switch (target) {
      case 'identity':
        return x;
      case 'absolute':
        return abs(x);
      case 'square':
        return square(x);
      case 'max-min': {
        const [models, batch, n] = x.shape;
        const paired = n - (n % 2);
        const [even, odd] = unstack(reshape(slice(x, [0, 0, 0], [-1, -1, paired]), [models, batch, -1, 2]), 3);
        const ordered = reshape(stack([maximum(even, odd), minimum(even, odd)], 3), [models, batch, paired]);
        return concat([ordered, slice(x, [0, 0, paired], [-1, -1, -1])], 2);
      }
    }
  }

  #output(z: Tensor): Tensor {
    return this.#rectified ? where(this.#rectified, relu(z), z) : ACTIVATIONS[batchFamily(this.#problem).output](z);
  }

  /** One row of [models, P] is W, W₂ where it is free, c where there is one, b (layout.ts). */
  #split(rows: Float32Array, trainable: boolean): Variable[] {
    const { n, m, models } = this.#problem;
    const P = parameterCount(this.#problem);
    return tidy(() => {
      const all = tensor2d(Float32Array.from(rows), [models.length, P]);
      const matrices = Array.from({ length: batchFamily(this.#problem).tied ? 1 : 2 }, (_, k) =>
        reshape(slice(all, [0, k * n * m], [models.length, n * m]), [models.length, n, m]),
      );
      const bias = (from: number, length: number) =>
        reshape(slice(all, [0, from], [models.length, length]), [models.length, 1, length]);
      const biases = [...(this.#problem.hiddenBias ? [bias(P - n - m, m)] : []), bias(P - n, n)];
      return [...matrices, ...biases].map((part) => variable(part, trainable));
    });
  }

  async #join(parts: readonly Variable[]): Promise<Float32Array> {
    const rows = tidy(() =>
      concat(
        parts.map((part) => reshape(part, [this.#problem.models.length, -1])),
        1,
      ),
    );
    const values = Float32Array.from(await rows.data());
    rows.dispose();
    return values;
  }
}
