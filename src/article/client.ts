/** What the page needs beyond its text: figures come to life; words, citations, contents, copying and the theme answer. */
import { startCitations } from './client/citations.ts';
import { startContents } from './client/contents.ts';
import { startCopying } from './client/copy.ts';
import { startIslands } from './client/islands.ts';
import { startTheme } from './client/theme.ts';
import { startWords } from './client/words.ts';

startTheme();
startWords();
startCitations();
startContents();
startCopying();
startIslands();
