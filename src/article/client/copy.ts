/** Buttons that copy: `data-copy` is the id of the element whose text goes to the clipboard. Loaded at the first click. */

/** How long a button says that it has copied, in ms. */
const SAID_MS = 2000;

export async function copyFrom(button: HTMLElement): Promise<void> {
  const source = document.getElementById(button.dataset.copy ?? '');
  if (!source || button.textContent === 'Copied') return;

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
