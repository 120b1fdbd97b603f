/** What the page needs of what its figures share, in a file that is loaded with the first figure. */
export { hydrate } from 'svelte';
export { page } from '../page-state.svelte.ts';
export { wayBack } from '../figure/back.svelte.ts';
