import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectLocation, DEFAULT_STATE, readLocation, type LinkState } from '../../src/article/links/index.ts';
import { WRITE_DELAY_MS, type LocationHost } from '../../src/article/links/location.ts';

/** What the page needs of a window, with an address that the test can change as a reader would. */
function fakeWindow(url: string) {
  const listeners = new Map<string, Set<() => void>>([
    ['popstate', new Set()],
    ['hashchange', new Set()],
  ]);
  const location = { search: '', hash: '' };
  const go = (to: string): void => {
    const [search, hash = ''] = to.split('#');
    Object.assign(location, { search, hash: hash && `#${hash}` });
  };
  go(url);
  const replaceState = vi.fn((_data: unknown, _unused: string, to: string) => go(to));
  const host: LocationHost = {
    location,
    history: { state: { kept: true }, replaceState },
    setTimeout: (callback, ms) => Number(globalThis.setTimeout(callback, ms)),
    clearTimeout: (id) => globalThis.clearTimeout(id),
    addEventListener: (type, listener) => listeners.get(type)?.add(listener),
    removeEventListener: (type, listener) => listeners.get(type)?.delete(listener),
  };
  const navigate = (to: string, ...events: ('popstate' | 'hashchange')[]): void => {
    go(to);
    for (const event of events) listeners.get(event)?.forEach((listener) => listener());
  };
  return { host, navigate, replaceState, listeners };
}

const withSparsity = (S: number): LinkState => ({
  ...DEFAULT_STATE,
  figures: { ...DEFAULT_STATE.figures, hero: { ...DEFAULT_STATE.figures.hero, S } },
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the page’s address', () => {
  it('is read as a link', () => {
    const { host } = fakeWindow('?v=1&hero.S=0.5#hero');
    expect(readLocation(host).state).toMatchObject({ fragment: 'hero', figures: { hero: { S: 0.5 } } });
  });

  it('is written once for many changes in a row, with the newest', () => {
    const { host, replaceState } = fakeWindow('');
    const linked = connectLocation(host, () => {});
    for (const S of [0.1, 0.2, 0.3]) linked.write(withSparsity(S));
    vi.advanceTimersByTime(WRITE_DELAY_MS - 1);
    expect(replaceState).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(replaceState.mock.calls).toEqual([[{ kept: true }, '', '?v=1&hero.S=0.3']]);
  });

  it('does not break when the browser refuses to write, and writes the next time', () => {
    const { host, replaceState } = fakeWindow('');
    const linked = connectLocation(host, () => {});
    replaceState.mockImplementationOnce(() => {
      throw new DOMException('100 times per 30 seconds', 'SecurityError');
    });
    linked.write(withSparsity(0.1));
    vi.advanceTimersByTime(WRITE_DELAY_MS);
    linked.write(withSparsity(0.2));
    vi.advanceTimersByTime(WRITE_DELAY_MS);
    expect(host.location.search).toBe('?v=1&hero.S=0.2');
  });

  it('is followed once per change, though an edited fragment raises two events', () => {
    const { host, navigate } = fakeWindow('?v=1');
    const onChange = vi.fn();
    connectLocation(host, onChange);
    navigate('?v=1&hero.S=0.5#hero', 'popstate', 'hashchange');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(onChange.mock.lastCall?.[0]).toMatchObject({ state: { figures: { hero: { S: 0.5 } } } });
  });

  it('is followed back to where it was before the page wrote it', () => {
    const { host, navigate } = fakeWindow('?v=1');
    const onChange = vi.fn();
    const linked = connectLocation(host, onChange);
    linked.write(withSparsity(0.5));
    vi.advanceTimersByTime(WRITE_DELAY_MS);
    expect(onChange).not.toHaveBeenCalled();
    navigate('?v=1', 'popstate');
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('is not overwritten by a change older than the reader’s navigation', () => {
    const { host, navigate, replaceState } = fakeWindow('?v=1');
    const linked = connectLocation(host, () => {});
    linked.write(withSparsity(0.5));
    navigate('?v=1&hero.S=0.7', 'popstate');
    vi.advanceTimersByTime(WRITE_DELAY_MS);
    expect(replaceState).not.toHaveBeenCalled();
  });

  it('tells nobody when only its fragment changes, and a change that waits is written beside it', () => {
    const { host, navigate } = fakeWindow('?v=1#hero');
    const onChange = vi.fn();
    const linked = connectLocation(host, onChange);
    linked.write(withSparsity(0.7));
    navigate('?v=1#note-3', 'popstate', 'hashchange');
    vi.advanceTimersByTime(WRITE_DELAY_MS);
    expect(onChange).not.toHaveBeenCalled();
    expect(host.location).toEqual({ search: '?v=1&hero.S=0.7', hash: '#note-3' });
  });

  it('is left alone after disconnecting', () => {
    const { host, navigate, replaceState, listeners } = fakeWindow('?v=1');
    const onChange = vi.fn();
    const linked = connectLocation(host, onChange);
    linked.write(withSparsity(0.5));
    linked.disconnect();
    vi.advanceTimersByTime(WRITE_DELAY_MS);
    navigate('?v=1&hero.S=0.7', 'popstate', 'hashchange');
    expect(replaceState).not.toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
    expect([...listeners.values()].every((each) => each.size === 0)).toBe(true);
  });
});
