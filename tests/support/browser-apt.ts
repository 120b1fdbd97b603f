/** The last resort on a build machine: Debian's own chromium package. Never on a developer's machine. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { FoundBrowser } from './browser.ts';

const EXECUTABLE = '/usr/bin/chromium';

export function browserFromApt(): FoundBrowser | null {
  if (!process.env.CI || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], options);
  return existsSync(EXECUTABLE) ? { executablePath: EXECUTABLE } : null;
}
