/**
 * Where a pointer is in a drawing of `width` user units, however the page has scaled it.
 * @returns x and y in user units from the drawing's top left
 */
export function pointerPoint(event: MouseEvent, element: Element, width: number): [x: number, y: number] {
  const box = element.getBoundingClientRect();
  const scale = box.width > 0 ? width / box.width : 1;
  return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
}
