/** Words in the prose that set a figure or light a part of it up, as the figure hears them. */
import type { FigureSet } from '../client/words.ts';
import { page } from '../page-state.svelte.ts';

interface Listeners {
  set(values: FigureSet['values']): void;
  show(part: string, on: boolean): void;
}

/** @returns stops listening */
export function listenToWords(figure: string, { set, show }: Listeners): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener(
    'figure:set',
    (event) => {
      if (event.detail.figure !== figure) return;
      event.preventDefault();
      set(event.detail.values);
    },
    { signal },
  );
  document.addEventListener(
    'figure:show',
    ({ detail }) => {
      if (detail.figure === figure) show(detail.part, detail.on);
    },
    { signal },
  );
  // Words that have waited come after what the address says: it would undo them.
  void page.read.then(() => document.dispatchEvent(new CustomEvent('figure:alive', { detail: figure })));
  return () => controller.abort();
}
