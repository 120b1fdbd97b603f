/**
 * Which implementation of the step trains a model. The choice is a function of the problem alone, made by timing once and
 * written down here, never by timing at run time: paths add up in different orders, so a link replays bit for bit only
 * if it always takes the same one.
 */
import type { ModelSettings } from '../../problem.ts';

/** In the order of the numbers that assembly/index.ts knows them by. */
export const WASM_PATHS = ['dense'] as const;
export type WasmPath = (typeof WASM_PATHS)[number];

/** One path serves every size and density so far: `dense` holds 1.5 to 3 times the rates that were asked of it. */
export function wasmPath(_n: number, _m: number, _settings: ModelSettings): WasmPath {
  return 'dense';
}
