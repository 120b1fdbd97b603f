import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Lane, type WorkerLike } from '../../../src/models/engine/lane.ts';
import type { Request, Response } from '../../../src/models/engine/messages.ts';

const PATIENCE = 4500;

/** A worker that says what the test makes it say. */
class Mute implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: Request[] = [];
  terminated = false;

  postMessage(request: Request): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: Response): void {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }
}

const REQUEST: Request = { type: 'advance', id: 1, steps: 1 };

function askedLane(): { made: Mute[]; lane: Lane; answers: Response[]; lost: string[] } {
  const made: Mute[] = [];
  const answers: Response[] = [];
  const lost: string[] = [];
  const lane = new Lane(() => {
    const worker = new Mute();
    made.push(worker);
    return worker;
  });
  lane.ask(1, REQUEST, {
    patience: PATIENCE,
    again: () => [REQUEST],
    receive: (response) => answers.push(response),
    lost: (reason) => lost.push(reason),
    restarted: () => {},
  });
  return { made, lane, answers, lost };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a worker whose code is slow to arrive is waited for, and answers', () => {
  const { made, lane, answers } = askedLane();
  vi.advanceTimersByTime(7_000);
  made[0].say({ type: 'alive' });
  // Its silence is looked at every 1.5 s.
  vi.advanceTimersByTime(PATIENCE - 1500);
  made[0].say({ type: 'failed', id: 1, reason: '' });
  expect(made).toHaveLength(1);
  expect(answers).toHaveLength(1);
  lane.terminate();
});

it('one whose code does not arrive at all is started again, and each time waited for twice as long', () => {
  const { made, lane, answers } = askedLane();
  vi.advanceTimersByTime(7_500 + 15_000 + 29_000);
  expect(made.map(({ terminated }) => terminated)).toEqual([true, true, false]);
  made[2].say({ type: 'alive' });
  expect(made[2].asked).toEqual([REQUEST]);
  made[2].say({ type: 'failed', id: 1, reason: '' });
  expect(answers).toHaveLength(1);
  lane.terminate();
});

it('workers whose code never arrives are given up within a minute, with a reason', () => {
  const { made, lost } = askedLane();
  vi.advanceTimersByTime(60_000);
  expect(made.map(({ terminated }) => terminated)).toEqual([true, true, true]);
  expect(lost).toEqual(['the training worker cannot run here (its code did not arrive)']);
});

it('a worker that has spoken and falls silent is replaced as soon as its patience ends', () => {
  const { made, lane } = askedLane();
  made[0].say({ type: 'alive' });
  vi.advanceTimersByTime(PATIENCE - 1);
  expect(made).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(made[1].asked).toEqual([REQUEST]);
  lane.terminate();
});

it('an error of a worker that was replaced says nothing about its successor', () => {
  const { made, lane } = askedLane();
  made[0].onerror?.({ message: 'gone' } as ErrorEvent);
  made[0].onerror?.({ message: 'gone' } as ErrorEvent);
  expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  lane.terminate();
});

it('what is owed when a lane is ended is lost, with a reason', () => {
  const { lane, lost } = askedLane();
  lane.terminate();
  expect(lost).toEqual(['the training worker was ended']);
  expect(lane.busy).toBe(false);
});
