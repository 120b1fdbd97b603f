/** Words of the page as SVG text, line by line where they stand. */
import { plainColor } from './plain-color.ts';

const SVG = 'http://www.w3.org/2000/svg';
let context: CanvasRenderingContext2D | null | undefined;

/** @param origin of the picture, in the coordinates of getBoundingClientRect */
export function textOf(node: Text, origin: { readonly x: number; readonly y: number }): Element[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  const { color, alpha } = plainColor(style.color);
  return linesOf(node).map(({ text, box }) => {
    const element = document.createElementNS(SVG, 'text');
    element.textContent = text;
    const attributes = {
      x: box.left - origin.x,
      y: box.top - origin.y + ascent(style, box.height),
      fill: color,
      ...(alpha < 1 ? { 'fill-opacity': alpha } : {}),
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
      ...(style.fontStyle === 'normal' ? {} : { 'font-style': style.fontStyle }),
    };
    for (const [name, value] of Object.entries(attributes))
      element.setAttribute(name, typeof value === 'number' ? String(Number(value.toFixed(2))) : value);
    return element;
  });
}

interface Line {
  text: string;
  readonly box: DOMRect;
}

function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) last.text += ` ${word.trim()}`;
    else lines.push({ text: word.trim(), box });
  }
  return lines;
}

/** From the top of a line's box to its baseline. */
function ascent({ font, fontSize }: CSSStyleDeclaration, height: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0.8 * parseFloat(fontSize);
  context.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x');
  return (height - up - down) / 2 + up;
}
