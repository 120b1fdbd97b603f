/** The theme button: the other theme, kept for the next visit. The page's first script set it before the first paint. */
import { THEME_KEY } from '../page/first-script.ts';

type Theme = 'light' | 'dark';

const systemTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

function choose(theme: Theme): void {
  const root = document.documentElement;
  const ofSystem = theme === systemTheme();
  // Whoever chooses what the system says anyway goes on following the system.
  if (ofSystem) delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (ofSystem) localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is refused in some private windows; the choice then lasts as long as the page.
  }
  // Canvases do not follow tokens by themselves.
  document.dispatchEvent(new CustomEvent('theme:change'));
}

export function startTheme(): void {
  document.querySelector('[data-theme-toggle]')?.addEventListener('click', () => {
    const current = document.documentElement.dataset.theme ?? systemTheme();
    choose(current === 'dark' ? 'light' : 'dark');
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    document.dispatchEvent(new CustomEvent('theme:change')),
  );
}
