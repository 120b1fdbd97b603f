/** The site as readers get it: built into a folder of its own and served as a static host would. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { serve } from '../../../tests/support/serve.ts';

export interface BuiltSite {
  /** With the trailing slash. */
  readonly url: string;
  /** Bytes of one of its files, gzipped. */
  gzippedBytes(url: string): number;
  close(): Promise<void>;
}

export async function buildSite(): Promise<BuiltSite> {
  const root = join(import.meta.dirname, '../../..');
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const { url, close } = await serve(folder);
  return {
    url,
    gzippedBytes: (file) => gzipSync(readFileSync(join(folder, new URL(file).pathname)), { level: 9 }).length,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
