import { relative } from 'node:path';

/**
 * Options shared by the site, its server render and the tests. A component's style class is derived from its path
 * alone, so that the server render and the browser's code agree on it whatever else differs between their builds.
 * @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig}
 */
export default {
  compilerOptions: {
    runes: true,
    cssHash: ({ hash, filename }) => `s-${hash(relative(import.meta.dirname, filename))}`,
  },
};
