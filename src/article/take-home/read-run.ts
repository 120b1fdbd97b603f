/**
 * A file of a run, read strictly: it holds what writeRun writes, for settings that the table of parameters allows and
 * models that belong to them, or it is refused as a whole.
 */
import { EVALUATION_COUNT } from '../../models/evaluation/counts.ts';
import { offsetsOf, parameterCount } from '../../models/layout.ts';
import { FAMILIES } from '../../models/families.ts';
import { FIGURES, isFigureId, type Figure, type FigureId, type FigureValues } from '../../models/parameters/figures.ts';
import { FIGURE_TITLES } from '../../models/parameters/titles.ts';
import { clampValue } from '../../models/parameters/clamp.ts';
import { formatRange } from '../../models/parameters/format.ts';
import type { Parameter, ParameterValue } from '../../models/parameters/parameter.ts';
import { settleValues } from '../../models/parameters/settle.ts';
import { toProblem } from '../../models/parameters/to-problem.ts';
import { cellModels, phaseRecipe } from '../../models/phase/cell-models.ts';
import type { ModelSettings, Problem, Recipe } from '../../models/problem.ts';
import { ORIGINS, type Moments, type Origin } from '../../models/report.ts';
import { VERSIONS, type LinkVersion } from '../links/versions.ts';
import { drawable, lossOf } from './measured-numbers.ts';
import { SCHEMA } from './run-file.ts';
import {
  bad,
  between,
  countOf,
  matrixOf,
  numberOf,
  objectOf,
  RunFileError,
  vectorOf,
  type Json,
} from './strict-json.ts';

/** One model of a file. */
export interface ReadModel {
  readonly settings: ModelSettings;
  /** [P], in the layout of State. */
  readonly theta: Float32Array;
  /** As the file says it: the exact one where it has it. */
  readonly loss: number;
  /** Samples that it is on, where the file says that they are fewer than they should be. */
  readonly samples?: number;
  /** Steps that it has taken; files that do not say it of each model say it of the run. */
  readonly step: number;
  /** Files that do not say it are of models that began at the seed's weights. */
  readonly origin: Origin;
  readonly moments?: Moments;
}

export interface ReadRun<F extends FigureId = FigureId> {
  readonly figure: F;
  readonly values: FigureValues<F>;
  /** Of the file's models, in its order; at least one. */
  readonly problem: Problem;
  readonly recipe: Recipe;
  readonly engine: string;
  readonly path: string;
  readonly steps: number;
  readonly seconds: number;
  readonly models: readonly ReadModel[];
}

/** More than any figure writes at its defaults by far, and little enough to be read while the reader waits. */
export const MOST_BYTES = 64 * 1024 * 1024;

const RUN_KEYS = ['schema', 'version', 'figure', 'config', 'engine', 'path', 'steps', 'seconds', 'models'];
const PART_KEYS = ['W', 'W2', 'c', 'b'];
const MODEL_KEYS = [
  'model',
  'cell',
  'start',
  'seed',
  'step',
  'origin',
  'density',
  'importance',
  'loss',
  'exactLoss',
  'samples',
  ...PART_KEYS,
  'norms',
  'superposition',
  'dimensionality',
  'adam',
];
const ENGINES = ['webgl', 'wasm', 'reference'];
/** Names of kernel paths, joined by "+". */
const PATH = /^[a-z\d+-]{1,64}$/;

/**
 * @param figure the one that is to show it
 * @throws RunFileError with a one-line reason
 */
export function readRun<F extends FigureId>(text: string, figure: F): ReadRun<F> {
  if (text.length > MOST_BYTES) throw new RunFileError('the file is too large');
  const run = objectOf(parse(text), 'the file', RUN_KEYS);
  if (run.schema !== undefined && run.schema !== SCHEMA) throw bad('schema', `is not ${SCHEMA}`);
  if (typeof run.version !== 'number' || !Object.hasOwn(VERSIONS, run.version))
    throw bad('version', 'is not one of this page’s');
  checkFigure(run.figure, figure);
  const values = readValues(run.config, figure, VERSIONS[run.version as LinkVersion][figure]) as FigureValues<F>;
  if (typeof run.engine !== 'string' || !ENGINES.includes(run.engine)) throw bad('engine', 'is not known');
  if (typeof run.path !== 'string' || !PATH.test(run.path)) throw bad('path', 'is not a kernel path');
  const seconds = between(run.seconds, 'seconds', 0, Infinity);
  const { problem, recipe, find } = expected(figure, values);
  const steps = countOf(run.steps, 'steps', recipe.steps);
  const models = readModels(run.models, problem, find, { most: recipe.steps, steps });
  const there = { ...problem, models: models.map(({ settings }) => settings) };
  return { figure, values, problem: there, recipe, engine: run.engine, path: run.path, steps, seconds, models };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RunFileError('it is not JSON, or not all of it');
  }
}

function checkFigure(named: unknown, figure: FigureId): void {
  if (named === figure) return;
  if (typeof named !== 'string' || !isFigureId(named)) throw bad('figure', 'is not one of this article’s');
  throw new RunFileError(`it is of another figure, “${FIGURE_TITLES[named]}” (${FIGURES[named].page}.html)`);
}

/** Exactly the figure's keys, each in range; those that were added after the file's version have that version's value. */
function readValues(value: unknown, id: FigureId, defaults: object): Readonly<Record<string, ParameterValue>> {
  const figure: Figure = FIGURES[id];
  const config = objectOf(value, 'config', Object.keys(figure.parameters));
  const values: Record<string, ParameterValue> = {};
  for (const [key, parameter] of Object.entries(figure.parameters)) {
    const given = key in config ? config[key] : (defaults as Json)[key];
    if (!isAllowed(parameter, given)) throw bad(`config.${key}`, `is not allowed: it takes ${formatRange(parameter)}`);
    values[key] = given;
  }
  const [broken] = settleValues(figure, values).broken;
  if (broken) throw bad(`config.${broken.key}`, broken.problem);
  return values;
}

/** Whether a value is of the parameter's kind and needs no correction. */
function isAllowed(parameter: Parameter, value: unknown): value is ParameterValue {
  if (parameter.kind !== 'list') return clampValue(parameter, value as ParameterValue) === value;
  if (!Array.isArray(value) || value.length === 0 || value.length > parameter.maxLength) return false;
  return value.every((entry) => typeof entry === 'number' && entry >= parameter.min && entry <= parameter.max);
}

interface Expected {
  /** Its shape; of a map without the models. */
  readonly problem: Problem;
  readonly recipe: Recipe;
  /** The model that an entry names, if it is one of these settings. */
  readonly find: (entry: Json, where: string, density: readonly number[]) => ModelSettings | undefined;
}

/** A map has too many models to make them all: each is found by its cell. */
function expected<F extends FigureId>(figure: F, values: FigureValues<F>): Expected {
  if (figure === 'phase') {
    const phase = values as unknown as FigureValues<'phase'>;
    const find = (entry: Json, where: string): ModelSettings => {
      const cell = countOf(entry.cell, `${where}.cell`, phase.cells ** 2 - 1);
      const start = countOf(entry.start, `${where}.start`, phase.starts - 1);
      return cellModels(phase, [cell], start + 1)[start];
    };
    const models = cellModels(phase, [0], 1);
    return { problem: { n: phase.n, m: phase.m, models }, recipe: phaseRecipe(phase), find };
  }
  const { problem, recipe } = toProblem(figure, values);
  const key = (family: string, start: number, density: readonly number[]): string =>
    [family, start, ...density].join(' ');
  const byKey = new Map(
    problem.models.map((settings) => [key(settings.family, settings.start, settings.density), settings]),
  );
  const find = (entry: Json, where: string, density: readonly number[]): ModelSettings | undefined =>
    byKey.get(key(String(entry.model), numberOf(entry.start, `${where}.start`), density));
  return { problem, recipe, find };
}

/** @param of the run: steps of its recipe, and how many of them it took */
function readModels(
  value: unknown,
  shape: Problem,
  find: Expected['find'],
  { most, steps }: { readonly most: number; readonly steps: number },
): ReadModel[] {
  if (!Array.isArray(value) || value.length === 0) throw bad('models', 'is not a list of models');
  const seen = new Map<string, number>();
  return value.map((entry: unknown, at): ReadModel => {
    const where = `models[${at}]`;
    const model = objectOf(entry, where, MODEL_KEYS);
    const density = densityOf(model.density, `${where}.density`, shape.n);
    const settings = find(model, where, density);
    if (!settings || model.model !== settings.family || model.seed !== settings.seed)
      throw bad(where, 'is not a model of these settings');
    if (density.some((each, i) => each !== settings.density[i]))
      throw bad(`${where}.density`, 'is not that of these settings');
    const importance = vectorOf(model.importance, `${where}.importance`, shape.n);
    if (importance.some((each, i) => each !== settings.importance[i]))
      throw bad(`${where}.importance`, 'is not that of these settings');
    const name = `${settings.family} ${settings.model} ${settings.start}`;
    if (seen.has(name)) throw bad(where, `is the same as models[${seen.get(name)}]`);
    seen.set(name, at);
    const loss = lossOf(model.exactLoss === undefined ? model.loss : model.exactLoss, `${where}.loss`);
    const problem = { ...shape, models: [settings] };
    const moments = model.adam === undefined ? undefined : readMoments(model.adam, `${where}.adam`, problem, most);
    const step = model.step === undefined ? (moments?.step ?? steps) : countOf(model.step, `${where}.step`, most);
    if (moments && moments.step !== step) throw bad(`${where}.adam.step`, 'is not the model’s step');
    const origin = readOrigin(model.origin, `${where}.origin`);
    const samples =
      model.samples === undefined ? {} : { samples: countOf(model.samples, `${where}.samples`, EVALUATION_COUNT) };
    const theta = drawable(readParts(model, where, problem), where);
    return { settings, theta, loss, ...samples, step, origin, ...(moments && { moments }) };
  });
}

function readOrigin(value: unknown, where: string): Origin {
  if (value === undefined) return 'seed';
  const origin = ORIGINS.find((each) => each === value);
  if (!origin) throw bad(where, `is not ${ORIGINS.join(', ')}`);
  return origin;
}

/** One for each feature; a file gives one number where all are equal. */
const densityOf = (value: unknown, where: string, n: number): number[] =>
  typeof value === 'number' ? Array<number>(n).fill(value) : vectorOf(value, where, n);

function readMoments(value: unknown, where: string, problem: Problem, steps: number): Moments {
  const adam = objectOf(value, where, ['step', 'm1', 'm2']);
  const step = countOf(adam.step, `${where}.step`, steps);
  const parts = (key: 'm1' | 'm2'): Float32Array =>
    readParts(objectOf(adam[key], `${where}.${key}`, PART_KEYS), `${where}.${key}`, problem);
  const moments = { step, m1: parts('m1'), m2: parts('m2') };
  if (moments.m2.some((each) => each < 0)) throw bad(`${where}.m2`, 'has numbers below 0');
  return moments;
}

/** The parameters of the problem's one model, [P]. */
function readParts(parts: Json, where: string, problem: Problem): Float32Array {
  const { n, m, models } = problem;
  const family = FAMILIES[models[0].family];
  const theta = new Float32Array(parameterCount(problem));
  const { read, hiddenBias, bias } = offsetsOf(family, n, m, theta.length);
  theta.set(matrixOf(parts.W, `${where}.W`, n, m));
  if (read > 0) theta.set(matrixOf(parts.W2, `${where}.W2`, n, m), read);
  else if (parts.W2 !== undefined) throw bad(`${where}.W2`, 'belongs to another model');
  if (hiddenBias !== undefined) theta.set(vectorOf(parts.c, `${where}.c`, m), hiddenBias);
  else if (parts.c !== undefined) throw bad(`${where}.c`, 'belongs to another model');
  theta.set(vectorOf(parts.b, `${where}.b`, n), bias);
  return theta;
}
