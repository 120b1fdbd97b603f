/** The encodings as bytes for a canvas, which knows no custom properties: read once for each theme. */

/** By the list of colours, and by what the page's own colours are at the moment. */
const read = new WeakMap<readonly string[], Map<string, Uint8ClampedArray>>();

/**
 * RGBA of CSS colours, four bytes each, as the page would paint them under this element.
 * @param host an element in the document
 * @param colors always the same list for the same encoding: it is the key under which its bytes are kept
 */
export function colorPixels(host: Element, colors: readonly string[]): Uint8ClampedArray {
  const probe = document.createElement('span');
  probe.hidden = true;
  // What the system forces on text would make every colour of a picture the same.
  probe.style.forcedColorAdjust = 'none';
  host.append(probe);
  // Set all, then read all: styles are computed once, not once a colour.
  const computed = (some: readonly string[]): string[] => {
    probe.replaceChildren(
      ...some.map((color) => {
        const child = document.createElement('i');
        child.style.color = color;
        return child;
      }),
    );
    return Array.from(probe.children, (child) => getComputedStyle(child).color);
  };
  const themes = read.get(colors) ?? new Map<string, Uint8ClampedArray>();
  const theme = computed([colors[0], colors[colors.length - 1]]).join();
  const pixels = themes.get(theme) ?? paint(computed(colors));
  read.set(colors, themes.set(theme, pixels));
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
