/** Which densities are shown as small pictures under the scatter. */

/** Shares of the list's length at which they stand, dense to rare: before the pairs, among them, and after them. */
const STANDS = [0.2, 0.42, 0.6, 0.68];

/**
 * Four of the densities, the densest first; the one that is looked at takes the place of the nearest.
 * @param densities the densest first
 */
export function ledDensities(densities: readonly number[], selected: number): number[] {
  const stands = STANDS.map((share) => densities[Math.min(densities.length - 1, Math.floor(share * densities.length))]);
  const led = [...new Set(stands)];
  if (led.includes(selected)) return led;
  const distance = (density: number): number => Math.abs(Math.log(density / selected));
  const nearest = led.reduce((near, density) => (distance(density) < distance(near) ? density : near));
  return led.map((density) => (density === nearest ? selected : density));
}
