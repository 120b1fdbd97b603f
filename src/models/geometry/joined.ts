/** What hangs together: the connected components of "|Ŵ_i·Ŵ_j| is at least `cut`". */

/**
 * @param features in which order the components come: that of their first members here
 * @param cosines Ŵ_i·Ŵ_j, [n, n]
 * @returns the components, each ascending
 */
export function joined(features: readonly number[], cosines: Float64Array, n: number, cut: number): number[][] {
  const left = new Set(features);
  return features.flatMap((seed) => {
    if (!left.delete(seed)) return [];
    const members = [seed];
    // `members` grows while it is walked: breadth first.
    for (const i of members) {
      for (const j of left) if (Math.abs(cosines[i * n + j]) >= cut && left.delete(j)) members.push(j);
    }
    return [members.sort((a, b) => a - b)];
  });
}
