/** Files that were dropped onto a figure, on their way to its Download panel. */

type Receiver = (file: File) => void;

/** Figures whose panel is open, and files that wait until it is. */
const receivers = new WeakMap<Element, Receiver>();
const waiting = new WeakMap<Element, File>();

/** @returns stops receiving */
export function receiveDrops(figure: Element, receive: Receiver): () => void {
  receivers.set(figure, receive);
  const file = waiting.get(figure);
  waiting.delete(figure);
  if (file) receive(file);
  return () => receivers.delete(figure);
}

/** Hands the file over. @returns false where the panel is not open: it is handed over once it is */
export function deliver(figure: Element, file: File): boolean {
  const receive = receivers.get(figure);
  if (receive) receive(file);
  else waiting.set(figure, file);
  return receive !== undefined;
}

/** A file that still waits is not handed over. */
export function forget(figure: Element): void {
  waiting.delete(figure);
}
