/**
 * At most one run at a time: the newest that is asked for wins. Off screen nothing trains, since the workers are the whole
 * page's; a run that was ended there is asked for again on the way back, and gives the same models from the same seed.
 */

interface Stoppable {
  stop(): void;
}

interface Manner {
  /** It need not be left to reach its first picture. */
  readonly drawn?: boolean;
  /** It has workers of its own and goes on off screen. */
  readonly stays?: boolean;
}

export class LatestRun {
  readonly #start: () => void;
  #run: Stoppable | undefined;
  #drawn = false;
  #stays = false;
  #wanted = false;
  #visible = true;

  /** @param start begins a run, and says so by begin() and follow() before it returns */
  constructor(start: () => void) {
    this.#start = start;
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Nothing trains, and nothing waits to. */
  get idle(): boolean {
    return !this.running && !this.#wanted;
  }

  /** A run that has begun is left to reach its first picture, so that a long drag shows some. */
  ask(): void {
    this.#wanted = true;
    if (this.#visible && (!this.#run || this.#drawn)) this.#start();
  }

  /** Another run, and the end of the one before. */
  begin({ drawn = false, stays = false }: Manner = {}): void {
    this.stop();
    this.#drawn = drawn;
    this.#stays = stays;
  }

  /** What trains for the run now. */
  follow(run: Stoppable): void {
    this.#run = run;
  }

  follows(run: Stoppable): boolean {
    return this.#run === run;
  }

  /** The run has drawn something. What was asked for meanwhile begins. */
  drew(): void {
    this.#drawn = true;
    if (this.#wanted && this.#visible) this.#start();
  }

  /** The run has nothing more to give. @returns whether anything was asked for meanwhile, which then begins */
  over(): boolean {
    const wanted = this.#wanted;
    this.stop();
    if (wanted) this.ask();
    return wanted;
  }

  stop(): void {
    this.#run?.stop();
    this.#run = undefined;
    this.#wanted = false;
  }

  /** @returns whether this has ended a run */
  setVisible(visible: boolean): boolean {
    this.#visible = visible;
    if (visible && this.#wanted) this.ask();
    if (visible || !this.#run || this.#stays) return false;
    this.stop();
    this.#wanted = true;
    return true;
  }
}
