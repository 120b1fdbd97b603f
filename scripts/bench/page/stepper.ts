/** An engine in a worker, set up for its share of a workload. */
export interface Stepper {
  /** What it is, in words: a device, a number of threads. */
  readonly about: Readonly<Record<string, string | number>>;
  /** Takes the steps and waits until they are done. */
  run(steps: number): Promise<void>;
}
