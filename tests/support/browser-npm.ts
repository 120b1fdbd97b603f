/** The headless shell inside @sparticuz/chromium: a browser on a machine that has npm and nothing else (Linux x64). */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundBrowser } from './browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');
const CACHE = join(ROOT, 'node_modules/.cache');

/** The package takes these for the system libraries that a bare machine lacks (nss, nspr, expat) and unpacks its own. */
const BARE_MACHINE = 'AWS_Lambda_nodejs22.x';
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/** Unpacks into a folder named by the version; a second process that does the same meanwhile loses nothing. */
function unpack(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const unpacked = mkdtempSync(join(CACHE, 'unpacking-'));
  const env = { ...process.env, AWS_EXECUTION_ENV: BARE_MACHINE, TMPDIR: unpacked };
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], { cwd: ROOT, env, stdio: 'inherit' });
  try {
    renameSync(unpacked, folder);
  } catch (error) {
    rmSync(unpacked, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own fonts where they really lie: a shell that finds no font at all dies on the first letter. */
function fontsConf(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const places = `<dir>${join(folder, 'fonts/fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${places}</fontconfig>\n`);
  return file;
}

export function browserFromNpm(): FoundBrowser | null {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(PACKAGE)) return null;
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontsConf(folder) },
  };
}
