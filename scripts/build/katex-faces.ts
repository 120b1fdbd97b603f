/** Leaves in KaTeX's stylesheet only the faces that formulas here can reach; letters are set in the text face. */
import type { Plugin } from 'vite';

const STYLESHEET = /\/katex\/dist\/katex\.css(\?|$)/;
const FACE = /@font-face\s*\{[^}]*\}/g;
const KEPT = /KaTeX_(Main|Size1|Size2)-Regular\.woff2/;
const WOFF2 = /url\([^)]*\.woff2\) format\("woff2"\)/;

export function katexFaces(): Plugin {
  return {
    name: 'article:katex-faces',
    enforce: 'pre',
    transform(css, id) {
      if (!STYLESHEET.test(id)) return;
      return css.replace(FACE, (face) => {
        if (!KEPT.test(face)) return '';
        const [source] = WOFF2.exec(face) ?? [];
        if (!source) throw new Error(`KaTeX's stylesheet has changed its faces:\n${face}`);
        return face.replace(/src:[^;}]*/, `src: ${source}; font-display: swap`);
      });
    },
  };
}
