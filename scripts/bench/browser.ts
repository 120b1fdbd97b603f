/** The engines that run in a browser: a bench page of its own, built and served for this run, never part of the site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { QUADRATURE_LIMIT } from '../../src/models/engine/quadrature.ts';
import { launchOptions } from '../../tests/support/browser.ts';
import type { Contestant, EngineColumn } from './contestant.ts';
import type { BenchEngine } from './page/protocol.ts';

export interface BrowserBench {
  readonly contestants: readonly Contestant[];
  readonly version: string;
  /** What the workers have said of themselves so far: a renderer, a number of threads. */
  readonly about: ReadonlyMap<EngineColumn, Readonly<Record<string, string | number>>>;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('page/', import.meta.url));
/** tfjs's wasm backend has threads only where the page is isolated from others; the site itself needs no headers. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

const COLUMNS: readonly [EngineColumn, BenchEngine, workers: number][] = [
  ['tfjs-webgl', 'tfjs-webgl', 1],
  ['tfjs-wasm', 'tfjs-wasm', 1],
  ['webgl', 'webgl', 1],
  ['wasm', 'wasm', 1],
  ['wasm-2', 'wasm', 2],
  ['wasm-exact', 'wasm-exact', 1],
];

/** @throws Error when there is no browser, or the bench page does not build */
export async function openBrowserBench(): Promise<BrowserBench> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
  // tfjs starts its threads from the source text of a function, which does not survive minification.
  const common = { root: ROOT, configFile: false, base: './', logLevel: 'error' } as const;
  await build({
    ...common,
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', minify: false, chunkSizeWarningLimit: 10_000 },
  });
  const server = await preview({
    ...common,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', headers: ISOLATED },
  });
  const browser = await chromium.launch(await launchOptions());
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'bench' in window);

  const about = new Map<EngineColumn, Readonly<Record<string, string | number>>>();
  const contestants = COLUMNS.map(([name, engine, workers]): Contestant => {
    return {
      name,
      async open(workload) {
        if (workload.problem.models.length < workers) return null;
        if (engine === 'wasm-exact' && workload.problem.n > QUADRATURE_LIMIT) return null;
        const asked = [engine, workload.name, workers] as const;
        const opened = await page.evaluate(([e, w, count]) => window.bench.open(e, w, count), asked);
        about.set(name, opened.about);
        const { session } = opened;
        return {
          run: (steps) => page.evaluate(([s, count]) => window.bench.run(s, count), [session, steps] as const),
          close: () => page.evaluate((s) => window.bench.close(s), session),
        };
      },
    };
  });
  return {
    contestants,
    version: browser.version(),
    about,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
