/** One batch of models in training: a state on a tfjs backend, advanced by the ToyModelTrain kernel. */
import { engine as tfjs, tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import { parameterCount } from '../layout.ts';
import { startState } from '../neurons/hand-set-start.ts';
import type { Problem, Recipe, State } from '../problem.ts';
import { computed, cpuEngineFor, dropBackend, isDeviceLost, onDeviceLost, useEngine } from './backends.ts';
import type { EngineName } from './choice.ts';
import { asAttrs, isValues, TOY_MODEL_READ, TOY_MODEL_TRAIN } from './kernel.ts';
import { patienceFor } from './patience.ts';

/**
 * A lost GPU context leaves a readback pending for ever (tfjs never rejects it); past this part of the page's patience
 * with a silent worker (patience.ts) it is lost, event or none.
 */
const PATIENCE_PART = 2 / 3;

/**
 * Some parameters stopped being finite numbers, be it of one model: that ends the whole batch, so whoever gets a result
 * gets finite weights of every model. No link leads here, for AdamW's steps are a few learning rates at most (with 10, a
 * hundred times what a link may ask for, no figure's weights pass 1300); a failing GPU may, or weights from elsewhere.
 * `good` is the last state that was read back whole.
 */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
  readonly good: State;
  constructor(good: State) {
    super(`the weights stopped being finite after step ${good.step}`);
    this.good = good;
  }
}

/** The GPU went away. `good` is the last state that was read back whole. */
export class LostError extends Error {
  override readonly name = 'LostError';
  readonly good: State;
  constructor(good: State) {
    super(`the graphics context was lost after step ${good.step}`);
    this.good = good;
  }
}

export class Trainer {
  readonly problem: Problem;
  readonly recipe: Recipe;
  readonly engine: EngineName;
  #state: Tensor;
  #step: number;
  #computed: number;
  /** When the last call's steps are computed. */
  #last: Promise<void> = Promise.resolve();
  #good: State;

  private constructor(problem: Problem, recipe: Recipe, engine: EngineName, state: State) {
    this.problem = problem;
    this.recipe = recipe;
    this.engine = engine;
    this.#step = state.step;
    this.#computed = state.step;
    this.#good = state;
    this.#state = this.#upload(state);
  }

  /**
   * @param wanted the backend to use; `wasm` becomes `reference` where WebAssembly SIMD is missing
   * @throws Error with a one-line reason when it cannot run here
   */
  static async start(
    problem: Problem,
    recipe: Recipe,
    wanted: 'webgl' | 'wasm',
    state: State = startState(problem),
  ): Promise<Trainer> {
    if (wanted === 'webgl' && recipe.gradient === 'exact') throw new Error('WebGL does not compute exact gradients');
    await useEngine(wanted, problem);
    return new Trainer(problem, recipe, wanted === 'webgl' ? 'webgl' : cpuEngineFor(problem, recipe), state);
  }

  /** Steps asked of the backend so far. */
  get step(): number {
    return this.#step;
  }

  /** Steps that the backend is known to have computed: all, but on a GPU those of the last call. */
  get computed(): number {
    return this.#computed;
  }

  /**
   * Queues `steps` more steps (≥ 1), never past the end of the recipe, and waits until those of the call before are
   * computed: a GPU always has the next steps at hand, and never more than two calls' worth.
   * @throws LostError with the last good state
   */
  async advance(steps: number): Promise<void> {
    const count = Math.min(steps, this.recipe.steps - this.#step);
    if (count <= 0) return;
    const next = await this.#run(TOY_MODEL_TRAIN, { from: this.#step, steps: count });
    this.#state.dispose();
    this.#state = next;
    this.#step += count;
    const before = this.#last;
    const { step } = this;
    this.#last = computed(this.engine).then(() => void (this.#computed = step));
    await this.#whileAlive(before);
  }

  /**
   * The state now, in host memory.
   * @throws LostError, DivergedError with the last good state
   */
  async read(): Promise<State> {
    const step = this.#step;
    const values = isValues(this.#state) ? this.#state : await this.#run(TOY_MODEL_READ);
    const answer = values.data<'float32'>();
    // Two waits, so that each is for one call's steps at most.
    await this.#whileAlive(this.#last);
    const array = await this.#whileAlive(answer);
    if (values !== this.#state) values.dispose();
    this.#computed = step;
    const size = array.length / 3;
    // Copies: on the cpu backend the array is the tensor itself.
    const [theta, m1, m2] = [0, 1, 2].map((part) => array.slice(part * size, (part + 1) * size));
    if (!allFinite(theta)) throw new DivergedError(this.#good);
    this.#good = { step, theta, m1, m2 };
    return this.#good;
  }

  dispose(): void {
    this.#state.dispose();
  }

  /** After a lost context: forgets the backend, whose tensors are gone with it. */
  abandon(): void {
    dropBackend(this.engine);
  }

  /**
   * One of the backend's kernels on the state.
   * @throws LostError
   */
  async #run(kernel: string, call: { from?: number; steps?: number } = {}): Promise<Tensor> {
    await useEngine(this.engine, this.problem);
    const attrs = asAttrs({ problem: this.problem, recipe: this.recipe, ...call });
    try {
      return tfjs().runKernel(kernel, { state: this.#state }, attrs) as unknown as Tensor;
    } catch (error) {
      // Without a context nothing compiles; what fails then says nothing about the models.
      throw isDeviceLost(this.engine) ? new LostError(this.#good) : error;
    }
  }

  /**
   * What the GPU is waited for, unless the device goes away first.
   * @throws LostError
   */
  async #whileAlive<T>(answer: Promise<T>): Promise<T> {
    let settle = (): void => {};
    const lost = new Promise<never>((_, reject) => {
      const lose = (): void => reject(new LostError(this.#good));
      const timer = setTimeout(lose, PATIENCE_PART * patienceFor(this.problem, this.recipe));
      const deaf = onDeviceLost(this.engine, lose);
      settle = () => {
        clearTimeout(timer);
        deaf();
      };
    });
    const answered = await Promise.race([answer, lost]).finally(settle);
    // What was under way when the context went resolves, with whatever was there.
    if (isDeviceLost(this.engine)) throw new LostError(this.#good);
    return answered;
  }

  #upload({ theta, m1, m2 }: State): Tensor {
    const values = new Float32Array(3 * theta.length);
    [theta, m1, m2].forEach((array, part) => values.set(array, part * theta.length));
    return tensor3d(values, [3, this.problem.models.length, parameterCount(this.problem)]);
  }
}

/** A loop of its own: `every` with a callback took a tenth of a sweep's time. */
function allFinite(values: Float32Array): boolean {
  for (let j = 0; j < values.length; j++) if (!Number.isFinite(values[j])) return false;
  return true;
}
