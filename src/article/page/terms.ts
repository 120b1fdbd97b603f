/** Which terms a page uses: each <Term> says so while the page is rendered, and the page's end holds a card for each. */
import { getContext, setContext } from 'svelte';
import type { TermKey } from '../glossary.ts';

const KEY = Symbol('terms');

/** Of the frame, before the page's content. The set is filled while the content renders. */
export function collectTerms(): ReadonlySet<TermKey> {
  return setContext(KEY, new Set<TermKey>());
}

export function noteTerm(name: TermKey): void {
  getContext<Set<TermKey>>(KEY).add(name);
}
