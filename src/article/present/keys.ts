/**
 * Keys for whoever stands before a class, also those of a remote control. Single letters do something only in this mode,
 * which is asked for (WCAG 2.1.4), and no key is taken from a control that has a use for it.
 */

/** What the keys do, as the page says it. */
export const KEYS = [
  { keys: 'Left, Right', does: 'previous and next setting, as Page Up and Page Down' },
  { keys: 'F', does: 'the figure on the whole screen' },
  { keys: 'H', does: 'hide and show its controls' },
  { keys: 'R', does: 'reveal what is covered' },
] as const;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
/** Controls that have letters or arrows of their own. */
const TYPED = 'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]';
const STEPPED = 'input, [role="radio"], [role="option"], [role="slider"], [role="listbox"], [role="grid"]';

/** @returns whether the key was used */
export function pressed({ key, target, altKey, ctrlKey, metaKey, defaultPrevented }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || defaultPrevented) return false;
  const from = target instanceof Element ? target : document.body;
  const figure = figureOf(from);
  if (!figure || from.closest(TYPED)) return false;
  if (Object.hasOwn(STEPS, key)) return !from.closest(STEPPED) && step(figure, STEPS[key]);
  switch (key.toLowerCase()) {
    case 'f':
      return fill(figure);
    case 'h':
      figure.toggleAttribute('data-bare');
      return true;
    case 'r':
      return click(figure.querySelector('[data-reveal]'));
    default:
      return false;
  }
}

/** The figure with the focus, else the one that fills the screen, else the one nearest to its middle. */
function figureOf(from: Element): HTMLElement | null {
  const own = from.closest<HTMLElement>('figure[data-status]') ?? document.fullscreenElement;
  if (own instanceof HTMLElement) return own;
  const distance = (figure: Element): number => {
    const { top, bottom } = figure.getBoundingClientRect();
    return Math.abs((top + bottom) / 2 - innerHeight / 2);
  };
  const all = Array.from(document.querySelectorAll<HTMLElement>('figure[data-status]'));
  const shown = all.filter((figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && figure.checkVisibility();
  });
  return shown.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Through the figure's named settings where it has some, else its models, else along its slider. */
function step(figure: Element, by: 1 | -1): boolean {
  const presets = Array.from(figure.querySelectorAll<HTMLInputElement>('.presets input[type="radio"]'));
  if (presets.length > 0) return click(next(presets, ({ checked }) => checked, by));
  const models = Array.from(figure.querySelectorAll<HTMLElement>('.picture [role="radio"]'));
  if (models.length > 0) return click(next(models, (model) => model.ariaChecked === 'true', by));
  const slider = figure.querySelector<HTMLInputElement>('.views input[type="range"]');
  return slider !== null && slide(slider, by);
}

function next<E>(all: readonly E[], isCurrent: (each: E) => boolean, by: 1 | -1): E | null {
  const at = all.findIndex(isCurrent);
  return all[at < 0 ? 0 : at + by] ?? null;
}

function click(element: HTMLElement | null): boolean {
  element?.click();
  return element !== null;
}

/** A slider's page keys go from stop to stop; where it has none, a tenth of its length. */
function slide(slider: HTMLInputElement, by: 1 | -1): boolean {
  const page = { key: by > 0 ? 'PageUp' : 'PageDown', bubbles: true, cancelable: true };
  const left = slider.dispatchEvent(new KeyboardEvent('keydown', page));
  // Let go again: nobody holds the slider.
  slider.dispatchEvent(new KeyboardEvent('keyup', page));
  if (!left) return true;
  slider.valueAsNumber += (by * (Number(slider.max) - Number(slider.min))) / 10;
  for (const type of ['input', 'change']) slider.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

function fill(figure: Element): boolean {
  // A phone's browser has none for figures.
  if (!document.fullscreenEnabled) return false;
  const done = document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen();
  // Refused in a frame that may not: the page stays as it is.
  done.catch(() => undefined);
  return true;
}
