/** A figure inside another page, as HTML. */

/** Room round an embedded figure, px: its margins, and the foot that leads to the article. */
const AROUND = { width: 40, height: 100 };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&"<>]/g, (letter) => ENTITIES[letter]);

/** @param size of the figure without any open panel, px */
export function frameCode(
  link: string,
  title: string,
  size: { readonly width: number; readonly height: number },
): string {
  const width = Math.ceil(size.width) + AROUND.width;
  const height = Math.ceil(size.height) + AROUND.height;
  const frame = `width="${width}" height="${height}" loading="lazy" style="border: 0; max-width: 100%"`;
  return `<iframe src="${escape(link)}" title="${escape(title)}" ${frame}></iframe>`;
}
