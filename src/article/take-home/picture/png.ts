/** A picture as pixels. */
import type { Picture } from './compose.ts';
import { fontFaces } from './font-faces.ts';

/** Device pixels for each of the page's. */
const SCALE = 2;

/** @throws Error where the browser cannot draw it */
export async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  // As an image it has no page to take its letters from.
  const faces = await fontFaces(svg);
  const whole = svg.replace('</title>', `</title><style>${faces}</style>`);
  const address = URL.createObjectURL(new Blob([whole], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: SCALE * width, height: SCALE * height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser cannot draw the picture')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
