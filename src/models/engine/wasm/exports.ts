/** What assembly/index.ts exports. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  train(job: number): void;
  squaredErrors(evaluation: number): void;
}
