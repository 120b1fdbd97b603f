/**
 * Two inputs through one neuron or two to two outputs, with the values on the way: the asymmetric superposition motif
 * (Elhage et al. 2022, "Computation in superposition"). Neuron A reads (a, −1/a) and writes (1/a, a), so that x₁ alone
 * leaves a² x₁ on output 2; neuron B, where there is one, reads x₁ and takes that away again.
 */
import { flowLedgers, type FlowLedgers } from './flow-ledger-layout.ts';
import { FLOW_NEURONS, flowFeature, type Flow, type Signal } from './flow.ts';
import { formatShort } from './format.ts';
import type { Point } from './hull.ts';
import { labelOver } from './label-over.ts';
import { thicknessOf } from './network-graph-layout.ts';

interface FlowNode {
  readonly key: string;
  readonly kind: 'input' | 'neuron' | 'output';
  readonly letter: string;
  readonly index: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly signal: Signal;
  /** Base line of the value: over the first feature's nodes and under all others, clear of their edges. */
  readonly valueY: number;
}

interface FlowEdge {
  readonly key: string;
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly weight: number;
  /** Weight times what comes in at its foot. */
  readonly carried: number;
  /** px. */
  readonly thickness: number;
  /** Middles of the weight and of the carried value, above the line. */
  readonly weightAt: Point;
  readonly carriedAt: Point;
}

export interface SignalFlowLayout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** Beside the flow, or on a narrow picture under it. */
  readonly ledgers: FlowLedgers;
}

const RADIUS = 17;
/** From this width on the ledgers stand beside the flow, px. */
const WIDE = 620;
/** The flow's share of a wide picture, the most it needs, and the air to the ledgers, px. */
const FLOW = { share: 0.5, most: 560, air: 44 };
/** Top of the flow's nodes, distance of the two features, where A and B stand between them as shares of it, and below. */
const NODES = { top: 44, distance: 168, A: 0.5, B: 1.2, below: 46 };
/** From a node's middle to the base line of its value over it and under it, px. */
const VALUE = { over: -25, under: 34 };
/** Where along an edge its weight and its carried value stand, as shares of it. */
const PRINTED = { weight: 0.36, carried: 0.7 };
const LEDGER_TOP = 12;

/**
 * @param domain of the ledgers' axis, so that it stands still while a slider moves
 * @param width px, 260 and up
 * @throws RangeError when there is neither one neuron nor two
 */
export function signalFlowLayout(
  flow: Flow,
  { width, domain }: { width: number; domain?: readonly [number, number] },
): SignalFlowLayout {
  const m = flow.hidden.length;
  if (m < 1 || m > 2 || flow.W.length !== 2 * m || flow.W2.length !== 2 * m)
    throw new RangeError(`A flow has 1 or 2 neurons, not ${m} with ${flow.W.length} and ${flow.W2.length} weights`);
  const wide = width >= WIDE;
  const right = wide ? Math.min(FLOW.most, FLOW.share * width) : width;
  const nodes = flowNodes(flow, right);
  const flowBottom = Math.max(...nodes.map(({ y }) => y)) + NODES.below;
  const ledgers = flowLedgers(flow, {
    left: wide ? right + FLOW.air : 0,
    right: width,
    top: wide ? LEDGER_TOP : flowBottom + LEDGER_TOP,
    domain,
  });
  return {
    width,
    height: Math.max(flowBottom, ledgers.bottom),
    radius: RADIUS,
    nodes,
    edges: flowEdges(flow, nodes),
    ledgers,
  };
}

function flowNodes(flow: Flow, right: number): FlowNode[] {
  const { input, hidden, output } = flow;
  const ends = (kind: 'input' | 'output', letter: string, x: number, signals: readonly Signal[]): FlowNode[] =>
    signals.map((signal, i) => {
      const y = NODES.top + i * NODES.distance;
      const valueY = y + (i === 0 ? VALUE.over : VALUE.under);
      return { key: `${letter}${i + 1}`, kind, letter, index: `${flowFeature(flow, i)}`, x, y, signal, valueY };
    });
  const inputs = input.map((value) => ({ before: value, after: value }));
  return [
    ...ends('input', 'x', RADIUS + 1, inputs),
    ...hidden.map((signal, k) => {
      const letter = FLOW_NEURONS[k];
      const y = NODES.top + NODES.distance * NODES[letter];
      const [kind, index] = ['neuron' as const, undefined];
      return { key: letter, kind, letter, index, x: right / 2, y, signal, valueY: y + VALUE.under };
    }),
    ...ends('output', 'y', right - RADIUS - 1, output),
  ];
}

function flowEdges({ W, W2, hidden }: Flow, nodes: readonly FlowNode[]): FlowEdge[] {
  const m = hidden.length;
  const [inputs, neurons, outputs] = [nodes.slice(0, 2), nodes.slice(2, 2 + m), nodes.slice(2 + m)];
  return [0, 1]
    .flatMap((i) =>
      neurons.flatMap((node, k) => [
        flowEdge(inputs[i], node, W[i * m + k]),
        flowEdge(node, outputs[i], W2[i * m + k]),
      ]),
    )
    .filter(({ weight }) => weight !== 0);
}

function flowEdge(from: FlowNode, to: FlowNode, weight: number): FlowEdge {
  const carried = weight * from.signal.after;
  const line = { from, to, thickness: thicknessOf(carried) };
  return {
    key: `${from.key} ${to.key}`,
    ...line,
    weight,
    carried,
    weightAt: labelOver(line, PRINTED.weight, formatShort(weight)),
    carriedAt: labelOver(line, PRINTED.carried, formatShort(carried)),
  };
}
