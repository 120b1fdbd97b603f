/**
 * Words that act on figures. A *Set* word sends `figure:set`, a *Show* word `figure:show` while it is pointed at or has
 * the focus. Both bubble from the word to the document, where figures listen.
 */

export interface FigureSet {
  readonly figure: string;
  readonly values: Readonly<Record<string, number | string>>;
}

export interface FigureShow {
  readonly figure: string;
  /** "feature-1", "superposition" … */
  readonly part: string;
  readonly on: boolean;
}

declare global {
  interface DocumentEventMap {
    'figure:set': CustomEvent<FigureSet>;
    'figure:show': CustomEvent<FigureShow>;
    /** A figure, by its id, has come to life. */
    'figure:alive': CustomEvent<string>;
    'theme:change': CustomEvent;
  }
}

/** The nearest word of a kind that an event happened on. */
function word(event: Event, kind: 'set' | 'show'): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(`[data-${kind}]`) : null;
}

/** @returns whether no figure took it */
function send(from: HTMLElement, type: 'figure:set' | 'figure:show', detail: FigureSet | FigureShow): boolean {
  return from.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable: true, detail }));
}

/** The last word to each figure that was not alive to take it. */
const waiting = new Map<string, () => void>();

function bringIntoView(id: string, word: HTMLElement): void {
  const figure = document.getElementById(id);
  if (!figure) return;
  const { top, bottom } = figure.getBoundingClientRect();
  // A word far from its figure would otherwise change what nobody sees.
  if (bottom >= 0 && top <= innerHeight) return;
  // What figures share is not loaded before there is one.
  void import('./hydrate.ts').then(({ wayBack }) => {
    wayBack.from(word, id);
    figure.scrollIntoView({ block: 'start' });
  });
}

function set(event: Event): void {
  const button = word(event, 'set');
  if (!button) return;
  const figure = button.dataset.set ?? '';
  const values = JSON.parse(button.dataset.values ?? '{}') as FigureSet['values'];
  const say = (): boolean => send(button, 'figure:set', { figure, values });
  if (say()) waiting.set(figure, say);
  bringIntoView(figure, button);
}

let shown: HTMLElement | null = null;

function show(button: HTMLElement | null): void {
  if (button === shown) return;
  for (const [each, on] of [
    [shown, false],
    [button, true],
  ] as const) {
    if (each) send(each, 'figure:show', { figure: each.dataset.show ?? '', part: each.dataset.part ?? '', on });
  }
  shown = button;
}

export function startWords(): void {
  document.addEventListener('figure:alive', ({ detail }) => {
    waiting.get(detail)?.();
    waiting.delete(detail);
  });
  document.addEventListener('click', set);
  document.addEventListener('pointerover', (event) => show(word(event, 'show')));
  document.addEventListener('focusin', (event) => show(word(event, 'show')));
  document.addEventListener('focusout', () => show(null));
}
