/** The signed ramp as bytes for a canvas, which knows no custom properties: read once for each theme. */
import { toneColor, TONES } from './signed-cells.ts';

/** By what the page's own colours are at the moment. */
const read = new Map<string, Uint8ClampedArray>();

/**
 * RGBA of the tones −TONES … TONES, four bytes each, as the page would paint them under this element.
 * @param host an element in the document
 */
export function tonePixels(host: Element): Uint8ClampedArray {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const colorOf = (tone: number): string => {
    probe.style.color = toneColor(tone);
    return getComputedStyle(probe).color;
  };
  const theme = `${colorOf(0)} ${colorOf(TONES)}`;
  const known = read.get(theme);
  const pixels = known ?? paint(Array.from({ length: 2 * TONES + 1 }, (_, k) => colorOf(k - TONES)));
  read.set(theme, pixels);
  probe.remove();
  return pixels;
}

function paint(colors: readonly string[]): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = colors.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return new Uint8ClampedArray(4 * colors.length);
  colors.forEach((color, k) => {
    context.fillStyle = color;
    context.fillRect(k, 0, 1, 1);
  });
  return context.getImageData(0, 0, colors.length, 1).data;
}
