/** The mark of a set of features: a shape, so that sets can be told apart without any colour. */

type Shape = 'disc' | 'square' | 'triangle' | 'diamond' | 'cross' | 'bar';
const SHAPES: readonly Shape[] = ['disc', 'square', 'triangle', 'diamond', 'cross', 'bar'];

export interface SetMark {
  /** SVG path around (0, 0). */
  readonly path: string;
  /** Drawn as an outline: from the seventh set on. */
  readonly hollow: boolean;
  /** The shape's word, for text alternatives. */
  readonly name: string;
}

/**
 * @param set 0, 1, 2 …
 * @param r half of the mark's size, px
 */
export function setMark(set: number, r: number): SetMark {
  const shape = SHAPES[set % SHAPES.length];
  const hollow = Math.floor(set / SHAPES.length) % 2 === 1;
  return { path: pathOf(shape, r), hollow, name: `${hollow ? 'hollow ' : ''}${shape}` };
}

/** Shapes of about one area. */
function pathOf(shape: Shape, r: number): string {
  const n = (value: number): string => (Math.round(value * 100) / 100).toString();
  const polygon = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([x, y]) => `${n(x * r)},${n(y * r)}`).join('L')}Z`;
  switch (shape) {
    case 'disc':
      return `M${n(-r)},0A${n(r)},${n(r)} 0 1 1 ${n(r)},0A${n(r)},${n(r)} 0 1 1 ${n(-r)},0Z`;
    case 'square':
      return polygon([[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]); // prettier-ignore
    case 'triangle':
      return polygon([[0, -1.25], [1.15, 0.8], [-1.15, 0.8]]); // prettier-ignore
    case 'diamond':
      return polygon([[0, -1.3], [1.1, 0], [0, 1.3], [-1.1, 0]]); // prettier-ignore
    case 'cross':
      return polygon([
        [-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4],
        [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4],
      ]); // prettier-ignore
    case 'bar':
      return polygon([[-1.3, -0.45], [1.3, -0.45], [1.3, 0.45], [-1.3, 0.45]]); // prettier-ignore
  }
}
