/**
 * A trainer that survives: it starts on the engine asked for, and when that engine cannot start or loses its GPU it
 * goes on with WebAssembly from the last good state and says so in one line.
 */
import type { Problem, Recipe, State } from '../problem.ts';
import { initialState } from '../layout.ts';
import { now } from './clock.ts';
import type { EngineChoice, EngineName } from './choice.ts';
import { runnable } from './runnable.ts';
import { DivergedError, LostError, Trainer } from './trainer.ts';
import { wasmPathNames } from './wasm/index.ts';

/** Length of one chunk: short enough to cancel at once, long enough that the overhead does not show. */
const CHUNK_MS = 10;

export class Run {
  readonly notices: string[] = [];
  #trainer: Trainer;
  #state: State;
  #secondsStepping = 0;
  #stepsTaken = 0;
  /** Steps that fill a chunk, learnt from the last one; 1 at first. It never changes what is computed. */
  #chunk = 1;

  private constructor(trainer: Trainer, state: State, notices: string[]) {
    this.#trainer = trainer;
    this.#state = state;
    this.notices.push(...notices);
  }

  static async start(
    problem: Problem,
    recipe: Recipe,
    engine: EngineChoice,
    state: State = initialState(problem),
  ): Promise<Run> {
    const possible = runnable(problem, recipe, engine);
    // The pool has resolved `auto` from its timings; where there is no pool, there is no GPU either.
    const wanted = possible.engine === 'auto' ? 'wasm' : possible.engine;
    const notices = [...possible.notices];
    try {
      return new Run(await Trainer.start(problem, possible.recipe, wanted, state), state, notices);
    } catch (error) {
      if (wanted === 'wasm') throw error;
      const fallback = await Trainer.start(problem, possible.recipe, 'wasm', state);
      notices.push(`WebGL is not available here (${reasonOf(error)}); training with ${says(fallback)}.`);
      return new Run(fallback, state, notices);
    }
  }

  get problem(): Problem {
    return this.#trainer.problem;
  }

  get recipe(): Recipe {
    return this.#trainer.recipe;
  }

  get engine(): EngineName {
    return this.#trainer.engine;
  }

  /** The kernel's path, for reports; of several in one batch the names are joined. */
  get path(): string {
    const { engine, problem, recipe } = this.#trainer;
    return engine === 'wasm' ? wasmPathNames(problem, recipe) : { webgl: 'fused', reference: 'float64' }[engine];
  }

  get step(): number {
    return this.#state.step;
  }

  /** The last state read back. */
  get state(): State {
    return this.#state;
  }

  /** Seconds spent stepping and reading back. */
  get seconds(): number {
    return this.#secondsStepping;
  }

  /** Steps a second so far (0 before the first). */
  get rate(): number {
    return this.#secondsStepping > 0 ? this.#stepsTaken / this.#secondsStepping : 0;
  }

  /**
   * One chunk of about ten milliseconds towards step `until`, at least one step, and the state after it.
   * @throws DivergedError when the weights stop being finite
   */
  async chunk(until: number): Promise<State> {
    const before = this.#state.step;
    const began = now();
    try {
      await this.#trainer.advance(Math.max(1, Math.min(this.#chunk, until - before)));
      this.#state = await this.#trainer.read();
    } catch (error) {
      // Whatever else the GPU's driver fails at (a shader that does not compile) says nothing about the models.
      if (this.engine !== 'webgl' || error instanceof DivergedError) throw error;
      await this.#recover(error);
      return this.#state;
    }
    const elapsed = now() - began;
    const steps = this.#state.step - before;
    this.#secondsStepping += elapsed / 1000;
    this.#stepsTaken += steps;
    this.#chunk = nextChunk(steps, elapsed);
    return this.#state;
  }

  /** Chunks until step `until`, unless `cancelled` says stop between two of them. */
  async advanceTo(until: number, cancelled: () => boolean, between: () => Promise<void>): Promise<State> {
    while (this.#state.step < until && !cancelled()) {
      await this.chunk(until);
      await between();
    }
    return this.#state;
  }

  dispose(): void {
    this.#trainer.dispose();
  }

  async #recover(error: unknown): Promise<void> {
    const { problem, recipe } = this.#trainer;
    if (error instanceof LostError) this.#trainer.abandon();
    else this.#trainer.dispose();
    this.#trainer = await Trainer.start(problem, recipe, 'wasm', this.#state);
    this.#chunk = 1;
    const reason = error instanceof LostError ? 'The graphics context was lost' : `WebGL failed (${reasonOf(error)})`;
    this.notices.push(`${reason}; training went on with ${says(this.#trainer)} from step ${this.#state.step}.`);
  }
}

/** In one line. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];

const says = (trainer: Trainer): string => (trainer.engine === 'wasm' ? 'WebAssembly' : 'plain TypeScript');

/** Aims at CHUNK_MS; grows at most fourfold at a time, so that one lucky timing cannot make a long chunk. */
function nextChunk(steps: number, elapsed: number): number {
  const fitting = elapsed > 0 ? (steps * CHUNK_MS) / elapsed : steps * 4;
  return Math.max(1, Math.min(Math.floor(fitting), steps * 4));
}
