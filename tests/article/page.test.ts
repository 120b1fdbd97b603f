import { describe, expect, test } from 'vitest';
import { firstScript } from '../../src/article/page/first-script.ts';
import { mathHtml } from '../../src/article/page/math.ts';
import { islandComponent } from '../../src/article/page/islands.ts';
import { dense, pairs, pentagon } from '../../src/article/pages/index/models.ts';
import { pages } from '../../src/article/pages.ts';
import { references } from '../../src/article/references.ts';
import { renderPage } from '../../src/article/render.ts';

/** Pages of tables and words: what they show is not trained while it is read. */
const WITHOUT_FIGURES = ['reproduction.html', 'references.html'];

const ids = (html: string): string[] => Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id]) => id);
const targets = (html: string): string[] => Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id]) => id);

describe.each(pages.map((page) => [page.file] as const))('%s', (file) => {
  const { head, body } = renderPage(file);

  test('has one title, one h1 and a description', () => {
    expect(head.match(/<title>/g)).toHaveLength(1);
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(head).toMatch(/<meta name="description" content="[^"]{40,}"/);
  });

  test('uses every id once', () => {
    const all = ids(body);
    expect(all.filter((id, k) => all.indexOf(id) !== k)).toEqual([]);
  });

  test('links within the page only to what is there', () => {
    const there = new Set(ids(body));
    expect(targets(body).filter((id) => !there.has(id))).toEqual([]);
  });

  test('links to no page that does not exist', () => {
    const files = Array.from(body.matchAll(/href="\.\/([^"#?]+)"/g), ([, target]) => target);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((target) => !pages.some((page) => page.file === target))).toEqual([]);
  });

  test('gives every citation a reference and a card', () => {
    const cited = Array.from(body.matchAll(/data-card="card-([^"]+)"/g), ([, key]) => key);
    expect(cited.length).toBeGreaterThan(0);
    for (const key of cited) {
      expect(ids(body)).toContain(`ref-${key}`);
      expect(ids(body)).toContain(`card-${key}`);
    }
  });

  test('holds the server render of every figure it places', () => {
    const islands = Array.from(body.matchAll(/data-island="(\w+)"[^>]*>([\s\S]{0,4000})/g));
    if (WITHOUT_FIGURES.includes(file)) expect(islands).toEqual([]);
    else expect(islands.length).toBeGreaterThan(0);
    for (const [, name, content] of islands) expect(content, name).toContain('<svg');
  });

  test('names no other host but that of the works it cites', () => {
    const hosts = Array.from((head + body).matchAll(/(?:src|href|content)="https?:\/\/([^/"]+)/g), ([, host]) => host);
    const cited = Object.values(references).map(({ link }) => new URL(link.href).host);
    expect([...new Set(hosts)].filter((host) => !cited.includes(host))).toEqual([]);
  });
});

test('the first page says each reader’s word beside the word of the field', () => {
  const text = renderPage('index.html')
    .body.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toMatch(/alone dedicated/);
  expect(text).toMatch(/shared in superposition/);
  expect(text).toMatch(/left out not represented/);
});

test('only a link that asks for one figure alone, or for one covered, hides anything', () => {
  const run = (search: string): { dataset: Record<string, string>; rules: string[] } => {
    const dataset: Record<string, string> = {};
    const rules: string[] = [];
    const document = {
      documentElement: { dataset },
      createElement: () => ({ textContent: '' }),
      head: { append: ({ textContent }: { textContent: string }) => rules.push(textContent) },
    };
    const source = firstScript.replaceAll(/<\/?script>/g, '');
    const names = ['document', 'location', 'localStorage', 'addEventListener'];
    new Function(...names, source)(document, { search }, { getItem: () => null }, () => {});
    return { dataset, rules };
  };
  expect(run('')).toEqual({ dataset: { scripts: '' }, rules: [] });
  expect(run('?embed=hero').dataset.embed).toBe('hero');
  expect(run('?embed=hero').rules).toHaveLength(1);
  expect(run('?embed=%22%3E%7D')).toEqual({ dataset: { scripts: '' }, rules: [] });
  expect(run('?theme=dark').dataset.theme).toBe('dark');
  expect(run('?theme=pink').dataset.theme).toBeUndefined();
  expect(run('?predict=hero').rules).toEqual([expect.stringMatching(/^#hero:not.*visibility:hidden/)]);
  expect(run('?predict=%23a{}').rules).toEqual([]);
  expect(run('?predict=hero&predict=basic').rules).toEqual([expect.stringMatching(/^#basic:not/)]);
});

test('a page that is not in the table is refused by name', () => {
  expect(() => renderPage('nowhere.html')).toThrow('nowhere.html');
});

test('a figure that does not exist fails the build and says which file it missed', () => {
  expect(() => islandComponent('Nothing')).toThrow(/src\/article\/figures\/\*\/Nothing\.island\.svelte/);
});

test('a wrong formula fails the build', () => {
  expect(() => mathHtml(String.raw`\frac{1}`)).toThrow();
  expect(() => mathHtml(String.raw`\nosuchcommand`)).toThrow();
});

describe('the pictures in the lead show what their words say', () => {
  test('two', () => {
    expect(dense.shown.geometry.kind).toBe('orthogonal');
    expect(dense.shown.geometry.represented).toHaveLength(2);
  });

  test('two opposite pairs', () => {
    expect(pairs.shown.geometry.kind).toBe('digons');
    expect(pairs.shown.geometry.pairs).toHaveLength(2);
  });

  test('all five', () => expect(pentagon.shown.geometry.represented).toHaveLength(5));

  test('each stands for the sparsity it sets', () => {
    for (const { S, shown } of [dense, pairs, pentagon]) expect(Math.abs(shown.values.S - S)).toBeLessThan(0.01);
  });
});

test('the prose’s coral and indigo bars are coral and indigo in the figure', () => {
  expect(pentagon.shown.view.metrics.superposition[0]).toBeGreaterThan(0.9);
  for (const i of dense.shown.geometry.represented) expect(dense.shown.view.metrics.superposition[i]).toBeLessThan(0.1);
});
