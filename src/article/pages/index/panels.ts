/** The hidden spaces that the section on motives draws. */

export interface Panel {
  readonly title: string;
  readonly text: string;
  /** Directions of the features, degrees from the right. */
  readonly angles: readonly number[];
  readonly neurons: boolean;
  readonly label: string;
}

/** How far features stand askew to the neurons, degrees. */
const ASKEW = 33;

export const bases: readonly Panel[] = [
  {
    title: 'No basis is special.',
    text: 'Turn everything together and nothing changes.',
    angles: [ASKEW, ASKEW + 90],
    neurons: false,
    label: 'Two features at right angles, at no particular angle to the page; there are no axes.',
  },
  {
    title: 'A privileged basis.',
    text: 'The axes are neurons, and features have a reason to lie on them.',
    angles: [0, 90],
    neurons: true,
    label: 'Two neurons as axes, and on each of them one feature.',
  },
];

export const mixtures: readonly Panel[] = [
  {
    title: 'Askew.',
    text: 'Both neurons are polysemantic, yet nothing is crowded: a turn would put each feature on a neuron.',
    angles: [ASKEW, ASKEW + 90],
    neurons: true,
    label:
      'Two neurons as axes and two features at right angles, turned against the axes: each neuron responds to both.',
  },
  {
    title: 'In superposition.',
    text: 'Three features for two neurons: no turn can give each its own.',
    angles: [90, 210, 330],
    neurons: true,
    label: 'Two neurons as axes and three features at 120 degrees.',
  },
];
