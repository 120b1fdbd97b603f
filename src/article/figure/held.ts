/** Tells whether a slider inside an element is held, by pointer, touch or key: `:active` is unreliable under a finger. */
import type { Attachment } from 'svelte/attachments';

export function whileHeld(tell: (held: boolean) => void): Attachment<Element> {
  return (element) => {
    const controller = new AbortController();
    const { signal } = controller;
    const isSlider = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.type === 'range';
    const hold = (event: Event): void => {
      if (isSlider(event)) tell(true);
    };
    const letGo = (): void => tell(false);
    for (const type of ['pointerdown', 'touchstart', 'keydown'] as const) {
      element.addEventListener(type, hold, { signal, passive: true });
    }
    for (const type of ['pointerup', 'touchend', 'touchcancel', 'keyup', 'blur'] as const) {
      addEventListener(type, letGo, { signal, passive: true });
    }
    addEventListener(
      'pointercancel',
      // Under a finger the browser may take the pointer over while the thumb is still held; the touch's end says when.
      ({ pointerType }) => pointerType !== 'touch' && letGo(),
      { signal },
    );
    return () => controller.abort();
  };
}
