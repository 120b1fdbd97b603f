/** The losses of a few solutions as dots on parallel lines from 0, and the trained model's loss across them. */
import type { PhaseClass } from '../models/theory/phase.ts';

export interface SolutionLoss {
  readonly name: string;
  /** The class of the extra feature in it. */
  readonly extra: PhaseClass;
  /** > 0 */
  readonly loss: number;
}

const PITCH = 33;
/** Room above the first line, below the last one for the trained loss's words, px. */
const [ABOVE, BELOW] = [14, 34];
/** From the left to the words, air around the lines, and the width of a loss at the right, px. */
const WORDS = 25;
const AIR = 14;
const VALUE = 58;
/** Advance of a character of the words, px. */
const CHARACTER = 6.5;

interface LossRow extends SolutionLoss {
  readonly y: number;
  readonly x: number;
  /** Whether no other solution loses less. */
  readonly best: boolean;
}

export interface CandidateLossesLayout {
  readonly width: number;
  readonly height: number;
  readonly words: number;
  /** The lines' ends: loss 0 and the largest loss. */
  readonly left: number;
  readonly right: number;
  readonly rows: readonly LossRow[];
  /** The trained loss, held on the lines, and where its words stand in the middle. */
  readonly trained: { readonly x: number; readonly from: number; readonly to: number; readonly textX: number } | null;
}

/**
 * @param trained loss of the trained model; null while there is none
 * @param trainedWidth of its words, px
 */
export function candidateLossesLayout(
  losses: readonly SolutionLoss[],
  trained: number | null,
  { width, trainedWidth }: { width: number; trainedWidth: number },
): CandidateLossesLayout {
  const longest = Math.max(...losses.map(({ name }) => name.length)) * CHARACTER;
  const [left, right] = [Math.round(WORDS + Math.max(70, longest) + AIR), width - VALUE - AIR];
  const most = Math.max(...losses.map(({ loss }) => loss));
  const least = Math.min(...losses.map(({ loss }) => loss));
  const at = (loss: number): number => left + (right - left) * Math.min(1, loss / most);
  const rows = losses.map((row, k) => ({
    ...row,
    y: ABOVE + (k + 0.5) * PITCH,
    x: at(row.loss),
    best: row.loss === least,
  }));
  const bottom = ABOVE + losses.length * PITCH;
  const half = trainedWidth / 2;
  return {
    width,
    height: bottom + BELOW,
    words: WORDS,
    left,
    right,
    rows,
    trained:
      trained === null
        ? null
        : { x: at(trained), from: ABOVE, to: bottom, textX: Math.max(half, Math.min(width - half, at(trained))) },
  };
}
