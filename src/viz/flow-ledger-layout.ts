/** How an output of a small circuit came about, as lines over one axis: what each neuron adds, the sum, the ReLU, the target. */
import { scaleLinear } from 'd3-scale';
import { FLOW_NEURONS, flowFeature, type Flow } from './flow.ts';

/** Head and rows of an output, and between two outputs, px. */
const HEAD = 24;
const ROW = 23;
const GAP = 34;
/** Words at the left and values at the right, and the widest ledger, px. */
const COLUMNS = { words: 50, values: 52, most: 600 };

/** What one neuron adds: from where the sum was to where it is then, px. */
interface Contribution {
  readonly neuron: string;
  readonly value: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface FlowLedger {
  /** Of the output, 0 or 1. */
  readonly index: number;
  /** Of the feature, as a reader counts. */
  readonly feature: number;
  readonly headY: number;
  readonly contributions: readonly Contribution[];
  /** Line of the result, and x of the sum before the ReLU, of the output, of the target. */
  readonly resultY: number;
  readonly beforeX: number;
  readonly afterX: number;
  readonly wantedX: number;
  /** Output less target. */
  readonly interference: number;
}

export interface FlowLedgers {
  /** Words begin, bars may begin, 0 of the axis, values end: x. */
  readonly words: number;
  readonly bars: number;
  readonly zero: number;
  readonly values: number;
  readonly bottom: number;
  readonly outputs: readonly FlowLedger[];
}

interface LedgerRoom {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Of the axis; by default as far as the values reach, and at least from 0 to 1. */
  readonly domain?: readonly [number, number];
}

export function flowLedgers(flow: Flow, { left, right, top, domain }: LedgerRoom): FlowLedgers {
  const m = flow.hidden.length;
  const values = Math.min(right, left + COLUMNS.most);
  const bars = left + COLUMNS.words;
  const x = scaleLinear()
    .domain(domain ?? reach(flow))
    .nice(4)
    .range([bars, values - COLUMNS.values])
    .clamp(true);
  const outputs = flow.output.map(({ before, after, wanted }, index): FlowLedger => {
    const begin = top + index * (HEAD + (m + 1) * ROW + GAP);
    const row = (k: number): number => begin + HEAD + (k + 0.5) * ROW;
    return {
      index,
      feature: flowFeature(flow, index),
      headY: begin + 12,
      contributions: sums(flow, index).map(({ value, from, to }, k) => ({
        neuron: FLOW_NEURONS[k],
        value,
        y: row(k),
        from: x(from),
        to: x(to),
      })),
      resultY: row(m),
      beforeX: x(before),
      afterX: x(after),
      wantedX: x(wanted),
      interference: after - wanted,
    };
  });
  return { words: left, bars, zero: x(0), values, bottom: outputs[1].resultY + ROW, outputs };
}

/** The sums that an output goes through, neuron by neuron. */
function sums({ W2, hidden }: Flow, i: number): { value: number; from: number; to: number }[] {
  let sum = 0;
  return hidden.map(({ after }, k) => {
    const value = W2[i * hidden.length + k] * after;
    const from = sum;
    sum += value;
    return { value, from, to: sum };
  });
}

function reach(flow: Flow): [number, number] {
  const values = flow.output.flatMap(({ before, after, wanted }, i) => [
    before,
    after,
    wanted,
    ...sums(flow, i).map(({ to }) => to),
  ]);
  return [Math.min(0, ...values), Math.max(1, ...values)];
}
