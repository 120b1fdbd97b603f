/** The reader's engine, as a training worker drives it: in chunks, each read back, messages let in between. */
import { breathe } from '../../../src/models/engine/clock.ts';
import { Run } from '../../../src/models/engine/run.ts';
import type { Problem, Recipe } from '../../../src/models/problem.ts';
import type { Stepper } from './stepper.ts';

export async function openEngine(engine: 'webgl' | 'wasm', problem: Problem, recipe: Recipe): Promise<Stepper> {
  /** It falls back by itself, at the start or on the way, and says so; here that is no result. */
  const check = (run: Run): Run => {
    if (run.engine !== engine) throw new Error(run.notices[0] ?? `${run.engine} ran instead`);
    return run;
  };
  const start = async (): Promise<Run> => check(await Run.start(problem, recipe, engine));
  let run = await start();
  return {
    about: { path: run.path },
    async run(steps) {
      for (let left = steps; left > 0;) {
        if (run.step === recipe.steps) {
          run.dispose();
          run = await start();
        }
        const until = Math.min(recipe.steps, run.step + left);
        left -= until - run.step;
        await run.advanceTo(until, () => false, breathe);
        check(run);
      }
    },
  };
}
