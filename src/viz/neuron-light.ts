/** Linked hover where neurons are drawn: a feature, a neuron, or a feature on a neuron is in the light of all views. */
import { pointerLight, type OnLight } from './pointer-light.ts';

/** What a point of a drawing means. */
export interface NeuronPlace {
  readonly feature: number | null;
  readonly neuron: number | null;
}

/** The light as every view of neurons takes it. */
export interface NeuronLight {
  /** The feature in the light. */
  lit?: number | null;
  /** The neuron in the light: it is marked, and the others stay as they are. */
  neuron?: number | null;
  onlight?: OnLight;
  /** The pointer or the keyboard is on a neuron, or (null) on none any more. */
  onneuron?: (neuron: number | null) => void;
}

/**
 * Handlers to spread on an SVG whose user units are `width` across.
 * @param placeAt what is meant at a point in the SVG's own units; null where nothing is
 */
export function neuronLight(
  width: number,
  placeAt: (x: number, y: number) => NeuronPlace | null,
  { onlight, onneuron }: Pick<NeuronLight, 'onlight' | 'onneuron'>,
): ReturnType<typeof pointerLight> {
  return pointerLight(width, placeAt, (place: NeuronPlace | null) => {
    onlight?.(place?.feature ?? null);
    onneuron?.(place?.neuron ?? null);
  });
}
