/** What a word of the text shows where a figure numbers its parts: "feature-1" is the first feature. */

/** By kind ("feature", "neuron" …): lights one of them, counted from 0, or (null) none any more. */
export type Lights = Readonly<Partial<Record<string, (index: number | null) => void>>>;

/** @returns hears a word's part; one of another kind, or without a number, is not the lights' */
export const numberedParts =
  (lights: Lights) =>
  (part: string, on: boolean): void => {
    const [, kind, number] = /^([a-z]+)-(\d+)$/.exec(part) ?? [];
    lights[kind]?.(on ? Number(number) - 1 : null);
  };
