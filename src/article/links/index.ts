/** The link codec's public face. */
export { decodeLink, type DecodedLink } from './decode.ts';
export { encodeLink } from './encode.ts';
export { DEFAULT_STATE, type LinkState } from './link.ts';
export { connectLocation, readLocation, type LinkedLocation } from './location.ts';
export { quote, type LinkNote } from './notes.ts';
