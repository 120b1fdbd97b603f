/** One batch of models in training: tensors on a tfjs backend, advanced by the ToyModelTrain kernel. */
import { engine as tfjs, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { initialState, parameterCount } from '../layout.ts';
import type { Problem, Recipe, State } from '../problem.ts';
import { cpuEngineFor, dropBackend, isDeviceLost, onDeviceLost, useEngine } from './backends.ts';
import type { EngineName } from './choice.ts';
import { asAttrs, TOY_MODEL_TRAIN } from './kernel.ts';

/**
 * A lost GPU context leaves a readback pending for ever (tfjs never rejects it); past this it is lost, event or none.
 * Shorter than the page takes a silent worker for dead (lane.ts).
 */
const READBACK_TIMEOUT_MS = 3000;

/** The parameters stopped being finite numbers. `good` is the last state that was read back whole. */
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
  #tensors: Tensor[];
  #step: number;
  #good: State;

  private constructor(problem: Problem, recipe: Recipe, engine: EngineName, state: State) {
    this.problem = problem;
    this.recipe = recipe;
    this.engine = engine;
    this.#step = state.step;
    this.#good = state;
    this.#tensors = this.#upload(state);
  }

  /**
   * @param wanted the backend to use; `wasm` becomes `reference` where WebAssembly SIMD is missing
   * @throws Error with a one-line reason when it cannot run here
   */
  static async start(
    problem: Problem,
    recipe: Recipe,
    wanted: 'webgl' | 'wasm',
    state: State = initialState(problem),
  ): Promise<Trainer> {
    if (wanted === 'webgl' && recipe.gradient === 'exact') throw new Error('WebGL does not compute exact gradients');
    await useEngine(wanted, problem);
    return new Trainer(problem, recipe, wanted === 'webgl' ? 'webgl' : cpuEngineFor(problem, recipe), state);
  }

  /** Steps asked of the backend so far (it may still be computing them). */
  get step(): number {
    return this.#step;
  }

  /**
   * Queues `steps` more steps (≥ 1), never past the end of the recipe.
   * @throws LostError with the last good state
   */
  async advance(steps: number): Promise<void> {
    const count = Math.min(steps, this.recipe.steps - this.#step);
    if (count <= 0) return;
    await useEngine(this.engine, this.problem);
    const [theta, m1, m2] = this.#tensors;
    const attrs = asAttrs({ problem: this.problem, recipe: this.recipe, from: this.#step, steps: count });
    let next: Tensor[];
    try {
      next = tfjs().runKernel(TOY_MODEL_TRAIN, { theta, m1, m2 }, attrs) as unknown as Tensor[];
    } catch (error) {
      // Without a context nothing compiles; what fails then says nothing about the models.
      throw isDeviceLost(this.engine) ? new LostError(this.#good) : error;
    }
    this.#tensors.forEach((tensor) => tensor.dispose());
    this.#tensors = next;
    this.#step += count;
  }

  /**
   * The state now, in host memory.
   * @throws LostError, DivergedError with the last good state
   */
  async read(): Promise<State> {
    const step = this.#step;
    const arrays = await this.#whileAlive(Promise.all(this.#tensors.map((tensor) => tensor.data<'float32'>())));
    // A read that was under way when the context went resolves, with whatever was there.
    if (isDeviceLost(this.engine)) throw new LostError(this.#good);
    // Copies: on the cpu backend they are the tensors themselves.
    const [theta, m1, m2] = arrays.map((array) => new Float32Array(array));
    if (!allFinite(theta)) throw new DivergedError(this.#good);
    this.#good = { step, theta, m1, m2 };
    return this.#good;
  }

  dispose(): void {
    this.#tensors.forEach((tensor) => tensor.dispose());
    this.#tensors = [];
  }

  /** After a lost context: forgets the backend, whose tensors are gone with it. */
  abandon(): void {
    this.#tensors = [];
    dropBackend(this.engine);
  }

  /** What a readback gives, unless the device goes away first. */
  #whileAlive<T>(readback: Promise<T>): Promise<T> {
    let settle = (): void => {};
    const lost = new Promise<never>((_, reject) => {
      const lose = (): void => reject(new LostError(this.#good));
      const timer = setTimeout(lose, READBACK_TIMEOUT_MS);
      const deaf = onDeviceLost(this.engine, lose);
      settle = () => {
        clearTimeout(timer);
        deaf();
      };
    });
    return Promise.race([readback, lost]).finally(settle);
  }

  #upload(state: State): Tensor[] {
    const shape: [number, number] = [this.problem.models.length, parameterCount(this.problem)];
    // Copies: tfjs takes ownership of the array it is given.
    return [state.theta, state.m1, state.m2].map((array) => tensor2d(new Float32Array(array), shape));
  }
}

/** A loop of its own: `every` with a callback took a tenth of a sweep's time. */
function allFinite(values: Float32Array): boolean {
  for (let j = 0; j < values.length; j++) if (!Number.isFinite(values[j])) return false;
  return true;
}
