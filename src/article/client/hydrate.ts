/** What bringing a figure to life needs: in a file that is loaded with the first figure. */
export { hydrate } from 'svelte';
export { page } from '../page-state.svelte.ts';
