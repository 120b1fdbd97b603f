/** A figure's picture, as it is shown, as one SVG that needs nothing of the page. */
import { inlined } from './inline-style.ts';
import { textOf } from './html-text.ts';
import { plainColor } from './plain-color.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** What the picture is made of, among the parts of a figure (figure/Figure.svelte). */
const PARTS = '.views > .picture, .views > .beside';
/** Controls, and what answers to the pointer, are no part of a picture; drawings in a control are. */
const CONTROLS = [
  ...['input', 'select', 'textarea', 'label', '.control', '.choices', '.readout', '.visually-hidden', '[hidden]'],
  ...['button', '[role="radiogroup"]'].map((control) => `${control}:not(:has(svg, canvas))`),
].join();
/** Round the picture, px. */
const MARGIN = 16;

interface Origin {
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  readonly svg: string;
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** @param title what it shows, for those who cannot see it */
export function composePicture(figure: Element, title: string): Picture {
  const parts = Array.from(figure.querySelectorAll(PARTS));
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) + MARGIN - left);
  const height = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + MARGIN - top);
  const svg = shape('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  const paper = plainColor(getComputedStyle(document.documentElement).backgroundColor);
  svg.append(name, shape('rect', { width, height, fill: paper.alpha > 0 ? paper.color : 'none' }));
  for (const part of parts) svg.append(...drawn(part, { x: left, y: top }));
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

function drawn(node: Node, origin: Origin): Element[] {
  if (node instanceof Text) return textOf(node, origin);
  if (!(node instanceof Element) || node.matches(CONTROLS)) return [];
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return [];
  const box = node.getBoundingClientRect();
  const place = {
    x: round(box.left - origin.x),
    y: round(box.top - origin.y),
    width: round(box.width),
    height: round(box.height),
  };
  if (node instanceof SVGSVGElement) return placed(node, place);
  if (node instanceof HTMLCanvasElement) {
    const { imageRendering } = style;
    const image = { preserveAspectRatio: 'none', 'image-rendering': imageRendering, href: node.toDataURL() };
    return [shape('image', { ...place, ...image })];
  }
  const { color, alpha } = plainColor(style.backgroundColor);
  const ground = alpha > 0 ? [shape('rect', { ...place, fill: color, 'fill-opacity': alpha })] : rampOf(style, place);
  return [...ground, ...Array.from(node.childNodes).flatMap((child) => drawn(child, origin))];
}

/** A legend's ramp from left to right, as the style sheet says it: its colours at equal distances. */
function rampOf({ backgroundImage }: CSSStyleDeclaration, place: Readonly<Record<string, number>>): Element[] {
  const [, inside] = /^linear-gradient\((?:to right|90deg), (.*)\)$/.exec(backgroundImage) ?? [];
  if (!inside) return [];
  const colors = inside.split(/,\s+(?![^(]*\))/).map((stop) => plainColor(stop.replace(/ [\d.]+%$/, '')).color);
  const id = `ramp-${place.x}-${place.y}`;
  const ramp = shape('linearGradient', { id });
  colors.forEach((color, k) => ramp.append(shape('stop', { offset: k / (colors.length - 1), 'stop-color': color })));
  return [ramp, shape('rect', { ...place, fill: `url(#${id})` })];
}

function placed(svg: SVGSVGElement, place: Readonly<Record<string, number>>): Element[] {
  const copy = inlined(svg);
  if (!copy || place.width === 0) return [];
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${place.width} ${place.height}`);
  for (const [key, value] of Object.entries(place)) copy.setAttribute(key, String(value));
  return [copy];
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

const round = (value: number): number => Number(value.toFixed(2));
