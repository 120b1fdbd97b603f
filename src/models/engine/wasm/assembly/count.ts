/** How many of a step's samples are not empty. */
import { RowStream } from './stream';

/**
 * Looks the step's word up in a count table (../counts.ts).
 *
 * @param table u32 [length], rising
 * @returns `from` and the number of entries that are at most the word
 */
export function drawCount(table: usize, from: u32, length: u32): u32 {
  const word = RowStream.countWord();
  let low = table;
  while (length) {
    const half = length >> 1;
    const middle = low + 4 * half;
    const after = load<u32>(middle) <= word;
    low = select<usize>(middle + 4, low, after);
    length = select<u32>(length - half - 1, half, after);
  }
  return from + <u32>((low - table) >> 2);
}
