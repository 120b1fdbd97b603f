/** The training worker's code in this thread, behind a real message channel: what a page's Worker looks like to it. */
import type { WorkerLike } from '../../src/models/engine/lane.ts';
import type { Request, Response } from '../../src/models/engine/messages.ts';
import { serve, type WorkerPort } from '../../src/models/engine/worker-server.ts';

/** A worker that can be killed as a browser kills one: it falls silent, and nobody is told. */
export interface LocalWorker extends WorkerLike {
  /** When its first word has reached the page. */
  readonly spoken: Promise<void>;
  kill(): void;
}

export function localWorker(): LocalWorker {
  const { port1, port2 } = new MessageChannel();
  let dead = false;
  let heard = (): void => {};
  const spoken = new Promise<void>((resolve) => (heard = resolve));
  const inside: WorkerPort = {
    postMessage: (message, transfer = []) => {
      if (!dead) port2.postMessage(message, transfer);
    },
    onmessage: null,
  };
  serve(inside);
  port2.onmessage = ({ data }: MessageEvent<Request>) => {
    if (!dead) inside.onmessage?.({ data } as MessageEvent<Request>);
  };
  const outside: LocalWorker = {
    spoken,
    postMessage: (message) => port1.postMessage(message),
    terminate: () => {
      dead = true;
      port1.close();
    },
    kill: () => {
      dead = true;
    },
    onmessage: null,
    onerror: null,
  };
  port1.onmessage = (event: MessageEvent<Response>) => {
    outside.onmessage?.(event);
    heard();
  };
  return outside;
}
