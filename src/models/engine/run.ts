/**
 * A trainer that survives: it starts on the engine asked for, and when that engine cannot start or loses its GPU it
 * goes on with WebAssembly from the last good state and says so in one line.
 */
import type { Problem, Recipe, State } from '../problem.ts';
import { startState } from '../neurons/hand-set-start.ts';
import { now } from './clock.ts';
import type { EngineChoice, EngineName } from './choice.ts';
import { runnable } from './runnable.ts';
import { DivergedError, LostError, Trainer } from './trainer.ts';
import { wasmPathNames } from './wasm/index.ts';

/** Chunks are short enough to cancel at once, long enough that what comes with each does not show. */
interface Pace {
  readonly chunkMs: number;
  /** How often, at least, the state is read back between stops: what is lost when a GPU goes away or weights diverge. */
  readonly readMs: number;
}

/** A GPU is asked for the next chunk while it computes one; on the CPU, reading costs nothing. */
const PACE: Record<EngineName, Pace> = {
  webgl: { chunkMs: 20, readMs: 1000 },
  wasm: { chunkMs: 10, readMs: 0 },
  reference: { chunkMs: 10, readMs: 0 },
};

export class Run {
  readonly notices: string[] = [];
  #trainer: Trainer;
  #state: State;
  /** When the state was read back. */
  #read = now();
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
    state: State = startState(problem),
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
    return this.#trainer.step;
  }

  /** The last state read back: that of `step` at a stop, older on a GPU between stops. */
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
   * One chunk of steps towards the stop at step `until`, at least one step.
   * @throws DivergedError when the weights stop being finite
   */
  async chunk(until: number): Promise<void> {
    const trainer = this.#trainer;
    const { chunkMs, readMs } = PACE[trainer.engine];
    const before = trainer.computed;
    const began = now();
    try {
      await trainer.advance(Math.max(1, Math.min(this.#chunk, until - trainer.step)));
      if (trainer.step >= until || now() - this.#read >= readMs) {
        this.#state = await trainer.read();
        this.#read = now();
      }
    } catch (error) {
      // Whatever else the GPU's driver fails at (a shader that does not compile) says nothing about the models.
      if (this.engine !== 'webgl' || error instanceof DivergedError) throw error;
      await this.#recover(error);
      return;
    }
    const elapsed = now() - began;
    const steps = trainer.computed - before;
    this.#secondsStepping += elapsed / 1000;
    this.#stepsTaken += steps;
    this.#chunk = nextChunk(steps, elapsed, chunkMs);
  }

  /** Chunks until step `until`, unless `cancelled` says stop between two of them; the state read back last. */
  async advanceTo(until: number, cancelled: () => boolean, between: () => Promise<void>): Promise<State> {
    while (this.step < until && !cancelled()) {
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

/** Aims at `chunkMs`; grows at most fourfold at a time, so that one lucky timing cannot make a long chunk. */
function nextChunk(steps: number, elapsed: number, chunkMs: number): number {
  const fitting = elapsed > 0 ? (steps * chunkMs) / elapsed : steps * 4;
  return Math.max(1, Math.min(Math.floor(fitting), steps * 4));
}
