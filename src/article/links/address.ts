/** What the page needs to follow and to write its own address: in a file that nothing else is bound to. */
export { encodeLink } from './encode.ts';
export { connectLocation, readLocation } from './location.ts';
