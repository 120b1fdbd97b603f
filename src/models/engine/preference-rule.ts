/**
 * `auto`: which of webgl and wasm is faster for a shape of problem, from timings made on this device. Nothing is decided
 * by the name or vendor of a GPU. Apart from the timing itself, because the page decides and the worker times.
 */

/** Milliseconds a step of the whole batch takes. */
export interface EngineTimes {
  /** On one worker. */
  readonly wasm: number;
  /** Null where WebGL cannot run, or cannot win and was not tried. */
  readonly webgl: number | null;
}

/** WebGL must be this much faster to be worth a result that replays within rounding only. */
const WORTH_SWITCHING = 1.2;

/** The faster engine, when WebAssembly has `workers` workers and the GPU is one. */
export function fasterEngine({ wasm, webgl }: EngineTimes, workers: number): 'webgl' | 'wasm' {
  return webgl !== null && webgl * WORTH_SWITCHING < wasm / workers ? 'webgl' : 'wasm';
}
