/** The one thing that bringing a figure to life needs of Svelte: in a file that is loaded with the first figure. */
export { hydrate } from 'svelte';
