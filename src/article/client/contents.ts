/** Marks the section being read in the contents, and takes the gutter's list away while a page-wide figure passes it. */

/** A section is being read once its top has passed this share of the screen's height. */
const READING_LINE = '-25% 0px -74% 0px';

export function startContents(): void {
  const list = document.querySelector<HTMLElement>('[data-contents]');
  if (!list) return;
  const links = new Map(Array.from(list.querySelectorAll('a'), (link) => [link.hash.slice(1), link]));

  const reading = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute('aria-current');
        links.get(target.id)?.setAttribute('aria-current', 'location');
      }
    },
    { rootMargin: READING_LINE },
  );
  for (const section of document.querySelectorAll('main section[id]')) reading.observe(section);
  links.values().next().value?.setAttribute('aria-current', 'location');

  const passing = new Set<Element>();
  const wide = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) passing[isIntersecting ? 'add' : 'delete'](target);
    list.toggleAttribute('data-away', passing.size > 0);
  });
  for (const figure of document.querySelectorAll('main .page')) wide.observe(figure);

  // As a menu it has done its work once a section is chosen.
  list.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement && list.matches(':popover-open')) list.hidePopover();
  });
}
