/** A figure's settings with a name: its buttons, and what a word of the text or a link sets it to. */
import type { Values } from '../../models/parameters/figures.ts';

type Presets<Name extends string> = Readonly<Record<Name, { readonly label: string; readonly values: Values }>>;

/** @param ignoring keys that a reader may move without leaving the preset */
export function presetsOf<Name extends string>(presets: Presets<Name>, ignoring: readonly string[] = []) {
  const isPreset = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(presets, name);
  const PRESET_NAMES: readonly Name[] = Object.keys(presets).filter(isPreset);
  const agree = (values: Values, wanted: Values): boolean =>
    Object.entries(wanted).every(([key, value]) => ignoring.includes(key) || String(values[key]) === String(value));
  /** The preset that these values are, if they are one. */
  const presetOf = (values: Values): Name | null =>
    PRESET_NAMES.find((name) => agree(values, presets[name].values)) ?? null;
  return { PRESET_NAMES, isPreset, presetOf };
}
