/** Files that are dropped onto a figure: its Download panel opens them. Loaded when something is first dragged in. */

import { deliver, forget } from '../figure/dropped-files.ts';

/** The button that opens the figure's Download panel; a figure without one takes no files. */
function doorOf({ target, dataTransfer }: DragEvent): HTMLElement | null {
  const figure = target instanceof Element ? target.closest('figure[data-status]') : null;
  const carries = dataTransfer?.types.includes('Files');
  if (!carries || !figure) return null;
  const buttons = Array.from(figure.querySelectorAll<HTMLElement>('.take button'));
  return buttons.find((button) => button.textContent.trim() === 'Download') ?? null;
}

const isOpen = (door: Element): boolean => door.getAttribute('aria-expanded') === 'true';

/** Opens the panel. A file that still waits when it is closed again is not opened at the next time. */
function open(door: HTMLElement, figure: Element): void {
  door.click();
  const closing = new MutationObserver(() => {
    if (isOpen(door)) return;
    forget(figure);
    closing.disconnect();
  });
  closing.observe(door, { attributeFilter: ['aria-expanded'] });
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
  // A panel that is open and receives nothing is on its way.
  if (!deliver(figure, file) && !isOpen(door)) open(door, figure);
});
