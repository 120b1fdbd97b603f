/** What the hero gives to take home, and takes back. */
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import type { ReportedRun } from '../../../models/report.ts';
import { keptGuess } from '../../figure/guess.ts';
import { LATEST } from '../../links/versions.ts';
import { trainedModels, replayValues } from '../../take-home/from-file.ts';
import type { ReadRun } from '../../take-home/read-run.ts';
import { takeHome, type TakeHome } from '../../take-home/take-home.ts';
import type { Hero } from './hero.svelte.ts';

export function heroDownloads(hero: Hero): TakeHome {
  const watched = watchedRun(hero);
  const edited = editedRun(hero);
  const run = watched ?? edited ?? startsRun(hero);
  return takeHome({
    run,
    recipe: heroExperiment(run.values).recipe,
    which: watched ? 'the model that is being watched' : edited ? 'the model set by hand' : 'every start',
    ...initialOf(hero),
    open: (read) => openHero(hero, read),
    guess: keptGuess(hero.values.n, () => hero.shown.view.metrics.represented),
  });
}

/** The weights that were set by hand, where nothing but training has changed them since. */
function initialOf({ lesson, edited }: Hero): { readonly initial?: Float32Array } {
  const set = lesson.active ? lesson.frames[0] : edited && { ...edited, step: 0 };
  const byHand = !lesson.active || lesson.origin === 'hand';
  return set?.step === 0 && byHand ? { initial: set.theta } : {};
}

/** The run that is being watched, at its step; undefined while none is. */
function watchedRun({ lesson, engine, path, rate }: Hero): ReportedRun<'hero'> | undefined {
  const { frame, state, start, origin } = lesson;
  if (!frame || state?.step !== frame.step) return undefined;
  const { values, theta, loss, step } = frame;
  const { problem } = heroExperiment(values);
  const { m1, m2 } = state;
  return {
    version: LATEST,
    figure: 'hero',
    values,
    problem: { ...problem, models: [problem.models[start]] },
    engine: engine ?? 'wasm',
    path,
    steps: step,
    seconds: rate > 0 ? step / rate : 0,
    models: [{ index: 0, theta, loss, moments: { step, m1, m2 }, ...(origin && { origin }) }],
  };
}

/** The model that the reader has set by hand, while it is on screen: a run that has not begun, with fresh moments. */
function editedRun({ lesson, edited, engine, path }: Hero): ReportedRun<'hero'> | undefined {
  if (lesson.active || !edited) return undefined;
  const { values, theta, loss } = edited;
  const none = (): Float32Array => new Float32Array(theta.length);
  const { problem } = heroExperiment(values);
  return {
    version: LATEST,
    figure: 'hero',
    values,
    problem: { ...problem, models: [problem.models[0]] },
    engine: engine ?? 'wasm',
    path,
    steps: 0,
    seconds: 0,
    models: [{ index: 0, theta, loss, origin: 'hand', moments: { step: 0, m1: none(), m2: none() } }],
  };
}

/** The starts on screen. */
function startsRun(hero: Hero): ReportedRun<'hero'> {
  const { shownValues: values, step, trained } = hero;
  const { problem } = heroExperiment(values);
  const models = hero.starts.map(({ start, theta, loss }) => {
    const result = trained?.steps === step ? trained.models[start] : undefined;
    const moments = result && { moments: { step, m1: result.m1, m2: result.m2 } };
    return { index: start, theta, loss, ...moments };
  });
  const { engine, path, seconds } = hero;
  return {
    version: LATEST,
    figure: 'hero',
    values,
    problem,
    engine: engine ?? 'wasm',
    path,
    steps: step,
    seconds,
    models,
  };
}

/**
 * A run that was under way waits where it was, to go on; of those that have ended the best is shown. The other starts of
 * its settings are trained here meanwhile.
 */
function openHero(hero: Hero, run: ReadRun<'hero'>): void {
  const values = replayValues(run);
  const [best] = run.models[0].moments ? run.models : trainedModels(run);
  const { settings, theta, loss, step, origin } = best;
  const empty = new Float32Array(theta.length);
  const state = { step, m1: empty, m2: empty, ...best.moments, theta };
  hero.lesson.close();
  hero.set(values);
  hero.lesson.resume(values, settings.start, state, loss, origin);
}
