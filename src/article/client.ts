/** What the page needs beyond its text: figures come to life; words, cards, contents, copying and the theme answer. */
import { startCards } from './client/cards.ts';
import { startContents } from './client/contents.ts';
import { startIslands } from './client/islands.ts';
import { startTheme } from './client/theme.ts';
import { startWords } from './client/words.ts';

startTheme();
startWords();
startCards();
startContents();
startIslands();
addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-copy]');
  if (button) void import('./client/copy.ts').then(({ copyFrom }) => copyFrom(button));
});
addEventListener('dragenter', () => void import('./client/drop.ts'), { once: true });
