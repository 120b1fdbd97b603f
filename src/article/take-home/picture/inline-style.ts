/** What a style sheet says of an SVG element, written into the element itself, with colours that every program knows. */
import { plainColor } from './plain-color.ts';

const PAINTS = ['fill', 'stroke', 'stop-color'] as const;
const PROPERTIES = [
  ...['stroke-width', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'fill-rule'],
  ...['opacity', 'paint-order', 'visibility', 'clip-path', 'mask', 'overflow', 'shape-rendering', 'image-rendering'],
];
const TEXT_PROPERTIES = [
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'text-anchor', 'dominant-baseline'],
  ...['font-variant-numeric', 'baseline-shift'],
];
/** What every program assumes anyway. */
const INITIAL = new Set(['normal', 'auto', 'none', 'visible', '0px', '1', 'butt', 'miter', 'nonzero', 'baseline']);
const TEXT = new Set(['text', 'tspan']);
/** Attributes that mean something inside the page only. */
const PAGE_ONLY = /^(class|style|tabindex|role|aria-.*|data-.*|on.*)$/;

/** A copy with everything in it that the picture depends on; null where it is not drawn. */
export function inlined(element: Element): Element | null {
  const style = getComputedStyle(element);
  if (style.display === 'none' || element.localName === 'foreignObject') return null;
  const copy = element.cloneNode(false) as Element;
  for (const name of element.getAttributeNames()) if (PAGE_ONLY.test(name)) copy.removeAttribute(name);
  for (const name of PAINTS) paint(copy, style, name);
  for (const name of PROPERTIES) write(copy, style, name);
  if (TEXT.has(element.localName)) for (const name of TEXT_PROPERTIES) write(copy, style, name);
  if (!element.hasAttribute('transform')) moved(copy, style);
  for (const child of element.childNodes) {
    const own = child instanceof Element ? inlined(child) : child.cloneNode();
    if (own && own.nodeType !== Node.COMMENT_NODE) copy.append(own);
  }
  return copy;
}

function paint(copy: Element, style: CSSStyleDeclaration, name: (typeof PAINTS)[number]): void {
  const value = style.getPropertyValue(name);
  if (value === '' || (name === 'stop-color' && copy.localName !== 'stop')) return;
  const plain = /^(none|url|context)/.test(value) ? { color: value, alpha: 1 } : plainColor(value);
  copy.setAttribute(name, plain.alpha === 0 ? 'none' : plain.color);
  const opacity = name === 'stop-color' ? 'stop-opacity' : `${name}-opacity`;
  const alpha = plain.alpha * Number(style.getPropertyValue(opacity) || 1);
  if (alpha < 1 && plain.alpha > 0) copy.setAttribute(opacity, String(Number(alpha.toFixed(3))));
}

function write(copy: Element, style: CSSStyleDeclaration, name: string): void {
  const value = style.getPropertyValue(name);
  // Inside another one, an SVG cuts off what stands out, unless it is told not to.
  const assumed = INITIAL.has(value) && !(name === 'overflow' && copy.localName === 'svg');
  if (assumed && !copy.hasAttribute(name)) return;
  if (value !== '') copy.setAttribute(name, value);
}

/** A translation or scale that the style sheet gives, with its origin. */
function moved(copy: Element, { transform, translate, scale, rotate, transformOrigin }: CSSStyleDeclaration): void {
  const own = [translate, rotate, scale, transform].filter((value) => value && value !== 'none');
  if (own.length > 0 && copy.localName !== 'svg')
    copy.setAttribute(
      'style',
      `translate:${translate};rotate:${rotate};scale:${scale};transform:${transform};transform-origin:${transformOrigin}`,
    );
}
