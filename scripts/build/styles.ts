/** Which of the styles that the server render brings along the site's stylesheet holds already. */
import type { Rolldown } from 'vite';

const STYLE = /<style id="([^"]+)">[\s\S]*?<\/style>/g;

function stylesheetText(bundle: Rolldown.OutputBundle): string {
  return Object.values(bundle)
    .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
    .join('\n');
}

/** Keeps each component's style once: not at all where the stylesheet has it, else at its first mention. */
export function withoutRepeatedStyles(head: string, bundle: Rolldown.OutputBundle): string {
  const sheet = stylesheetText(bundle);
  const seen = new Set<string>();
  return head.replace(STYLE, (style, id: string) => {
    if (seen.has(id) || sheet.includes(`.${id}`)) return '';
    seen.add(id);
    return style;
  });
}
