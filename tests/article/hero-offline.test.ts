import { expect, test, vi } from 'vitest';

vi.mock('../../src/article/figures/hero/lesson-run.ts', () => {
  throw new Error('the network is gone');
});

const { Hero } = await import('../../src/article/figures/hero/hero.svelte.ts');
const { STILL } = await import('../../src/article/figures/hero/recorded.ts');

test('a run that cannot be loaded is not played, and one line says so each time that it is asked for', async () => {
  const hero = new Hero(STILL);
  const says = /could not be loaded\. The picture stays as it is\.$/;
  for (const ask of [() => hero.lesson.play(), () => hero.lesson.step(), () => hero.lesson.reset()]) {
    await ask();
    expect([hero.lesson.playing, hero.lesson.active]).toEqual([false, false]);
    expect(hero.notices.map(({ text }) => text)).toEqual([expect.stringMatching(says)]);
    hero.dismiss(hero.notices[0]);
  }
});
