/** The server side of the article: compiles its components for rendering to a string, and renders one page at a time. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';
import type * as Entry from '../../src/article/render.ts';

export interface RenderedPage {
  /** Title, meta and the styles of every component on the page. */
  readonly head: string;
  readonly body: string;
}

export interface Renderer {
  /** `file` is a page of the table in src/article/pages.ts. Throws what the page throws: a wrong formula, a missing figure. */
  render(file: string): Promise<RenderedPage>;
  close(): Promise<void>;
}

const ENTRY = '/src/article/render.ts';

export async function createRenderer(root: string): Promise<Renderer> {
  const server = await createServer({
    root,
    configFile: false,
    mode: process.env.NODE_ENV,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [svelte({ emitCss: false, compilerOptions: { css: 'injected' } })],
  });
  return {
    async render(file) {
      const { renderPage } = (await server.ssrLoadModule(ENTRY)) as typeof Entry;
      return renderPage(file);
    },
    close: () => server.close(),
  };
}
