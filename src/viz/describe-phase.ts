/** The pictures of the phase diagram as sentences and as tables, for those who do not see them. */
import { endsOf, valueOn, type PhaseAxis } from '../models/phase/axis.ts';
import { cellAt, cellCentre, type PhasePlace } from '../models/phase/grid.ts';
import { sharesAt, switches, type Cut } from '../models/theory/cut-losses.ts';
import { candidates, phaseClass, type PhaseClass, type PhaseFeatures } from '../models/theory/phase.ts';
import type { SolutionLoss } from './candidate-losses-layout.ts';
import type { CutModel } from './cut-curves-layout.ts';
import { CLASS_WORDS } from './feature-class.ts';
import { formatLoss, formatPlain } from './format.ts';
import { axisText, formatTwo } from './phase-axes.ts';
import { shownCell, type PhaseCells } from './phase-cells.ts';
import { CLASS_OF, solutionWords } from './phase-words.ts';
import type { SurfaceMinimum } from './surface-layout.ts';

/** A table: the first column names the rows. */
export interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const wordOf = (extra: PhaseClass): string => CLASS_WORDS[CLASS_OF[extra]].word;
const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** What the whole map shows, and what stands under the cross-hair. */
export function describeMap(cells: PhaseCells, n: PhaseFeatures, place: PhasePlace): string {
  const { grid } = cells;
  const total = grid.cells ** 2;
  const count: Record<PhaseClass, number> = { 'not represented': 0, dedicated: 0, superposed: 0 };
  for (let cell = 0; cell < total; cell++) {
    const k = shownCell(cells, cell);
    if (k >= 0) count[phaseClass(cells.norm[k], cells.superposition[k])]++;
  }
  const known = count['not represented'] + count.dedicated + count.superposed;
  const shares = (Object.keys(count) as PhaseClass[]).map((c) => `${wordOf(c)} in ${percent(count[c] / (known || 1))}`);
  const axes = (['importance', 'density'] as const).map((axis) => {
    const [from, to] = endsOf(grid, axis).map(formatTwo);
    return `${axis} from ${from} to ${to}, ${axis === 'importance' ? 'left to right' : 'top to bottom'}`;
  });
  const found = known === 0 ? 'Nothing is trained yet' : `Feature ${n} is ${shares.join(', ')} of them`;
  return `Map of ${known} of ${total} cells: ${axes.join('; ')}. ${found}. ${describePlace(cells, n, place)}`;
}

/** The model of the cell under the cross-hair, trained at the cell's centre. */
export function describePlace(cells: PhaseCells, n: PhaseFeatures, place: PhasePlace): string {
  const k = shownCell(cells, cellAt(cells.grid, place));
  const { r, p } = k < 0 ? place : cellCentre(cells.grid, k);
  const where = `importance ${formatTwo(r)} and density ${formatTwo(p)}`;
  if (k < 0) return `At ${where} nothing is trained yet.`;
  const [norm, superposition] = [cells.norm[k], cells.superposition[k]];
  return (
    `In the cell at ${where} feature ${n} is ${wordOf(phaseClass(norm, superposition))}: ` +
    `length ${formatPlain(norm)}, superposition ${formatPlain(superposition)}.`
  );
}

/** The losses of the solutions beside the trained model's. */
export function describeLosses(losses: readonly SolutionLoss[], trained: number | null): string {
  const least = Math.min(...losses.map(({ loss }) => loss));
  const each = losses.map(({ name, loss }) => `${name} ${formatLoss(loss)}${loss === least ? ', the least' : ''}`);
  return `Losses: ${each.join('; ')}.${trained === null ? '' : ` The trained model loses ${formatLoss(trained)}.`}`;
}

const OTHER: Readonly<Record<PhaseAxis, PhaseAxis>> = { importance: 'density', density: 'importance' };

/** Where along the cut which solution loses least. */
export function describeCut(cut: Cut): string {
  const [from, to] = endsOf(cut.grid, cut.axis).map(formatTwo);
  const changes = switches(cut);
  const first = candidates(cut.n)[leastOf(sharesAt(cut, endsOf(cut.grid, cut.axis)[0]))].name;
  const stretches = [{ to: first, value: null }, ...changes].map(
    ({ to: name, value }) =>
      `${value === null ? '' : `from ${formatTwo(value)} on `}${solutionWords(cut.n, name).solution}`,
  );
  return (
    `Loss along ${cut.axis} from ${from} to ${to}, at ${axisText(OTHER[cut.axis], valueOn(cut.place, OTHER[cut.axis]))}. ` +
    `Least: ${stretches.join(', ')}.`
  );
}

const leastOf = (values: readonly number[]): number => values.indexOf(Math.min(...values));

/** The valleys of a loss surface. */
export function describeSurface(minima: readonly SurfaceMinimum[]): string {
  const valleys = minima.map(
    ({ w1, w2, loss, global }) =>
      `loss ${formatLoss(loss)} at weights ${formatPlain(w1)} and ${formatPlain(w2)}${global ? ', the lowest' : ''}`,
  );
  const count = minima.length === 1 ? 'One valley' : `${minima.length} valleys`;
  return `Loss over the two weights. ${count}, each with its mirror image: ${valleys.join('; ')}.`;
}

/** The map at evenly spread places, row by row from dense to rare: `side` a side, cells without a model left out. */
export function phaseRows(cells: PhaseCells, side = 9): Rows {
  const coarse = { ...cells.grid, cells: Math.min(side, cells.grid.cells) };
  const rows = Array.from({ length: coarse.cells ** 2 }, (_, place) => {
    const cell = cellAt(cells.grid, cellCentre(coarse, place));
    return { ...cellCentre(cells.grid, cell), k: shownCell(cells, cell) };
  }).filter(({ k }) => k >= 0);
  return {
    head: ['density', 'importance', 'length', 'superposition', 'class'],
    rows: rows.map(({ r, p, k }) => {
      const [norm, superposition] = [cells.norm[k], cells.superposition[k]];
      const extra = wordOf(phaseClass(norm, superposition));
      return [formatThree(p), formatThree(r), formatPlain(norm, 3), formatPlain(superposition, 3), extra];
    }),
  };
}

/** The trained models of a cut, with what each solution loses there. */
export function cutRows(cut: Cut, models: readonly CutModel[]): Rows {
  const solutions = candidates(cut.n);
  return {
    head: [cut.axis, ...solutions.map(({ name }) => solutionWords(cut.n, name).solution), 'trained', 'class'],
    rows: models.map(({ place, loss, norm, superposition }) => [
      formatThree(valueOn(place, cut.axis)),
      ...solutions.map((solution) => formatLoss(solution.loss(place.r, place.p, cut.law))),
      formatLoss(loss),
      wordOf(phaseClass(norm, superposition)),
    ]),
  };
}

/** Three significant digits. */
const formatThree = (value: number): string => formatPlain(value, Math.max(0, 2 - Math.floor(Math.log10(value))));
