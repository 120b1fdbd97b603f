/** What assembly/index.ts exports. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  train(job: number): void;
  squaredErrors(
    n: number,
    m: number,
    relu: number,
    theta: number,
    samples: number,
    count: number,
    x: number,
    h: number,
    z: number,
    totals: number,
  ): void;
}
