import { afterEach, expect, it, vi } from 'vitest';
import type { Request, Response } from '../../../src/models/engine/messages.ts';
import { serve, type WorkerPort } from '../../../src/models/engine/worker-server.ts';
import { SAMPLE_CHUNK } from '../../../src/models/evaluation/counts.ts';
import { figureDefaults } from '../../../src/models/parameters/figures.ts';
import { toProblem } from '../../../src/models/parameters/to-problem.ts';

afterEach(() => vi.restoreAllMocks());

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

it('answers for a run that it has not opened', async () => {
  expect(await answered({ type: 'advance', id: 1, steps: 1 })).toEqual(['failed']);
});
