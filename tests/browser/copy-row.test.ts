import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import CopyRow from '../../src/article/figure/CopyRow.svelte';

let row: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (row) await unmount(row);
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test('what was copied is announced beside its button, which says so itself', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  row = mount(CopyRow, { target: document.body, props: { id: 'cite', label: 'Cite the paper', text: 'Elhage' } });
  flushSync();
  const status = document.querySelector('[role=status]');
  expect([status?.closest('button'), status?.textContent]).toEqual([null, '']);
  const button = document.querySelector('button');
  button?.click();
  await vi.waitFor(() => expect(status?.textContent).toBe('Cite the paper: copied'));
  expect(button?.textContent?.trim()).toBe('Copied Cite the paper');
  expect(write).toHaveBeenCalledExactlyOnceWith('Elhage');
});
