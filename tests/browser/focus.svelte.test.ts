import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FigureProps } from '../../src/article/figure/figure-props.ts';
import NoticeList from '../../src/article/figure/NoticeList.svelte';
import RunActions from '../../src/article/figure/RunActions.svelte';
import type { FigureStatus, Notice } from '../../src/article/figure/status.ts';
import type { Dynamics } from '../../src/article/figures/dynamics/dynamics.svelte.ts';
import Playing from '../../src/article/figures/dynamics/Playing.svelte';
import Repulsion from '../../src/article/figures/polytopes/Repulsion.island.svelte';

let mounted: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (mounted) await unmount(mounted);
  document.body.replaceChildren();
});

function show<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
  target: HTMLElement = document.body,
): void {
  mounted = mount(component, { target, props });
  flushSync();
}

const wordOf = (element: Element | null): string | undefined => element?.textContent?.trim();
const inFocus = (): string | undefined => wordOf(document.activeElement);

/** Enter on the button with this word. */
function press(word: string): void {
  const button = [...document.querySelectorAll('button')].find((each) => wordOf(each) === word);
  if (!button) throw new Error(`no button says ${word}`);
  button.focus();
  button.click();
  flushSync();
}

describe('the focus stays on the button that changes its word', () => {
  test('from training again to stopping and going on', () => {
    const run = $state({
      status: 'done' as FigureStatus,
      progress: null as number | null,
      again: () => (run.progress = 0),
      cancel: () => Object.assign(run, { status: 'paused', progress: null }),
      resume: () => (run.progress = 0.5),
    });
    show(RunActions, { run, seed: 7, onseed: () => {}, hides: () => false });
    const words = ['Train again', 'Stop', 'Go on'].map((word) => (press(word), inFocus()));
    expect(words).toEqual(['Stop', 'Go on', 'Stop']);
  });

  test('from playing a run to its pause', () => {
    const player = $state({ playing: false, pace: 5, pause: () => (player.playing = false) });
    const play = (): boolean => (player.playing = true);
    const dynamics = { player, play, recording: { frames: [0, 1] }, scale: 'linear' } as unknown as Dynamics;
    show(Playing, { dynamics, hides: () => false });
    expect(['Play the run', 'Pause'].map((word) => (press(word), inFocus()))).toEqual(['Pause', 'Play the run']);
  });

  test('from scattering points to stopping them and settling them', () => {
    show(Repulsion, {});
    const words = ['Scatter again', 'Stop', 'Settle'].map((word) => (press(word), inFocus()));
    expect(words).toEqual(['Stop', 'Settle', 'Stop']);
  });
});

test('a notice that is dismissed hands the focus to the next one, the last to the row below', async () => {
  const figure = document.body.appendChild(document.createElement('figure'));
  figure.id = 'hero';
  figure.innerHTML =
    '<div class="notices"></div><div class="quiet"><button hidden>Play</button><button>Link</button></div>';
  let notices = $state.raw<readonly Notice[]>([
    { text: 'One.', action: { label: 'Go back', run: () => {} } },
    { text: 'Two.' },
  ]);
  const props = {
    id: 'hero',
    get notices() {
      return notices;
    },
    ondismiss: (notice: Notice) => (notices = notices.filter((each) => each !== notice)),
  } as unknown as FigureProps;
  show(NoticeList, { figure: props }, figure.querySelector<HTMLElement>('.notices') ?? figure);
  press('Go back');
  await vi.waitFor(() => expect(inFocus()).toBe('Dismiss'));
  press('Dismiss');
  await vi.waitFor(() => expect(inFocus()).toBe('Link'));
});
