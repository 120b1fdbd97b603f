/** Files that a figure offers: made when asked for, from the state on screen. */

export interface Download {
  /** The kind of file, as the button says it: "JSON". */
  readonly label: string;
  /** What is in it. */
  readonly about: string;
  readonly name: string;
  readonly type: string;
  readonly content: () => string | Promise<Blob>;
}

/** Some browsers (Safari) read the blob only after they have asked where to put the file. */
const KEPT_MS = 40_000;

export async function saveFile({ name, type, content }: Download): Promise<void> {
  const made = await content();
  const address = URL.createObjectURL(typeof made === 'string' ? new Blob([made], { type }) : made);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
