/** Two losses as dots on parallel lines from 0, each beside its own value before a change (E18: the basis is turned). */

export interface ComparedLoss {
  readonly name: string;
  readonly loss: number;
  /** Its value before the change. */
  readonly before: number;
}

/** Distance of two rows, where names stand over the lines too, and room above the first, px. */
const ROW = { pitch: 52, narrowPitch: 78, above: 4 };
/** Air between words, lines and values, width of a value, advance of a character of the words, px. */
const COLUMNS = { air: 14, value: 52, character: 6.8 };
/** Narrower pictures have their names over the lines, px. */
const NARROW = 420;

interface LossPairRow extends ComparedLoss {
  readonly y: number;
  readonly nameX: number;
  readonly nameY: number;
  readonly x: number;
  readonly beforeX: number;
}

export interface LossPairLayout {
  readonly width: number;
  readonly height: number;
  /** Loss 0 and the domain's end. */
  readonly left: number;
  readonly right: number;
  readonly rows: readonly LossPairRow[];
}

/** @param top end of the axis, so that it stands still while a slider moves; by default the largest of the losses */
export function lossPairLayout(
  losses: readonly ComparedLoss[],
  { width, top }: { width: number; top?: number },
): LossPairLayout {
  const narrow = width < NARROW;
  const longest = Math.max(...losses.map(({ name }) => name.length)) * COLUMNS.character;
  const [left, right] = [narrow ? 5 : Math.round(longest + COLUMNS.air), width - COLUMNS.value - COLUMNS.air];
  const pitch = narrow ? ROW.narrowPitch : ROW.pitch;
  const most = top ?? Math.max(...losses.flatMap(({ loss, before }) => [loss, before]));
  const at = (loss: number): number => left + (right - left) * Math.min(1, loss / (most || 1));
  return {
    width,
    height: ROW.above + losses.length * pitch,
    left,
    right,
    rows: losses.map((each, k) => {
      const y = ROW.above + k * pitch + (narrow ? 34 : 18);
      return {
        ...each,
        y,
        nameX: 0,
        nameY: narrow ? y - 18 : y + 4.5,
        x: at(each.loss),
        beforeX: at(each.before),
      };
    }),
  };
}
