import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../src/article/glossary.ts';
import { pages } from '../../src/article/pages.ts';
import { renderPage } from '../../src/article/render.ts';

const bodies = new Map(pages.map(({ file }) => [file, renderPage(file).body]));
const ids = new Map(
  Array.from(bodies, ([file, body]) => [file, new Set(Array.from(body.matchAll(/\sid="([^"]+)"/g), ([, id]) => id))]),
);
/** The terms that a page links, in its order. */
const linked = (body: string): string[] =>
  Array.from(body.matchAll(/<a class="term[^>]*\sdata-card="term-card-([^"]+)"/g), ([, key]) => key);

describe('the words of the glossary', () => {
  it('lead to sections that there are', () => {
    for (const { term, page, section } of Object.values(GLOSSARY)) expect(ids.get(page)?.has(section), term).toBe(true);
  });

  it('have a card on every page that uses them, and a place in the glossary', () => {
    for (const [file, body] of bodies)
      for (const key of linked(body)) {
        expect(ids.get(file)?.has(`term-card-${key}`), key).toBe(true);
        expect(ids.get('references.html')?.has(`term-${key}`), key).toBe(true);
      }
  });

  it('are each linked from a page', () => {
    const used = new Set(Array.from(bodies.values(), linked).flat());
    expect(Object.keys(GLOSSARY).filter((key) => !used.has(key))).toEqual([]);
  });

  it('are linked once a section, where it first uses them', () => {
    for (const [file, body] of bodies)
      for (const section of body.split('<section').slice(1)) {
        const keys = linked(section);
        expect(keys, `${file}: ${section.slice(0, 60)}`).toEqual([...new Set(keys)]);
      }
  });

  it('are defined in one place', () => {
    const defined = Array.from(bodies.values(), (body) =>
      Array.from(body.matchAll(/<dfn[^>]*>(.*?)<\/dfn>/gs), ([, text]) => text.replace(/\W+$/, '').toLowerCase()),
    ).flat();
    expect(defined.length).toBeGreaterThan(3);
    expect(defined.filter((text, k) => defined.indexOf(text) < k)).toEqual([]);
  });

  it('name what becomes of a feature by one word each: the field’s stand where they are defined, and nowhere else', () => {
    const others = /\b(?:not )?represented\b|\bunrepresented\b|\bnot learned\b|\b(?:gives?|giving|given) up\b/g;
    const found = ['index', 'phase-change', 'geometry', 'computation'].map((name) => {
      const text = (bodies.get(`${name}.html`) ?? '').replace(/<[^>]*>/g, ' ');
      return [name, Array.from(text.matchAll(others), ([word]) => word)];
    });
    expect(Object.fromEntries(found)).toEqual({
      // The paragraph, its list, and the card of the word.
      index: ['represented', 'not represented', 'represented'],
      'phase-change': [],
      geometry: [],
      computation: [],
    });
  });
});
