/** What the page needs beyond its text: figures come to life; words, cards, contents, copying and the theme answer. */
import { startCards } from './client/cards.ts';
import { startContents } from './client/contents.ts';
import { startCopying } from './client/copy.ts';
import { startIslands } from './client/islands.ts';
import { startTheme } from './client/theme.ts';
import { startWords } from './client/words.ts';

startTheme();
startWords();
startCards();
startContents();
startCopying();
startIslands();
addEventListener('dragenter', () => void import('./client/drop.ts'), { once: true });
