import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { startTheme } from '../../src/article/client/theme.ts';
import PixelCanvas from '../../src/viz/PixelCanvas.svelte';

let canvas: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (canvas) await unmount(canvas);
  vi.restoreAllMocks();
});

test('pixels are painted once for a change of the system’s theme, and no more once they are gone', async () => {
  const system = Object.assign(new EventTarget(), { matches: false }) as unknown as MediaQueryList;
  vi.spyOn(window, 'matchMedia').mockReturnValue(system);
  startTheme();
  const paint = vi.fn();
  canvas = mount(PixelCanvas, { target: document.body, props: { columns: 2, rows: 2, width: 8, height: 8, paint } });
  flushSync();
  expect(paint).toHaveBeenCalledTimes(1);
  system.dispatchEvent(new Event('change'));
  expect(paint).toHaveBeenCalledTimes(2);
  await unmount(canvas);
  canvas = undefined;
  system.dispatchEvent(new Event('change'));
  expect(paint).toHaveBeenCalledTimes(2);
});
