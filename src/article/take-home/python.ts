/** Numbers as Python writes them. */

/** Up to this many are written out; more would hide the script. */
const MOST_LITERALS = 256;
/** Numbers in a line of literals. */
const IN_A_LINE = 8;

export const needsBytes = (count: number): boolean => count > MOST_LITERALS;

/** Digits that tell every float32 from its neighbours. */
const DIGITS = 9;

/** Float32 numbers, to the bit: written out where they are few, else their bytes (little-endian) in base64 for `decoded`. */
export function floats(values: Float32Array): string {
  if (needsBytes(values.length)) return `decoded("${base64(values)}")`;
  const lines: string[] = [];
  for (let from = 0; from < values.length; from += IN_A_LINE)
    lines.push(`    ${Array.from(values.subarray(from, from + IN_A_LINE), short).join(', ')},`);
  return `torch.tensor([\n${lines.join('\n')}\n])`;
}

const short = (value: number): number => Number(value.toPrecision(DIGITS));

function base64(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, k) => view.setFloat32(4 * k, value, true));
  let bytes = '';
  for (let k = 0; k < view.byteLength; k++) bytes += String.fromCharCode(view.getUint8(k));
  return btoa(bytes);
}
