/** Builds the site once for the tests of the page, serves it, and tells them where: `inject('site')`. */
import { join } from 'node:path';
import { build } from 'vite';
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
  await build({ root, mode: 'production', logLevel: 'warn' });
  const served = await serve(join(root, 'dist'), PREFIX);
  project.provide('site', served.url);
  return () => served.close();
}
