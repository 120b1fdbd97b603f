/**
 * One worker and the requests it owes answers to. A worker that dies or falls silent is replaced, and what it owed is
 * asked again: a train job from its seed (the same bits come back), a watched run from its last good state.
 */
import type { Request, Response } from './messages.ts';
import { LOADING_MS } from './patience.ts';

export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** How often a busy worker's silence is looked at. */
const CHECK_MS = 1500;
/** A worker that dies this often without an answer between will not get better. */
const MAX_RESTARTS = 3;
/**
 * How long a worker's first word is waited for, by how often it was started again: one that died while it loaded should
 * soon be replaced, one on a slow connection needs time. Together under a minute, after which a reader should be told.
 */
const LOADS_MS = [LOADING_MS / 4, LOADING_MS / 2, LOADING_MS];

interface Owed {
  /** Silent for so long, ms, a worker that has spoken counts as dead (patience.ts). */
  readonly patience: number;
  /** What to send to a fresh worker to get the answer after all. */
  again(): readonly Request[];
  receive(response: Response): void;
  /** The worker could not be kept alive. */
  lost(reason: string): void;
  restarted(): void;
}

export class Lane {
  readonly #create: () => WorkerLike;
  #worker: WorkerLike | undefined;
  /** Whether it has ever spoken: its code is there. */
  #spoke = false;
  readonly #owed = new Map<number, Owed>();
  #silent = 0;
  #restarts = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(create: () => WorkerLike) {
    this.#create = create;
  }

  get busy(): boolean {
    return this.#owed.size > 0;
  }

  /** The worker that runs, if one does. */
  get worker(): WorkerLike | undefined {
    return this.#worker;
  }

  /** Sends a request that will be answered. */
  ask(id: number, request: Request, owed: Owed): void {
    this.#owed.set(id, owed);
    this.#started().postMessage(request);
    this.#watchWhileBusy();
  }

  /** Ends a request in a worker that runs; none is started to hear of it. */
  cancel(id: number): void {
    this.#worker?.postMessage({ type: 'cancel', id });
  }

  /** Nothing more is owed under this id. */
  settle(id: number): void {
    this.#owed.delete(id);
    this.#watchWhileBusy();
  }

  /** Ends the worker; what is owed is lost. */
  terminate(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#lose('the training worker was ended');
  }

  #lose(reason: string): void {
    const owed = [...this.#owed.values()];
    this.#owed.clear();
    this.#watchWhileBusy();
    owed.forEach((each) => each.lost(reason));
  }

  #started(): WorkerLike {
    if (this.#worker) return this.#worker;
    const worker = this.#create();
    worker.onmessage = ({ data }) => {
      // What a worker that was replaced had said is asked of its successor.
      if (worker !== this.#worker) return;
      this.#silent = 0;
      this.#spoke = true;
      if (data.type === 'alive') return;
      // An announced step is not an answer: a job that kills every worker half-way must be given up too.
      if (data.type !== 'progress') this.#restarts = 0;
      this.#owed.get(data.id)?.receive(data);
    };
    worker.onerror = (event) => {
      if (worker === this.#worker) this.#restart(event.message || 'it could not be loaded');
    };
    this.#worker = worker;
    this.#spoke = false;
    return worker;
  }

  #watchWhileBusy(): void {
    if (this.busy && this.#watch === undefined) {
      this.#silent = 0;
      this.#watch = setInterval(() => {
        const silence = ++this.#silent * CHECK_MS;
        if (!this.#spoke) {
          const patience = LOADS_MS.at(this.#restarts) ?? LOADING_MS;
          if (silence >= patience) this.#restart('its code did not arrive', LOADS_MS.length - 1);
          return;
        }
        // It answers one request after the other, so the most patient of those that wait decides.
        const patience = Math.max(...[...this.#owed.values()].map((owed) => owed.patience));
        if (silence >= patience) this.#restart('it stopped answering');
      }, CHECK_MS);
    } else if (!this.busy && this.#watch !== undefined) {
      clearInterval(this.#watch);
      this.#watch = undefined;
    }
  }

  #restart(reason: string, most = MAX_RESTARTS): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#silent = 0;
    if (++this.#restarts > most) return this.#lose(`the training worker cannot run here (${reason})`);
    for (const each of [...this.#owed.values()]) {
      each.restarted();
      each.again().forEach((request) => this.#started().postMessage(request));
    }
  }
}
