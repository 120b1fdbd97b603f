/** The server's entry: one page of the table to HTML. Never part of what the reader downloads. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import Frame from './page/Frame.svelte';
import type { SectionHead } from './page/section-head.ts';
import { pages } from './pages.ts';
import type { ReferenceKey } from './references.ts';

/** What a page's component exports beside itself. */
interface PageModule {
  readonly default: Component;
  readonly sections: readonly SectionHead[];
  readonly cited: readonly ReferenceKey[];
}

const modules = import.meta.glob<PageModule>('./pages/*.svelte', { eager: true });

/** Throws when the table has no such page, the page has no component, or its component throws. */
export function renderPage(file: string): { head: string; body: string } {
  const page = pages.find((candidate) => candidate.file === file);
  if (!page) throw new Error(`No page ${file} in src/article/pages.ts.`);
  const module = modules[`./pages/${page.component}.svelte`];
  if (!module) throw new Error(`${file} names src/article/pages/${page.component}.svelte, which does not exist.`);
  const { default: content, sections, cited } = module;
  const { head, body } = render(Frame, { props: { page, content, sections, cited } });
  return { head, body };
}
