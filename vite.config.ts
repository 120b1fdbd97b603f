import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { firstFigure } from './scripts/build/first-figure.ts';
import { katexFaces } from './scripts/build/katex-faces.ts';
import { prerender } from './scripts/build/prerender.ts';

export default defineConfig({
  // Relative addresses: the built site works from any host and any folder.
  base: './',
  plugins: [katexFaces(), svelte(), prerender()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: {
      // Every browser of this target preloads modules by itself.
      polyfill: false,
      // The lists of what to preload with each figure would be the larger part of the page's first script.
      resolveDependencies: (file, needed) => (file.includes('Hero.island') ? needed : []),
    },
    // One stylesheet, linked from the page: a figure's still has its style before its code arrives.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstFigure(), debugName: 'figure' }],
        },
      },
    },
  },
});
