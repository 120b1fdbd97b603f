/**
 * The still of figure `dynamics`: its run as curves with the last step's weights, thinned, and for the text the
 * octahedron's run where each of its stages begins.
 */
import { marksOf, stagesOf } from '../../src/article/figures/dynamics/marks.ts';
import { PRESETS } from '../../src/article/figures/dynamics/presets.ts';
import { EVALUATION_SAMPLES } from '../../src/article/figures/dynamics/protocol.ts';
import { packShares, type DynamicsRecord } from '../../src/article/figures/dynamics/still.ts';
import { runInProcess } from '../../src/models/engine/in-process.ts';
import { parameterCount } from '../../src/models/layout.ts';
import { figureDefaults, type FigureValues } from '../../src/models/parameters/figures.ts';
import { dynamicsTraining } from '../../src/models/parameters/geometry-problem.ts';
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
  const stages = stagesOf(octahedron).map(({ stage, step }) => {
    const { theta, loss } = octahedron.frames[nearestFrame(octahedron.frames, step)];
    return { stage, step, loss: short(loss), theta: floats(theta) };
  });
  return { command: 'npm run stills', run, octahedron: { steps: octahedron.steps, stages } };
}

/** The first start, as the page records it. */
async function record(values: FigureValues<'dynamics'>): Promise<Recording> {
  const { problem, recipe } = dynamicsTraining(values);
  const { n, m } = problem;
  const { steps } = recipe;
  const frames: Frame[] = [];
  const announce = recordedSteps(steps);
  const { models } = await runInProcess(
    { problem, recipe, engine: 'wasm', until: steps, announce, evaluationSamples: EVALUATION_SAMPLES },
    ({ step, theta, losses }) => frames.push({ step, theta: theta.slice(0, parameterCount(problem)), loss: losses[0] }),
  );
  frames.push({ step: steps, theta: models[0].theta, loss: models[0].loss });
  return { n, m, steps, frames };
}
