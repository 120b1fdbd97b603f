import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import DownloadPanel from '../../src/article/figure/DownloadPanel.svelte';
import type { TakeHome } from '../../src/article/take-home/take-home.ts';

let panel: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (panel) await unmount(panel);
  document.body.replaceChildren();
});

function show(downloads: () => Promise<TakeHome>): HTMLElement {
  const target = document.body.appendChild(document.createElement('figure'));
  panel = mount(DownloadPanel, { target, props: { figure: 'hero', downloads, title: 'Figure 1' } });
  flushSync();
  return target;
}

const home: TakeHome = { name: 'hero-seed-7', files: [], open: () => {} };
const broken = (): Promise<TakeHome> => Promise.reject(new Error('the page has moved on'));

test('a panel whose files do not load says so in one line and still cites', async () => {
  const figure = show(broken);
  await vi.waitFor(() => expect(figure.querySelector('[role=alert]')).not.toBeNull());
  expect(figure.querySelector('[role=alert]')?.textContent).toBe(
    'What this figure gives to take home did not load: the page has moved on.',
  );
  expect(figure.textContent).toContain('Cite the paper');
});

test('a file that cannot be described at the click is one line, and the next one clears it', async () => {
  const content = vi.fn(() => '{}');
  const file = { label: 'JSON', about: 'all', name: 'a.json', type: 'application/json', content };
  const good = { ...home, files: [file] };
  const downloads = vi.fn((): Promise<TakeHome> => Promise.resolve(good));
  const figure = show(downloads);
  const button = await vi.waitFor(() => {
    const found = [...figure.querySelectorAll('button')].find(({ textContent }) => textContent === 'JSON');
    if (!found) throw new Error('not there yet');
    return found;
  });
  downloads.mockImplementationOnce(broken);
  button.click();
  const said = (): string | null | undefined => figure.querySelector('[role=status]')?.textContent;
  await vi.waitFor(() => expect(said()).toBe('The JSON could not be made: the page has moved on.'));
  expect(content).not.toHaveBeenCalled();
  button.click();
  await vi.waitFor(() => expect(said()).toBe(''));
  expect(content).toHaveBeenCalledOnce();
});
