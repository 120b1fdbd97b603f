import { afterEach, expect, it, vi } from 'vitest';
import type { Request, Response } from '../../../src/models/engine/messages.ts';
import { LOADING_MS } from '../../../src/models/engine/patience.ts';
import { Trainer } from '../../../src/models/engine/trainer.ts';
import { serve, type WorkerPort } from '../../../src/models/engine/worker-server.ts';
import { SAMPLE_CHUNK } from '../../../src/models/evaluation/counts.ts';
import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What a worker says to one request, until it has answered it. */
function answered(request: Request): Promise<Response['type'][]> {
  return new Promise((resolve) => {
    const said: Response['type'][] = [];
    const port: WorkerPort = {
      postMessage: ({ type }) => {
        said.push(type);
        if (type !== 'alive') resolve(said);
      },
      onmessage: null,
    };
    serve(port);
    port.onmessage?.({ data: request } as MessageEvent<Request>);
  });
}

it('says that it is alive for each model and chunk of samples that it measures, however slow it is', async () => {
  // Six features have no closed form.
  const { problem, recipe } = toProblem('hero', { ...figureDefaults('hero'), n: 6, starts: 3, steps: 1, batch: 4 });
  const evaluationSamples = 2 * SAMPLE_CHUNK;
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
  const job = { problem, recipe, engine: 'wasm', until: 0, announce: [], evaluationSamples } as const;
  const said = await answered({ type: 'train', id: 1, job });
  expect(said.at(-1)).toBe('result');
  expect(said.length).toBeGreaterThan(3 * 2);
});

it('says at once that it is there, and answers for a run that it has not opened', async () => {
  expect(await answered({ type: 'advance', id: 1, steps: 1 })).toEqual(['alive', 'failed']);
});

it('goes on saying so while code is loaded that it needs, but not for ever', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  vi.spyOn(Trainer, 'start').mockReturnValue(new Promise(() => {}));
  let said = 0;
  const port: WorkerPort = { postMessage: () => said++, onmessage: null };
  serve(port);
  const { problem, recipe } = toProblem('hero', figureDefaults('hero'));
  port.onmessage?.({ data: { type: 'measure', id: 1, problem, recipe, workers: 1 } } as MessageEvent<Request>);
  await vi.waitFor(() => expect(Trainer.start).toHaveBeenCalled());
  for (let ms = 0; ms < LOADING_MS - 1500; ms += 1500) {
    const before = said;
    vi.advanceTimersByTime(1500);
    expect(said).toBeGreaterThan(before);
  }
  vi.advanceTimersByTime(1500);
  const before = said;
  vi.advanceTimersByTime(60_000);
  expect(said).toBe(before);
});
