import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './tests/support/browser.ts';
import { ClosingLine } from './tests/support/reporter.ts';

const DEPENDENCIES = [
  'svelte',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-webgl/dist/base',
  '@tensorflow/tfjs-backend-cpu/dist/base.js',
];

export default defineConfig(async () => ({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        // Numbers, layouts and the server render: no DOM.
        plugins: [svelte()],
        test: {
          name: 'node',
          environment: 'node',
          // Some train whole models; on two busy cores that is seconds.
          testTimeout: 20_000,
          include: ['tests/{models,viz,article}/**/*.test.ts'],
        },
      },
      {
        // Inside a real Chromium: WebGL, workers, components that measure themselves.
        plugins: [svelte()],
        worker: { format: 'es' as const },
        // Bundled before the first test: a dependency discovered later reloads the page under a running test.
        optimizeDeps: { include: DEPENDENCIES },
        test: {
          name: 'chromium',
          include: ['tests/browser/**/*.test.ts'],
          // Software WebGL keeps every core of a small machine busy by itself.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await launchOptions() }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        // The built site, driven from outside as a reader would.
        test: {
          name: 'page',
          environment: 'node',
          include: ['tests/page/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: ['tests/support/site.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What a page does takes as long as the machine is slow; a condition that never comes still fails.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
}));
