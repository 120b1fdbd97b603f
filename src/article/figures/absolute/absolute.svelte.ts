/** The state of the figure of a network that computes: the best starts of every density, one of them looked at. */
import { featureLosses } from '../../../models/evaluation/feature-losses.ts';
import { FAMILIES } from '../../../models/families.ts';
import type { Network } from '../../../models/neurons/forward.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { readNothingLosses } from '../../../models/theory/read-nothing.ts';
import type { NeuronView } from '../../../viz/neuron-view.ts';
import { nearestGroup, rankOf, type Group, type Start } from '../starts/groups.ts';
import { networkOf, viewOfNetwork } from '../neurons/network.ts';
import { StartsFigure, type Shown } from '../neurons/starts-figure.svelte.ts';
import { absoluteParts, type AbsoluteValues } from './parts.ts';
import { FEATURE_SAMPLES, SMALL } from './protocol.ts';
import { stillParts, type AbsoluteStill } from './still.ts';

/** One of the trained networks. */
export interface Looked {
  readonly group: Group;
  readonly start: Start;
  readonly network: Network;
  readonly view: NeuronView;
  /** |w| to which the matrices' colours reach: 1, or where neurons cannot be rescaled the largest there is. */
  readonly reach: number;
}

export class Absolute extends StartsFigure<'absolute'> {
  readonly own: Shown<'absolute'> = $derived.by(() => this.shown[0]);
  /** The best network of every density. */
  readonly best: readonly Looked[] = $derived.by(() => this.own.groups.map((group) => this.#look(group, null)));
  readonly looked: Looked = $derived.by(() => {
    const { groups } = this.own;
    return this.#look(nearestGroup(groups, densityOf(this.values.S)) ?? groups[0], this.chosen);
  });
  /** Whether the network is drawn three ways. */
  readonly small: boolean = $derived.by(() => this.looked.view.n <= SMALL.n && this.looked.view.m <= SMALL.m);
  /** Loss of each feature, and of reading nothing of it, importance-weighted, [n]. */
  readonly losses: Float64Array = $derived.by(() =>
    featureLosses(this.looked.group.settings, this.looked.network, FEATURE_SAMPLES),
  );
  readonly nothing: readonly number[] = $derived.by(() => readNothingLosses(this.looked.group.settings));

  constructor(still: AbsoluteStill) {
    super('absolute', absoluteParts, stillParts(still));
  }

  /** Looks at another of the trained densities. */
  look(density: number): void {
    this.chosen = null;
    this.set({ S: densityOf(density) });
  }

  /** All but which density is looked at. */
  protected override runKey({ S: _, ...rest }: AbsoluteValues): string {
    return JSON.stringify(rest);
  }

  #look(group: Group, chosen: number | null): Looked {
    const start = group.starts[rankOf(group.starts, chosen)];
    const { settings } = group;
    const network = networkOf(this.own.problem, settings, start.theta);
    // GELU is not the same at every scale: its weights are drawn as they are.
    const rescaled = FAMILIES[settings.family].hidden === 'relu';
    const view = viewOfNetwork(network, settings.importance, { rescaled });
    return { group, start, network, view, reach: rescaled ? 1 : Math.max(1, largestWeight(network)) };
  }
}

const largestWeight = ({ W, W2 = [], c = [], b }: Network): number =>
  Math.max(...[W, W2, c, b].flatMap((part) => Array.from(part, Math.abs)));
