import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../src/article/client/drop.ts';
import { receiveDrops } from '../../src/article/figure/dropped-files.ts';

let figure: HTMLElement;
let door: HTMLButtonElement;
const isOpen = (): boolean => door.ariaExpanded === 'true';

/** A figure with the button of a panel whose code is still on its way. */
beforeEach(() => {
  figure = document.body.appendChild(document.createElement('figure'));
  figure.dataset.status = 'done';
  figure.innerHTML = '<div class="take"><button aria-expanded="false">Download</button></div>';
  door = figure.querySelector('button') as HTMLButtonElement;
  door.addEventListener('click', () => (door.ariaExpanded = String(!isOpen())));
});
afterEach(() => document.body.replaceChildren());

function drop(name: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['{}'], name));
  figure.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}

/** The panel comes. @returns the names of what it is given */
function received(): string[] {
  const names: string[] = [];
  receiveDrops(figure, ({ name }) => names.push(name));
  return names;
}

test('a file that is dropped once more while the panel is on its way leaves it open, and the last one is opened', () => {
  drop('one.json');
  expect(isOpen()).toBe(true);
  drop('two.json');
  expect(isOpen()).toBe(true);
  expect(received()).toEqual(['two.json']);
});

test('a file whose panel was closed before it came is not opened at the next time', async () => {
  drop('one.json');
  // The button says that it is open before it is pressed again.
  await vi.waitFor(() => expect(isOpen()).toBe(true));
  door.click();
  expect(isOpen()).toBe(false);
  await Promise.resolve();
  door.click();
  expect(received()).toEqual([]);
});
