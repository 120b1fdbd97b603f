/** Which implementation runs, in the words of links and of the command line. */
export type { EngineChoice } from '../parameters/table.ts';

/** What ran. `reference` is float64 TypeScript, the last resort where there is neither WebGL nor WebAssembly SIMD. */
export type EngineName = 'webgl' | 'wasm' | 'reference';
