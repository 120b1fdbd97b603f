/** Tells whether an element is on screen in a tab that is shown. */
import type { Attachment } from 'svelte/attachments';

/** A figure is woken a little before it is seen. */
const MARGIN = '100px 0px';

export function whileVisible(tell: (visible: boolean) => void): Attachment<Element> {
  return (element) => {
    let near = false;
    const update = (): void => tell(near && document.visibilityState === 'visible');
    const observer = new IntersectionObserver(
      (entries) => {
        // Several when the page was busy: the last is how things are now.
        near = entries[entries.length - 1].isIntersecting;
        update();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    document.addEventListener('visibilitychange', update);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', update);
    };
  };
}
