/** CSS colours as sRGB: drawing programs know neither oklch() nor light-dark(). */

interface PlainColor {
  /** #rrggbb. */
  readonly color: string;
  /** In [0, 1]. */
  readonly alpha: number;
}

const known = new Map<string, PlainColor>();
let context: CanvasRenderingContext2D | null | undefined;

/** @param color as getComputedStyle gives it, with nothing left to resolve */
export function plainColor(color: string): PlainColor {
  const before = known.get(color);
  if (before) return before;
  context ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) return { color, alpha: 1 };
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
  const hex = [r, g, b].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const plain = { color: `#${hex}`, alpha: a / 255 };
  known.set(color, plain);
  return plain;
}
