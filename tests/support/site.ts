/** Builds the site once for the tests of the page, serves it, and tells them where: `inject('site')`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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

/** An address that no browser opens: without a site every test of the page fails, and no other test does. */
const NO_SITE = 'the-site-did-not-build:';

const ROOT = join(import.meta.dirname, '../..');

/** A process of its own: the test runner's NODE_ENV would give a build for development. */
function build(folder: string): boolean {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', folder], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'site-'));
  const served = build(folder) ? await serve(folder, PREFIX) : null;
  project.provide('site', served?.url ?? NO_SITE);
  return async () => {
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
