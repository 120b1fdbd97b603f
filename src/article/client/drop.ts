/** Files that are dropped onto a figure: its Download panel opens them. Loaded when something is first dragged in. */

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

/** The button that opens the figure's Download panel; a figure without one takes no files. */
function doorOf({ target, dataTransfer }: DragEvent): HTMLElement | null {
  const figure = target instanceof Element ? target.closest('figure[data-status]') : null;
  const carries = dataTransfer?.types.includes('Files');
  if (!carries || !figure) return null;
  const buttons = Array.from(figure.querySelectorAll<HTMLElement>('.take button'));
  return buttons.find((button) => button.textContent.trim() === 'Download') ?? null;
}

document.addEventListener('dragover', (event) => {
  if (doorOf(event)) event.preventDefault();
});
document.addEventListener('drop', (event) => {
  const door = doorOf(event);
  const [file] = event.dataTransfer?.files ?? [];
  const figure = door?.closest('figure');
  if (!door || !file || !figure) return;
  event.preventDefault();
  const receive = receivers.get(figure);
  if (receive) return receive(file);
  waiting.set(figure, file);
  door.click();
});
