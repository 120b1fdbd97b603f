/**
 * What the first figure of the article needs travels in one file. Cut up by who else needs which part of
 * it, the same code is a twentieth larger when compressed, and a dozen requests.
 */
import { join } from 'node:path';

const FIRST = join(import.meta.dirname, '../../src/article/figures/hero/Hero.island.svelte');
/** What brings it to life. */
const HYDRATE = join(import.meta.dirname, '../../src/article/client/hydrate.ts');
/** The bundler's own helpers, which every script needs. */
const isHelper = (id: string): boolean => id.startsWith('\0');

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Names the chunk of a module that the first figure imports, directly or not; a bundle is asked once. */
export function firstFigure(): (id: string, modules: Modules) => string | null {
  let needed: Set<string> | undefined;
  return (id, modules) => {
    needed ??= new Set([FIRST, HYDRATE].flatMap((first) => [...importedBy(first, modules)]));
    return needed.has(id) && !isHelper(id) && id !== FIRST && id !== HYDRATE ? 'figure' : null;
  };
}

function importedBy(first: string, modules: Modules): Set<string> {
  const found = new Set<string>();
  const todo = [first];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    todo.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
