/**
 * The few lines that run before the first paint: the theme (from the link, else the reader's choice), `embed=`, which
 * leaves one figure alone on the page, and `predict=`, which covers one until the reader asks for it (figure/Prediction).
 * Of a key that is given twice the last holds, as in links/decode.ts. A string, because it stands in the page itself.
 */

/** The reader's choice of theme in local storage; client/theme.ts writes it. */
export const THEME_KEY = 'theme';

const source = `
  const root = document.documentElement;
  root.dataset.scripts = '';
  const query = new URLSearchParams(location.search);
  const link = (key) => query.getAll(key).at(-1);
  let theme = link('theme');
  try {
    theme ??= localStorage.getItem('${THEME_KEY}');
  } catch {}
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const rule = (textContent) => {
    const style = Object.assign(document.createElement('style'), { textContent });
    document.head.append(style);
    return style;
  };
  const figure = link('embed') ?? '';
  if (/^[a-z]+$/.test(figure)) {
    root.dataset.embed = figure;
    const others = ':root[data-embed] [data-island]:not(:has(> #' + figure + '))';
    rule(others + '{display:none}');
  }
  const covered = link('predict') ?? '';
  if (/^[a-z]+$/.test(covered)) {
    const cover = rule('#' + covered + ':not([data-revealed])>.body>:not(.prediction,.notices){visibility:hidden}');
    // Without the script that reveals it nothing may stay covered.
    addEventListener('vite:preloadError', () => cover.remove());
  }
`;

export const firstScript = `<script>{${source}}</script>`;
