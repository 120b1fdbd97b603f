import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinkState } from '../../src/article/links/index.ts';
import { heard } from '../support/held-pool.ts';

const hydrate = vi.fn();
/** What the page's address is read with. */
let read = Promise.resolve();
vi.mock('../../src/article/client/hydrate.ts', () => ({ hydrate, page: { read: { then: read.then.bind(read) } } }));
vi.mock('../../src/article/figures/worth/Worth.island.svelte', () => ({ default: 'the figure' }));

/** A place of a figure that is on the screen, with a button in it. */
function place() {
  const listeners = new Set<(event: unknown) => void>();
  const button = { closest: () => button, click: vi.fn() };
  const island = {
    dataset: { island: 'Worth', props: '{}' },
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: unknown) => void) => listeners.delete(listener),
  };
  const click = (): void =>
    listeners.forEach((listener) => listener({ target: button, currentTarget: island, preventDefault: vi.fn() }));
  return { island, button, click };
}

function visit(island: unknown): void {
  vi.stubGlobal('document', {
    documentElement: { dataset: {} },
    querySelectorAll: () => [island],
  });
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #tell: (entries: unknown[]) => void;
      constructor(tell: (entries: unknown[]) => void) {
        this.#tell = tell;
      }
      observe(target: unknown): void {
        this.#tell([{ isIntersecting: true, target }]);
      }
      unobserve(): void {
        return undefined;
      }
    },
  );
}

beforeEach(() => {
  vi.resetModules();
  hydrate.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

describe('a figure', () => {
  it('answers once the page has read its address, and to what was clicked before', async () => {
    let arrive = (): void => undefined;
    read = new Promise((resolve) => (arrive = resolve));
    const { island, button, click } = place();
    visit(island);
    const { startIslands } = await import('../../src/article/client/islands.ts');
    startIslands();
    click();
    for (let k = 0; k < 20; k++) await heard();
    expect([hydrate.mock.calls.length, button.click.mock.calls.length]).toEqual([0, 0]);
    arrive();
    await vi.waitFor(() => expect(button.click).toHaveBeenCalledTimes(1));
    expect(hydrate).toHaveBeenCalledExactlyOnceWith('the figure', { target: island, props: {} });
  });
});

describe('the page’s state', () => {
  const stubAddress = (search: string, hash: string): void => {
    vi.stubGlobal('location', { search, hash, href: `https://example.org/${search}${hash}` });
    vi.stubGlobal('window', { location: { search, hash }, addEventListener: vi.fn(), setTimeout, clearTimeout });
    vi.stubGlobal('document', { documentElement: { dataset: {} }, getElementById: () => null });
  };

  it('is what the address says before any event can change it, once it has been read', async () => {
    stubAddress('?v=1&hero.S=0.5', '#cost');
    const { page } = await import('../../src/article/page-state.svelte.ts');
    await page.read;
    const seen: LinkState[] = [];
    page.connect((link) => seen.push(link));
    // Microtasks: no event comes between.
    await Promise.resolve();
    await Promise.resolve();
    expect(seen.map(({ figures }) => figures.hero.S)).toEqual([0.5]);
  });

  it('is there at once where the address says nothing', async () => {
    stubAddress('', '');
    const { page } = await import('../../src/article/page-state.svelte.ts');
    const told = vi.fn();
    page.connect(told);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
