/** What is measured of every frame of a recording. */
import { featureMetrics } from '../metrics.ts';
import { weightsOf, type Recording } from './recording.ts';

export interface RunSeries {
  /** Steps of the frames, ascending, [frames]. */
  readonly steps: readonly number[];
  /** [frames]. */
  readonly losses: readonly number[];
  /** D_i (metrics.ts), a row a feature: [n][frames]. */
  readonly dimensionality: readonly Float64Array[];
  /** ‖W_i‖, a row a feature: [n][frames]. */
  readonly norms: readonly Float64Array[];
}

export function runSeries(recording: Recording): RunSeries {
  const { n, m, frames } = recording;
  const rows = (): Float64Array[] => Array.from({ length: n }, () => new Float64Array(frames.length));
  const [dimensionality, norms] = [rows(), rows()];
  frames.forEach((frame, k) => {
    const metrics = featureMetrics(weightsOf(recording, frame), n, m);
    for (let i = 0; i < n; i++) {
      dimensionality[i][k] = metrics.dimensionality[i];
      norms[i][k] = metrics.norms[i];
    }
  });
  return { steps: frames.map(({ step }) => step), losses: frames.map(({ loss }) => loss), dimensionality, norms };
}
