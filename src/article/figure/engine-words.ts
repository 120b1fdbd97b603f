import type { EngineName } from '../../models/engine/index.ts';

/** What ran, as the reader is told. */
export const ENGINE_WORDS: Readonly<Record<EngineName, string>> = {
  webgl: 'WebGL on the graphics processor',
  wasm: 'WebAssembly on the processor',
  reference: 'plain TypeScript, the last resort',
};
