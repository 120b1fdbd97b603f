/** What the points of the figure on repulsion come to. */
import { formatPlain } from '../../../viz/format.ts';
import { numberWord } from '../../prose/number-words.ts';

interface Energies {
  readonly thomson: number;
  readonly relu: number;
}

/** Shares of the least energy, and energies, that a reader would call none. */
const NEAR = 0.00002;
const NOTHING = 0.0005;

/** Decimals that tell an energy from its least: eight features at rest are .0006 above the least of electrons. */
const digitsFor = (energy: number, least: number): number => Math.max(2, Math.ceil(-Math.log10(energy - least)));

/** Whether an energy is as good as its least. */
const settledAt = (energy: number, least: number): boolean => energy - least <= Math.max(NOTHING, NEAR * least);

export function repulsionSentence(
  n: number,
  d: number,
  energy: Energies,
  least: Energies,
): { finding: string; after: string } {
  const where = d === 2 ? 'a circle' : 'a sphere';
  const points = numberWord(n);
  const electrons = settledAt(energy.thomson, least.thomson)
    ? 'as electrons they are settled'
    : `as electrons they are ${formatPlain(energy.thomson - least.thomson, digitsFor(energy.thomson, least.thomson))} above their least`;
  if (energy.relu <= NOTHING)
    return {
      finding: `As features, these ${points} points on ${where} do not interfere`,
      after: `: no two are closer than a right angle; ${electrons}.`,
    };
  if (settledAt(energy.relu, least.relu))
    return {
      finding: `As features, ${points} points on ${where} cannot interfere less than this`,
      after: `, ${formatPlain(energy.relu)} in all; ${electrons}.`,
    };
  const digits = digitsFor(energy.relu, least.relu);
  return {
    finding: `As features, these ${points} points on ${where} interfere by ${formatPlain(energy.relu, digits)}`,
    after: `, ${least.relu <= NOTHING ? 'and need not at all' : `and could get down to ${formatPlain(least.relu, digits)}`}; ${electrons}.`,
  };
}

export function repulsionLabel(n: number, d: number, pairs: number): string {
  return `${n} points on a ${d === 2 ? 'circle' : 'sphere'}; ${
    pairs === 0 ? 'no two' : `${numberWord(pairs)} ${pairs === 1 ? 'pair' : 'pairs'}`
  } closer than a right angle.`;
}
