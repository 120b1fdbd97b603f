/** A point on a circle or sphere by keyboard: one axis around, one up and down. */
import type { PlaneAxis } from './plane-keys.ts';

/** What one step is, degrees. */
const STEP = 3;
const LAST = 360 / STEP;

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const radians = (angle: number): number => (angle * Math.PI) / 180;

type Place = (place: readonly number[]) => void;

/**
 * Around the circle from the top, clockwise; around the sphere about the upward axis, from the far side, so that the
 * middle of the range faces the reader.
 *
 * @param u [2] or [3], of length 1
 */
export function longitudeAxis(u: readonly number[], place: Place, label: string): PlaneAxis {
  const flat = u.length === 2;
  const angle = flat ? degrees(Math.atan2(u[0], u[1])) : degrees(Math.atan2(u[0], u[2])) + 180;
  const position = Math.round((((angle % 360) + 360) % 360) / STEP);
  const set = (to: number): readonly number[] => {
    if (flat) return [Math.sin(radians(to * STEP)), Math.cos(radians(to * STEP))];
    const [s, c] = [Math.sin(radians(to * STEP - 180)), Math.cos(radians(to * STEP - 180))];
    // A point at a pole has no longitude to change: it leaves the pole.
    const across = Math.max(Math.hypot(u[0], u[2]), Math.sin(radians(STEP)));
    return [across * s, Math.sign(u[1] || 1) * Math.sqrt(1 - across ** 2), across * c];
  };
  return {
    label,
    text: `${position * STEP} degrees`,
    last: LAST,
    position,
    onset: (to) => place(set(to)),
  };
}

/** From the bottom of the sphere to its top. @param u [3], of length 1 */
export function latitudeAxis(u: readonly number[], place: Place, label: string): PlaneAxis {
  const angle = degrees(Math.asin(Math.max(-1, Math.min(1, u[1]))));
  const position = Math.round((angle + 90) / STEP);
  const around = Math.atan2(u[0], u[2]);
  return {
    label,
    text: `${position * STEP - 90} degrees`,
    last: LAST / 2,
    position,
    onset: (to) => {
      const latitude = radians(to * STEP - 90);
      place([Math.cos(latitude) * Math.sin(around), Math.sin(latitude), Math.cos(latitude) * Math.cos(around)]);
    },
  };
}
