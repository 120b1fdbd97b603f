/** Buttons that copy: `data-copy` is the id of the element whose text goes to the clipboard. */

/** How long a button says that it has copied, in ms. */
const SAID_MS = 2000;

async function copy(button: HTMLElement, source: HTMLElement): Promise<void> {
  const said = button.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = said), SAID_MS);
  } catch {
    // Not allowed here: the text is selected instead, for the reader's own copy command.
    getSelection()?.selectAllChildren(source);
  }
}

export function startCopying(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const source = button && document.getElementById(button.dataset.copy ?? '');
    if (button && source && button.textContent !== 'Copied') void copy(button, source);
  });
}
