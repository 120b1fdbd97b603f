/**
 * Finds a Chromium for the tests, so that `npm test` works on a bare machine. In this order: the one named by
 * CHROME_PATH, Playwright's own, an installed Chrome, Chromium or Edge, the headless shell that comes with npm
 * (@sparticuz/chromium, Linux x64), apt-get (root on Debian, CI only). BROWSER_SOURCE=playwright|installed|npm|apt
 * tries that one place alone.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { browserFromApt } from './browser-apt.ts';
import { browserFromNpm } from './browser-npm.ts';

export interface FoundBrowser {
  readonly executablePath: string;
  /** Variables that this browser needs beside those of the process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Software WebGL 2 and WebGPU; QUIC off, since nothing but this machine is ever asked. */
const FLAGS = ['--enable-unsafe-swiftshader', '--enable-unsafe-webgpu', '--disable-quic'];

const NAMES_ON_PATH = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_APPS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function named(): FoundBrowser | null {
  const path = process.env.CHROME_PATH;
  if (!path) return null;
  if (!isExecutable(path)) throw new Error(`CHROME_PATH names ${path}, which cannot be run.`);
  return { executablePath: path };
}

function fromPlaywright(): FoundBrowser | null {
  const path = chromium.executablePath();
  return path && existsSync(path) ? { executablePath: path } : null;
}

function installed(): FoundBrowser | null {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES_ON_PATH.map((name) => join(dir, name)));
  const mac = MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const windows = roots.flatMap((root) => (root ? WINDOWS_APPS.map((app) => join(root, app)) : []));
  const places = { darwin: mac, win32: windows }[process.platform as string] ?? onPath;
  const executablePath = places.find(isExecutable);
  return executablePath ? { executablePath } : null;
}

const SOURCES = { playwright: fromPlaywright, installed, npm: browserFromNpm, apt: browserFromApt };

async function search(): Promise<FoundBrowser> {
  const only = process.env.BROWSER_SOURCE;
  if (only && !(only in SOURCES)) throw new Error(`BROWSER_SOURCE is one of ${Object.keys(SOURCES).join(', ')}.`);
  const order = Object.entries(SOURCES).filter(([name]) => !only || name === only);
  if (!only) order.unshift(['named', named]);
  for (const [, find] of order) {
    const found = await find();
    if (found) return found;
  }
  throw new Error(
    'No browser found for the tests. Set CHROME_PATH to a Chrome, Chromium or Edge, or run `npx playwright install chromium`.',
  );
}

let found: Promise<FoundBrowser> | undefined;

/** The browser that the tests run in; looked for once per process. Throws when there is none. */
export function findBrowser(): Promise<FoundBrowser> {
  return (found ??= search());
}

/** What to hand to Playwright's `chromium.launch`, headless, with software WebGL. */
export async function launchOptions(extraFlags: readonly string[] = []): Promise<LaunchOptions> {
  const { executablePath, env } = await findBrowser();
  const root = process.getuid?.() === 0;
  return {
    executablePath,
    headless: true,
    args: [...FLAGS, ...(root ? ['--no-sandbox'] : []), ...extraFlags],
    env: { ...process.env, ...env } as Record<string, string>,
  };
}
