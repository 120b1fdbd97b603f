/** Small numbers as words. */

/** One text: the first figure needs them, and quotes would be a third of their bytes. */
const WORDS = (
  'none one two three four five six seven eight nine ten eleven twelve ' +
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
).split(' ');

/** "none", "one" … "twenty", then figures. */
export const numberWord = (count: number): string => WORDS[count] ?? String(count);
