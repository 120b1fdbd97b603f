/** Files that a figure offers: made when asked for, from the state on screen. */

export interface Download {
  /** The kind of file, as the button says it: "JSON". */
  readonly label: string;
  /** What is in it. */
  readonly about: string;
  readonly name: string;
  readonly type: string;
  readonly content: () => string;
}

export function saveFile({ name, type, content }: Download): void {
  const address = URL.createObjectURL(new Blob([content()], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The click has started reading the blob; the address may go once this turn of the event loop is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
