/**
 * Places on a line, moved as little as their order allows so that none are nearer to each other than `apart` and all are
 * between `from` and `to`, where there is room for them.
 * @returns the places in the order given
 */
export function spread(places: readonly number[], apart: number, from: number, to: number): number[] {
  const order = places.map((_, k) => k).sort((a, b) => places[a] - places[b]);
  const moved = [...places];
  let least = from;
  for (const k of order) {
    moved[k] = Math.max(moved[k], least);
    least = moved[k] + apart;
  }
  let most = to;
  for (const k of order.reverse()) {
    moved[k] = Math.min(moved[k], most);
    most = moved[k] - apart;
  }
  return moved;
}
