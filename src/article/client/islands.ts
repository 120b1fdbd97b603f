/** Brings figures to life: each when it nears the screen, one per frame, so that none delays the page's first paint. */
import type { Component } from 'svelte';

/** How far below or above the screen a figure starts, as a share of the screen's height. */
const NEAR = '75% 0px';

const loaders = import.meta.glob<Component<Record<string, unknown>>>('../figures/*/*.island.svelte', {
  import: 'default',
});

function loaderOf(name: string): () => Promise<Component<Record<string, unknown>>> {
  const entry = Object.entries(loaders).find(([path]) => path.endsWith(`/${name}.island.svelte`));
  if (!entry) throw new Error(`No figure ${name}.`);
  return entry[1];
}

/** The last control of each figure that was clicked before it could answer. */
const clicked = new WeakMap<EventTarget, HTMLElement>();

function hold(event: Event): void {
  const control = (event.target as Element).closest<HTMLElement>('button, label');
  if (!control || !event.currentTarget) return;
  // A radio button that is checked already would not change when the click is given again.
  event.preventDefault();
  clicked.set(event.currentTarget, control);
}

async function start(target: HTMLElement): Promise<void> {
  // Svelte comes with the first figure: a page without any does not load it.
  const [component, { hydrate, page }] = await Promise.all([
    loaderOf(target.dataset.island ?? '')(),
    import('./hydrate.ts'),
  ]);
  // What a reader set before would be undone by what the address says.
  await page.read;
  hydrate(component, { target, props: JSON.parse(target.dataset.props ?? '{}') as Record<string, unknown> });
  target.removeEventListener('click', hold, true);
  // By then it has followed its link.
  await nextFrame();
  clicked.get(target)?.click();
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export function startIslands(): void {
  // Where the link asks for a figure that is not here, all are hidden, and what is hidden never comes to life to say so.
  const { dataset } = document.documentElement;
  if (dataset.embed && !document.getElementById(dataset.embed)) delete dataset.embed;

  let last: Promise<unknown> = nextFrame();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        // A figure that cannot start stays a still and must not keep the next from starting.
        last = last.then(nextFrame).then(() => start(target as HTMLElement).catch(reportError));
      }
    },
    { rootMargin: NEAR },
  );
  for (const island of document.querySelectorAll('[data-island]')) {
    island.addEventListener('click', hold, true);
    observer.observe(island);
  }
}
