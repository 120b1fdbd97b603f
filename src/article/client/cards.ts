/**
 * Citations and terms show a card, which `data-card` names: on hover, on keyboard focus, on a tap. The card is a popover,
 * so Escape and a tap elsewhere close it; the link – to the list of references, to the glossary – works as any link once
 * the card has been seen.
 */

/** Long enough to move the pointer from the word into the card, in ms. */
const LINGER = 180;
/** Between word and card, and between card and the screen's edge, in px. */
const GAP = 8;
const EDGE = 20;

let open: { readonly link: HTMLElement; readonly card: HTMLElement } | null = null;
let closing = 0;

function cardOf(target: EventTarget | null): { link: HTMLElement; card: HTMLElement } | null {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;
  const card = link && document.getElementById(link.dataset.card ?? '');
  return link && card ? { link, card } : null;
}

function place({ link, card }: { link: HTMLElement; card: HTMLElement }): void {
  // A word that breaks over two lines has two boxes; the card hangs from the last.
  const box = Array.from(link.getClientRects()).at(-1);
  if (!box) return;
  const last = document.documentElement.clientWidth - card.offsetWidth - EDGE;
  const below = box.bottom + GAP;
  const fits = below + card.offsetHeight <= innerHeight || box.top < card.offsetHeight + GAP;
  card.style.left = `${scrollX + Math.max(EDGE, Math.min(box.left, last))}px`;
  card.style.top = `${scrollY + (fits ? below : box.top - GAP - card.offsetHeight)}px`;
}

function show(word: { link: HTMLElement; card: HTMLElement }): void {
  clearTimeout(closing);
  if (open?.card !== word.card || !word.card.matches(':popover-open')) word.card.showPopover();
  open = word;
  // The section that the reader is in needs no link to itself.
  const here = `#${word.link.closest('section')?.id}`;
  for (const more of word.card.querySelectorAll('a')) more.hidden = more.hash === here;
  place(word);
}

function hideSoon(): void {
  clearTimeout(closing);
  closing = window.setTimeout(() => {
    if (open?.card.matches(':popover-open')) open.card.hidePopover();
    open = null;
  }, LINGER);
}

export function startCards(): void {
  let openAtPress = false;

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const word = cardOf(event.target);
    if (word) show(word);
    else if (open && event.target instanceof Node && open.card.contains(event.target)) clearTimeout(closing);
    else if (open) hideSoon();
  });
  document.addEventListener('focusin', (event) => {
    const word = cardOf(event.target);
    if (word?.link.matches(':focus-visible')) show(word);
    else if (open && !(event.target instanceof Node && open.card.contains(event.target))) hideSoon();
  });
  document.addEventListener(
    'pointerdown',
    (event) => (openAtPress = cardOf(event.target)?.card.matches(':popover-open') ?? false),
    { capture: true },
  );
  document.addEventListener('click', (event) => {
    const word = cardOf(event.target);
    // The keyboard's click comes with no press: there the focus has shown the card already.
    if (!word || openAtPress || event.detail === 0) return;
    event.preventDefault();
    show(word);
  });
}
