/**
 * Puts the server render of every page of the article into the one HTML shell (index.html), the same way while
 * developing and when building, so that prose, formulas and the figures' stills need no JavaScript.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { pages } from '../../src/article/pages.ts';
import { createRenderer, type Renderer } from './renderer.ts';
import { withoutRepeatedStyles } from './styles.ts';

const SHELL = 'index.html';
/** What a component's server render leaves in the head to find its place again, which nothing does. */
const COMMENT = /<!--.*?-->/g;
const SOURCES = /\/src\/(article|viz|models)\//;

function fill(shell: string, marker: string, content: string): string {
  const parts = shell.split(`<!--${marker}-->`);
  if (parts.length !== 2) throw new Error(`${SHELL} must hold <!--${marker}--> exactly once.`);
  return parts.join(content);
}

export function prerender(): Plugin {
  let root = '';
  let renderer: Promise<Renderer> | undefined;
  const files: readonly string[] = pages.map((page) => page.file);
  const shell = () => readFile(join(root, SHELL), 'utf8');

  return {
    name: 'article:prerender',
    config(config) {
      const inputs = files.map((file) => join(config.root ?? process.cwd(), file));
      return { appType: 'mpa', build: { rolldownOptions: { input: inputs } } };
    },
    configResolved(config) {
      root = config.root;
    },

    // Every page has the same shell, so only index.html is a file; the others are read as if they were copies of it.
    resolveId(id) {
      const file = files.find((name) => id === name || id === normalizePath(join(root, name)));
      return file && file !== SHELL ? normalizePath(join(root, file)) : undefined;
    },
    load(id) {
      const file = files.find((name) => id === normalizePath(join(root, name)));
      return file && file !== SHELL ? shell() : undefined;
    },

    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (SOURCES.test(normalizePath(file)) && !file.includes('.island.')) server.ws.send({ type: 'full-reload' });
      });
      return () => {
        server.middlewares.use((request, response, next) => {
          const file = basename(new URL(request.originalUrl ?? '/', 'http://localhost').pathname) || SHELL;
          if (!files.includes(file)) return next();
          shell()
            .then((html) => server.transformIndexHtml(`/${file}`, html, request.originalUrl))
            .then((html) => response.setHeader('content-type', 'text/html').end(html))
            .catch(next);
        });
      };
    },

    transformIndexHtml: {
      order: 'post',
      async handler(html, { filename, bundle }) {
        renderer ??= createRenderer(root);
        const page = await (await renderer).render(basename(filename));
        const head = bundle ? withoutRepeatedStyles(page.head, bundle) : page.head;
        return fill(fill(html, 'head', head.replaceAll(COMMENT, '')), 'body', page.body);
      },
    },

    async closeBundle() {
      await (await renderer)?.close();
      renderer = undefined;
    },
  };
}
