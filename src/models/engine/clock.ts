/** The engine's only clock: it decides how long a chunk may be, never what it computes. */
export const now = (): number => performance.now();

/** Lets messages in: a turn of the event loop, without setTimeout's 4 ms floor. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
