import { describe, expect, it } from 'vitest';
import type { SpaceTurn } from '../../src/viz/space-turn.ts';
import { turnDrag } from '../../src/viz/turn-drag.ts';

/** A drawing 100 units wide on 200 px, length 1 being 40 of them; events as a browser sends them. */
function drawing() {
  const state: { turn: SpaceTurn } = { turn: { across: 100, down: 0, fourthAcross: 50, fourthDown: 60 } };
  const handlers = turnDrag({
    width: () => 100,
    radius: () => 40,
    turn: () => state.turn,
    fourth: ({ shiftKey }) => shiftKey,
    onturn: (to) => (state.turn = to),
  });
  const element = { getBoundingClientRect: () => ({ left: 0, top: 0, width: 200 }), setPointerCapture: () => {} };
  const send = (type: keyof typeof handlers, x: number, y: number, more: Partial<PointerEvent> = {}): void =>
    handlers[type]({
      ...{ currentTarget: element, clientX: 2 * x, clientY: 2 * y, pointerId: 1, pointerType: 'mouse' },
      ...{ isPrimary: true, button: 0, shiftKey: false, ...more },
    } as unknown as PointerEvent);
  return { state, send };
}

describe('turning a space by pointer', () => {
  it('takes along what faces the reader: by the angle whose arc is as long as the way', () => {
    const { state, send } = drawing();
    send('onpointerdown', 50, 50);
    send('onpointermove', 60, 50);
    send('onpointermove', 50 + (40 * Math.PI) / 180, 50 + (2 * 40 * Math.PI) / 180);
    expect(state.turn.across).toBeCloseTo(101, 9);
    expect(state.turn.down).toBeCloseTo(2, 9);
  });

  it('turns into the fourth dimension where the press asked for it, whatever is held later', () => {
    const { state, send } = drawing();
    send('onpointerdown', 50, 50, { shiftKey: true });
    send('onpointermove', 50 + (40 * Math.PI) / 180, 50);
    expect(state.turn).toMatchObject({ across: 100, down: 0, fourthDown: 60 });
    expect(state.turn.fourthAcross).toBeCloseTo(51, 9);
  });

  it('goes on from where a drag has left it, and lets no second finger take it', () => {
    const { state, send } = drawing();
    send('onpointerdown', 0, 0);
    send('onpointermove', (40 * Math.PI) / 180, 0);
    send('onlostpointercapture', (40 * Math.PI) / 180, 0);
    send('onpointerdown', 80, 80);
    send('onpointerdown', 10, 10, { pointerId: 2, isPrimary: false });
    send('onpointermove', 80 + (40 * Math.PI) / 180, 80);
    expect(state.turn.across).toBeCloseTo(102, 9);
    expect(state.turn.down).toBeCloseTo(0, 9);
  });
});
