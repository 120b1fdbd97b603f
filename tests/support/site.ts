/** Builds the site once for the tests of the page, serves it, and tells them where: `inject('site')`. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serve } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, with the trailing slash. */
    site: string;
  }
}

/** A sub-path, so that every test of the page also tests that the site does not mind where it lies. */
const PREFIX = '/toy-models/';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../..');
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'site-'));
  // A process of its own: the test runner's NODE_ENV would give a build for development.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
  const served = await serve(folder, PREFIX);
  project.provide('site', served.url);
  return async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
