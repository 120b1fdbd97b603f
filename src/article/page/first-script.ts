/**
 * The few lines that run before the first paint: the theme (from the link, else the reader's choice), `embed=`, which
 * leaves one figure alone on the page, and `predict=`, which covers one until the reader asks for it (figure/Prediction). A string, because it stands in the page itself.
 */

/** The reader's choice of theme in local storage; client/theme.ts writes it. */
export const THEME_KEY = 'theme';

const source = `
  const root = document.documentElement;
  root.dataset.scripts = '';
  const link = new URLSearchParams(location.search);
  let theme = link.get('theme');
  try {
    theme ??= localStorage.getItem('${THEME_KEY}');
  } catch {}
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const rule = (textContent) => document.head.append(Object.assign(document.createElement('style'), { textContent }));
  const figure = link.get('embed') ?? '';
  if (/^[a-z]+$/.test(figure)) {
    root.dataset.embed = figure;
    const others = ':root[data-embed] [data-island]:not(:has(> #' + figure + '))';
    rule(others + '{display:none}');
  }
  const covered = link.get('predict') ?? '';
  if (/^[a-z]+$/.test(covered)) {
    rule('#' + covered + ':not([data-revealed])>.body>:not(.prediction,.notices){visibility:hidden}');
  }
`;

export const firstScript = `<script>{${source}}</script>`;
