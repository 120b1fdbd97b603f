/** Text as it stands in the code: without the code's own indentation. */

/**
 * A value that stands alone on its line may have several, which are indented as it is; where it is empty its line goes
 * away.
 */
export function dedent(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  // The first line ends where the text begins, the last one has the closing quote's indentation alone.
  const lines = strings.join(PLACE).split('\n').slice(1, -1);
  const margin = Math.min(...lines.flatMap((line) => (line.trim() === '' ? [] : [indentOf(line).length])));
  let next = 0;
  return lines
    .flatMap((whole) => {
      const line = whole.slice(margin);
      if (line.trim() !== PLACE) return [line.replaceAll(PLACE, () => String(values[next++]))];
      const text = String(values[next++]);
      return text === '' ? [] : text.split('\n').map((each) => (each === '' ? '' : indentOf(line) + each));
    })
    .join('\n');
}

/** Stands for a value; no script has it. */
const PLACE = '\0';

const indentOf = (line: string): string => line.slice(0, line.length - line.trimStart().length);
