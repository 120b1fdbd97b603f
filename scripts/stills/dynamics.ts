/**
 * The still of figure `dynamics`: its run as curves with the last step's weights, thinned, and for the text the
 * octahedron's run where each of its stages begins and in its middle.
 */
import { marksOf, stagesOf } from '../../src/article/figures/dynamics/marks.ts';
import { PRESETS } from '../../src/article/figures/dynamics/presets.ts';
import { packShares, type DynamicsRecord } from '../../src/article/figures/dynamics/still.ts';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { MOMENT_COUNT } from '../../src/models/evaluation/counts.ts';
import { parameterCount } from '../../src/models/layout.ts';
import { figureDefaults, type FigureValues } from '../../src/models/parameters/figures.ts';
import { dynamicsExperiment } from '../../src/models/parameters/geometry-problem.ts';
import { stepAt, timePosition } from '../../src/models/recording/axis.ts';
import { nearestFrame, type Frame, type Recording } from '../../src/models/recording/recording.ts';
import { runSeries } from '../../src/models/recording/series.ts';
import { recordedSteps } from '../../src/models/recording/steps.ts';

/** Frames of the run that the page comes with. */
const FRAMES = 120;
/** A thousandth of full scale is less than a tone or a tenth of a pixel. */
const DECIMALS = 3;
const LOSS_DIGITS = 4;

const floats = (theta: Float32Array): number[] => Array.from(theta, (value) => Number(value.toFixed(DECIMALS)) + 0);
const short = (loss: number): number => Number(loss.toPrecision(LOSS_DIGITS));

export async function dynamicsStill(): Promise<DynamicsRecord> {
  const values = figureDefaults('dynamics');
  const whole = await record(values);
  const { steps } = whole;
  const kept = recordedSteps(steps, FRAMES).map((step) => whole.frames[nearestFrame(whole.frames, step)]);
  const frames = kept.filter((frame, k) => frame !== kept[k - 1]);
  const series = runSeries({ ...whole, frames });
  const run = {
    steps: series.steps,
    losses: series.losses.map(short),
    shares: packShares(series.dimensionality),
    theta: floats(frames[frames.length - 1].theta),
    marks: marksOf(values, whole, runSeries(whole)),
  };
  const octahedron = await record({ ...values, ...PRESETS.octahedron.values });
  const starts = stagesOf(octahedron);
  const stages = starts.map(({ stage, step }, k) => {
    const { theta, loss } = octahedron.frames[nearestFrame(octahedron.frames, step)];
    const amid =
      octahedron.frames[nearestFrame(octahedron.frames, middle(step, starts[k + 1]?.step, octahedron.steps))];
    const picture = { step: amid.step, theta: floats(amid.theta) };
    return { stage, step, loss: short(loss), theta: floats(theta), picture };
  });
  return { command: 'npm run stills', run, octahedron: { steps: octahedron.steps, stages } };
}

/** Where a stage stands in the middle of its stretch of the logarithmic axis; the last one where the run ends. */
function middle(from: number, to: number | undefined, steps: number): number {
  if (to === undefined) return steps;
  return stepAt('log', (timePosition('log', from, steps) + timePosition('log', to, steps)) / 2, steps);
}

/** The first start, as the page records it. */
async function record(values: FigureValues<'dynamics'>): Promise<Recording> {
  const { problem, recipe } = dynamicsExperiment(values);
  const { n, m } = problem;
  const { steps } = recipe;
  const frames: Frame[] = [];
  const announce = recordedSteps(steps);
  const { models } = await runInProcess(
    { problem, recipe, engine: 'wasm', until: steps, announce, evaluationSamples: MOMENT_COUNT },
    ({ step, theta, losses }) => frames.push({ step, theta: theta.slice(0, parameterCount(problem)), loss: losses[0] }),
  );
  frames.push({ step: steps, theta: models[0].theta, loss: models[0].loss });
  return { n, m, steps, frames };
}
