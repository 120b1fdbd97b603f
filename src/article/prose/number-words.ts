/** Small numbers as words. */

const WORDS = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** "none", "one" … "twenty", then figures. */
export const numberWord = (count: number): string => WORDS[count] ?? String(count);
