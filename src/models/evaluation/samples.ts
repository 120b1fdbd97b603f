/**
 * The evaluation set: fresh samples given that at least one feature is active. At p = .001 most plain samples are
 * empty and say nothing; the empty sample is added once, with its probability, by evaluateLosses.
 *
 * Features are switched on in independent *units*: a feature of its own, or a whole set (E12–E14). Which unit is the
 * first that is on follows the truncated geometric law P(first = k) ∝ p_k Π_{l<k} (1 − p_l); the units after it are on
 * with their own densities, those before it are off. Values are as in data.ts.
 *
 * The stream has a fixed key of its own, so all starts, recipes and backends are measured on the same samples.
 */
import { activeValue } from '../data.ts';
import { FAMILIES } from '../families.ts';
import type { FeatureSet, ModelSettings } from '../problem.ts';
import { drawWords, streamKey, toUnit } from '../random.ts';
import { SAMPLE_CHUNK } from './counts.ts';

const EVALUATION_KEY = streamKey(0, 0, 0, 'evaluate');
/** What the counter's step word selects here: switches and own values, which unit is first, values inside sets. */
const ROLE = { features: 0, first: 1, members: 2 } as const;

interface Unit {
  readonly members: readonly number[];
  readonly kind: FeatureSet['kind'] | 'alone';
  readonly density: number;
}

/** The independent switches of these data, in order of their first member. */
function unitsOf({ density, sets = [] }: ModelSettings): Unit[] {
  const grouped = new Set(sets.flatMap(({ members }) => members));
  const units: Unit[] = sets.map(({ kind, members }) => ({ kind, members, density: density[members[0]] }));
  density.forEach((p, i) => {
    if (!grouped.has(i)) units.push({ kind: 'alone', members: [i], density: p });
  });
  return units.sort((a, b) => a.members[0] - b.members[0]);
}

/** Probability that no feature is active: Π (1 − p) over the independent switches. */
export function emptyProbability(settings: ModelSettings): number {
  return unitsOf(settings).reduce((product, { density }) => product * (1 - density), 1);
}

/** Cumulative P(first ≤ k), ending at exactly 1. */
function firstUnitLaw(units: readonly Unit[]): Float64Array {
  const cumulative = new Float64Array(units.length);
  let none = 1;
  let sum = 0;
  units.forEach(({ density }, k) => {
    sum += none * density;
    cumulative[k] = sum;
    none *= 1 - density;
  });
  return cumulative.map((value, k) => (k === units.length - 1 ? 1 : value / sum));
}

/**
 * Non-empty samples 0 … count − 1 in chunks of at most 4096, each [chunk, n] in row-major order and independent of how
 * they are cut. A chunk's array is used again for the next: copy what must outlive it.
 */
export function* nonEmptySamples(settings: ModelSettings, count: number): Generator<Float32Array> {
  const n = settings.density.length;
  const { signed } = FAMILIES[settings.family];
  const units = unitsOf(settings);
  const law = firstUnitLaw(units);
  const hasSets = Boolean(settings.sets?.length);
  const value = (u: number): number => activeValue(Math.fround(u), signed, settings.law);
  const four = new Uint32Array(4);
  const own = new Float64Array(Math.ceil(n / 4) * 4);
  const member = new Float64Array(own.length);
  const buffer = new Float32Array(Math.min(SAMPLE_CHUNK, count) * n);

  for (let from = 0; from < count; from += SAMPLE_CHUNK) {
    const rows = Math.min(SAMPLE_CHUNK, count - from);
    const out = buffer.subarray(0, rows * n).fill(0);
    for (let s = 0; s < rows; s++) {
      drawWords(four, EVALUATION_KEY, ROLE.first, from + s, 0);
      const first = firstAbove(law, toUnit(four[0]));
      drawUnits(own, four, ROLE.features, from + s);
      if (hasSets) drawUnits(member, four, ROLE.members, from + s);
      for (let k = first; k < units.length; k++) {
        const { kind, members, density } = units[k];
        const u = own[members[0]];
        if (k > first && u >= density) continue;
        // Given that the unit is on, this is U[0, 1) again; the first unit is on whatever its word says.
        const within = k > first ? u / density : u;
        if (kind === 'alone') out[s * n + members[0]] = value(within);
        else if (kind === 'correlated') for (const i of members) out[s * n + i] = value(member[i]);
        else {
          const i = members[Math.min(members.length - 1, Math.floor(within * members.length))];
          out[s * n + i] = value(member[i]);
        }
      }
    }
    yield out;
  }
}

/** U[0, 1) for every feature of one sample. */
function drawUnits(out: Float64Array, four: Uint32Array, role: number, sample: number): void {
  for (let block = 0; block * 4 < out.length; block++) {
    drawWords(four, EVALUATION_KEY, role, sample, block);
    for (let lane = 0; lane < 4; lane++) out[block * 4 + lane] = toUnit(four[lane]);
  }
}

/** The first index whose entry exceeds u; entries ascend to 1 and u < 1. Most mass is early where p is large. */
function firstAbove(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
