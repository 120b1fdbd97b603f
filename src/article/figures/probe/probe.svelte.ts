/**
 * The probe's state: a network, an input, and what they make of each other. Figure 1's network is trained here again from
 * Figure 1's link, so that the first figure of the page carries nothing for this one: the same network to the last bit
 * where the same engine trains it, while under `auto` a timing in between may leave this run to WebGL.
 */
import { rankTrained } from '../../../models/evaluation/best.ts';
import { lossByCount } from '../../../models/evaluation/loss-by-count.ts';
import type { Training } from '../../../models/engine/index.ts';
import { figureDefaults, type FigureValues } from '../../../models/parameters/figures.ts';
import { heroExperiment } from '../../../models/parameters/storage-problem.ts';
import { probe } from '../../../models/probe.ts';
import { readNothingLoss } from '../../../models/theory/read-nothing.ts';
import type { FigureStatus } from '../../figure/status.ts';
import { trainingPool } from '../../training.ts';
import { EVALUATION_SAMPLES } from '../hero/protocol.ts';
import type { standing } from '../hero/standing.svelte.ts';
import { heroNetwork, recordedNetwork, UNIVERSITIES, type Network, type NetworkRecord } from './network.ts';
import { inputOf, STRENGTH, type PresetKey } from './presets.ts';

/** What the page carries: Figure 1 with its two pairs, and as it stands untouched. */
export interface ProbeStill {
  readonly pairs: NetworkRecord;
  readonly pentagon: NetworkRecord;
}

export class Probing {
  /** The last preset, until the reader changes the input: then none is named. */
  preset = $state<PresetKey>('pair');
  changed = $state(false);
  /** [n] */
  input: readonly number[];
  /** The row that pointer or focus is on. */
  lit = $state<number | null>(null);
  status = $state<FigureStatus>('still');
  /** Whether Figure 1 shows a model set by hand. */
  byHand = $state(false);
  /** Why Figure 1's network is not there. */
  problem = $state('');

  readonly #pairs: Network;
  readonly #pentagon: Network;
  #figure: Network;
  #standing: Network;
  #figureValues: FigureValues<'hero'> = figureDefaults('hero');
  /** Sparsity of the data that the loss is split on, where the reader has moved it. */
  #S = $state<number | null>(null);
  #training: Training | undefined;
  #wanted: FigureValues<'hero'> | undefined;
  #visible = false;
  #touched = false;

  constructor({ pairs, pentagon }: ProbeStill) {
    this.#pairs = recordedNetwork(pairs);
    this.#pentagon = recordedNetwork(pentagon);
    this.#figure = $state.raw(this.#pentagon);
    this.#standing = $state.raw(this.#pentagon);
    this.input = $state.raw(inputOf('pair', this.#pairs.view));
  }

  readonly network: Network = $derived.by(() => {
    switch (this.preset) {
      case 'alone':
      case 'pair':
        return this.#pairs;
      case 'neighbours':
        return this.#pentagon;
      case 'universities':
        return UNIVERSITIES;
      case 'figure':
        return this.#figure;
      case 'standing':
        return this.#standing;
    }
  });

  readonly probed = $derived.by(() => probe(this.network.probed, this.input));

  /** The row whose arithmetic is spelled out: the lit one, else the costliest. */
  readonly spelled: number = $derived.by(() => {
    const { rows } = this.probed;
    if (this.lit !== null && this.lit < rows.length) return this.lit;
    return rows.reduce((worst, { loss }, i) => (loss > rows[worst].loss ? i : worst), this.probed.present[0] ?? 0);
  });

  readonly S: number = $derived.by(() => this.#S ?? this.network.S);

  /** The loss of this network on data of the chosen sparsity, and what reading nothing would cost there. */
  readonly split = $derived.by(() => {
    const { settings, view, theta } = this.network;
    const data = { ...settings, density: settings.density.map(() => 1 - this.S) };
    return { ...lossByCount(data, view.m, theta), unread: readNothingLoss(data) };
  });

  choose(preset: PresetKey): void {
    this.#touched = true;
    this.#set(preset);
  }

  /** One feature's value; 0 is absent. */
  put(feature: number, value: number): void {
    this.#touched = true;
    this.changed = true;
    this.input = this.input.map((old, i) => (i === feature ? value : old));
  }

  toggle(feature: number): void {
    this.put(feature, this.input[feature] === 0 ? STRENGTH : 0);
  }

  /** Moves the input along what cannot be seen, until its smallest value is this. */
  slide(smallest: number): void {
    const { unseen = [] } = this.network;
    const by = smallest - Math.min(...this.input);
    this.#touched = true;
    this.changed = true;
    this.input = this.input.map((old, i) => Math.round((old + by * unseen[i]) * 1e4) / 1e4);
  }

  rarer(S: number): void {
    this.#touched = true;
    this.#S = S;
  }

  /** Figure 1's settings: what it shows is what a reader who has changed it wants to probe. */
  follow(values: FigureValues<'hero'>): void {
    if (JSON.stringify(values) === JSON.stringify(this.#figureValues)) return;
    this.#figureValues = values;
    this.#wanted = values;
    if (!this.#touched) this.#set('figure');
    this.#train();
  }

  /** What is set by hand in Figure 1 is followed movement by movement; once it is undone, the trained network is probed. */
  followHands(model: typeof standing.model): void {
    this.byHand = model !== null;
    if (model) {
      const { values, theta } = model.moment;
      this.#standing = { ...heroNetwork(values, theta, model.frame), byHand: true };
      if (this.preset === 'standing' && this.input.length !== values.n) this.#show('standing');
    } else if (this.preset === 'standing') this.#set('figure');
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (this.status === 'still') this.status = 'done';
    this.#train();
  }

  close(): void {
    this.#training?.cancel();
  }

  #set(preset: PresetKey): void {
    this.#S = null;
    this.#show(preset);
    this.#train();
  }

  #show(preset: PresetKey): void {
    this.preset = preset;
    this.changed = false;
    this.lit = null;
    this.input = inputOf(preset, this.network.view);
  }

  /** Only when it is to be seen. */
  #train(): void {
    const values = this.#wanted;
    if (!values || !this.#visible || this.preset !== 'figure') return;
    this.#wanted = undefined;
    this.#training?.cancel();
    this.status = 'training';
    this.problem = '';
    const { problem, recipe } = heroExperiment(values);
    const training = trainingPool().train(
      {
        problem,
        recipe,
        engine: values.engine,
        until: recipe.steps,
        announce: [],
        evaluationSamples: EVALUATION_SAMPLES,
      },
      () => {},
    );
    this.#training = training;
    training.result.then(
      (result) => {
        if (!result || training !== this.#training) return;
        const [best] = rankTrained(problem, result.models);
        this.#figure = heroNetwork(values, best.theta);
        // What the reader has done meanwhile stands, as far as the network has as many features.
        const kept = this.changed && this.input.length === this.#figure.view.n;
        if (this.preset === 'figure' && !kept) this.#show('figure');
        this.status = 'done';
      },
      (error: unknown) => {
        if (training !== this.#training) return;
        // Tried again when it is to be seen again.
        this.#wanted ??= values;
        this.status = 'failed';
        this.problem = error instanceof Error ? error.message : String(error);
      },
    );
  }
}
