/** What a shape asks of a GPU's textures. */
import { stateGrid } from './arrangement.ts';
import { partials } from './partials.ts';
import { featureGrid, hiddenGrid } from './passes.ts';
import { settingsGrid } from './settings.ts';
import type { Shape } from './shape.ts';

/**
 * @param limit texels a side of the largest texture that this GPU takes
 * @throws RangeError when a shape needs a larger one
 */
export function requireTextures(shape: Shape, limit: number): void {
  const { models, n, m, batch, draws } = shape;
  const between = draws === 5 ? [hiddenGrid(shape), featureGrid(shape)] : [];
  const textures = [stateGrid(shape), settingsGrid(shape), partials(shape), ...between];
  const side = Math.max(...textures.flatMap(({ width, height }) => [width, height]));
  if (side <= limit) return;
  throw new RangeError(
    `${models} × (${n} features in ${m} dimensions) with a batch of ${batch} need textures of ${side} texels a side; this GPU takes ${limit}`,
  );
}
