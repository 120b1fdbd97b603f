/** What a problem tells the kernel besides its state, as arrays that a call only has to copy into memory. */
import { FAMILIES } from '../../families.ts';
import type { ModelSettings, Problem, Recipe } from '../../problem.ts';
import { streamKey } from '../../random.ts';
import { CountTables } from './counts.ts';
import { generalRecord } from './general.ts';
import { membersOf, memberWords, type Member } from './members.ts';
import { ACTIVATIONS, VALUE_LAWS } from './numbers.ts';
import { pathOf, WASM_PATHS, type WasmPath } from './paths.ts';
import { rowLaw } from './rows.ts';
import { skipLaw } from './skips.ts';

export const pad4 = (count: number): number => Math.ceil(count / 4) * 4;

/** Words of one model's record (assembly/job.ts). */
const MODEL_WORDS = 21;
/** Rows of one model's law (assembly/job.ts). */
const LAW_ROWS = 4;

/** How a test or a timing may make the kernel train; a run never says. */
export interface Method {
  /** Instead of the one that paths.ts names. */
  readonly path?: WasmPath;
  /** Draw from the shared stream (src/models/data.ts) on every path: the very samples of the other engines, slowly. */
  readonly shared?: boolean;
}

export interface Prepared {
  /** [models, MODEL_WORDS] */
  readonly models: Uint32Array;
  /** [models, LAW_ROWS, n padded to 4] */
  readonly law: Float32Array;
  /** The models' count tables, one after the other. */
  readonly counts: Uint32Array;
  /** The models' members of sets, one after the other (assembly/draw-general.ts). */
  readonly members: Uint32Array;
  /** Whether any model takes the sparse path, and the general one. */
  readonly sparse: boolean;
  readonly general: boolean;
}

interface Kept {
  readonly recipe: Recipe;
  readonly method: Method;
  readonly prepared: Prepared;
}

/** The last one made for each problem: a run asks for the same one chunk by chunk. */
const kept = new WeakMap<Problem, Kept>();

export function prepare(problem: Problem, recipe: Recipe, method: Method): Prepared {
  const last = kept.get(problem);
  if (last?.recipe === recipe && last.method === method) return last.prepared;
  const prepared = make(problem, recipe, method);
  kept.set(problem, { recipe, method, prepared });
  return prepared;
}

function make(problem: Problem, recipe: Recipe, method: Method): Prepared {
  const { n, models } = problem;
  const width = pad4(n);
  const records = new Uint32Array(MODEL_WORDS * models.length);
  const logScales = new Float32Array(records.buffer);
  const law = new Float32Array(LAW_ROWS * width * models.length);
  const tables = new CountTables(recipe.batch);
  const members: Member[] = [];
  let sparse = false;
  let general = false;
  models.forEach((settings, k) => {
    const path = method.path ?? pathOf(problem, settings, recipe);
    const shared = path === 'dense' || path === 'general' || method.shared === true;
    const key = streamKey(settings.seed, settings.start, settings.model, shared ? 'data' : 'rows');
    const density = settings.density.map(Math.fround);
    const record = MODEL_WORDS * k;
    const output = ACTIVATIONS.indexOf(FAMILIES[settings.family].output);
    records.set([...key, output, WASM_PATHS.indexOf(path), shared ? 1 : 0], record);
    let chances: readonly number[] = density;
    let own: readonly Member[] = [];
    if (path === 'tiny') {
      const { nonEmpty, first } = rowLaw(density);
      const { offset, from, length } = tables.find(nonEmpty);
      records.set([offset, from, length], record + 5);
      chances = first;
    } else if (path === 'sparse') {
      const { logScale, kept } = skipLaw(density);
      logScales[record + 5] = logScale;
      chances = kept;
      sparse = true;
    } else if (path === 'exact') {
      records[record + 5] = exactKind(settings);
    } else if (path === 'general') {
      own = membersOf(settings.sets ?? [], density);
      records.set(generalRecord(problem, settings, recipe, members.length, own.length), record + 8);
      members.push(...own);
      general = true;
    }
    const row = (r: number, i: number): number => (LAW_ROWS * k + r) * width + i;
    for (let i = 0; i < n; i++) {
      // Powers of two change no digit: u < p and u · (1 / p) come out as in data.ts.
      law[row(0, i)] = density[i] * 2 ** 24;
      law[row(1, i)] = Math.fround(1 / density[i]) * 2 ** -24;
      law[row(2, i)] = (2 * settings.importance[i]) / (path === 'exact' ? 1 : recipe.batch);
      law[row(3, i)] = 2 ** -24 / chances[i];
    }
    for (const { feature } of own) law[row(0, feature)] = 0;
  });
  return { models: records, law, counts: tables.joined(), members: memberWords(members), sparse, general };
}

/** The kind of the exact path's integrals: the law's number, and as many more where the output is smooth. */
const exactKind = ({ family, law = 'uniform' }: ModelSettings): number =>
  VALUE_LAWS.indexOf(law) + (FAMILIES[family].output === 'gelu' ? VALUE_LAWS.length : 0);
