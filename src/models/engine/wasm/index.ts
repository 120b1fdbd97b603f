/** Training in SIMD WebAssembly. */
export { loadWasmKernel, type WasmKernel } from './kernel-module.ts';
export { wasmSimdAvailable } from './simd.ts';
export { wasmPathNames } from './paths.ts';
