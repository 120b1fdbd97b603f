import { describe, expect, it } from 'vitest';
import { pointerDrag } from '../../src/viz/pointer-drag.ts';

/** A drawing 100 units wide on 200 px, whose mark goes where it is told; events as a browser sends them. */
function drawing() {
  const moves: (readonly [x: number, y: number, release: boolean])[] = [];
  let mark: [number, number] = [50, 50];
  const captured: number[] = [];
  const handlers = pointerDrag({
    held: () => mark,
    width: () => 100,
    move: (x, y, release) => {
      moves.push([x, y, release]);
      mark = [x, y];
    },
  });
  const element = {
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 200 }),
    setPointerCapture: (id: number) => captured.push(id),
  };
  const send = (type: keyof typeof handlers, x: number, y: number, more: Partial<PointerEvent> = {}): void =>
    handlers[type]({
      currentTarget: element,
      clientX: 10 + 2 * x,
      clientY: 20 + 2 * y,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
      button: 0,
      ...more,
    } as unknown as PointerEvent);
  return { moves, captured, send };
}
const touch = { pointerType: 'touch' };

describe('dragging a mark', () => {
  it('jumps to a mouse pressed anywhere, follows it, and ends once', () => {
    const { moves, captured, send } = drawing();
    send('onpointerdown', 10, 10);
    send('onpointermove', 20, 30);
    send('onpointerup', 20, 30);
    send('onlostpointercapture', 20, 30);
    send('onlostpointercapture', 20, 30);
    expect(moves).toEqual([
      [10, 10, false],
      [20, 30, false],
      [20, 30, true],
    ]);
    expect(captured).toEqual([1]);
  });

  it('takes the mark as it is held, and says nothing when it was only touched', () => {
    const { moves, send } = drawing();
    send('onpointerdown', 54, 47);
    send('onpointermove', 64, 57);
    send('onlostpointercapture', 64, 57);
    expect(moves).toEqual([
      [60, 60, false],
      [60, 60, true],
    ]);
    send('onpointerdown', 60, 60);
    send('onlostpointercapture', 60, 60);
    expect(moves).toHaveLength(2);
  });

  it('lets a finger move the mark by holding it', () => {
    const { moves, send } = drawing();
    send('onpointerdown', 65, 50, touch);
    send('onpointermove', 75, 50, touch);
    send('onpointerup', 75, 50, touch);
    send('onlostpointercapture', 75, 50, touch);
    expect(moves).toEqual([
      [60, 50, false],
      [60, 50, true],
    ]);
  });

  it('lets a finger set the mark by a tap beside it', () => {
    const { moves, captured, send } = drawing();
    send('onpointerdown', 5, 5, touch);
    send('onpointermove', 7, 6, touch);
    expect(moves).toEqual([]);
    send('onpointerup', 7, 6, touch);
    expect(moves).toEqual([[7, 6, true]]);
    expect(captured).toEqual([]);
  });

  it('does nothing when the finger turns out to scroll the page', () => {
    const { moves, send } = drawing();
    send('onpointerdown', 5, 5, touch);
    send('onpointercancel', 5, 20, touch);
    send('onpointerup', 5, 20, touch);
    expect(moves).toEqual([]);
  });

  it('takes a cancelled movement back', () => {
    const { moves, send } = drawing();
    send('onpointerdown', 5, 5, touch);
    send('onpointermove', 5, 15, touch);
    send('onpointercancel', 5, 15, touch);
    send('onlostpointercapture', 5, 15, touch);
    expect(moves).toEqual([
      [5, 15, false],
      [50, 50, true],
    ]);
  });

  it('knows the right button and a second finger from the one that drags', () => {
    const { moves, send } = drawing();
    send('onpointerdown', 5, 5, { button: 2 });
    send('onpointerdown', 5, 5, { ...touch, isPrimary: false });
    send('onpointerdown', 50, 50, touch);
    send('onpointermove', 90, 90, { ...touch, pointerId: 2 });
    send('onlostpointercapture', 90, 90, { ...touch, pointerId: 2 });
    expect(moves).toEqual([]);
  });
});
