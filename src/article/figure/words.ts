/** Words in the prose that set a figure or light a part of it up, as the figure hears them. */
import type { FigureSet } from '../client/words.ts';

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
    ({ detail }) => {
      if (detail.figure === figure) set(detail.values);
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
  return () => controller.abort();
}
