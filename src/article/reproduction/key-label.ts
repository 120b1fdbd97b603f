/** What one of a claim's several values is for, in words. Its key in the record is what scripts read. */

/** By what the keys are, then by key; numbers are named without it. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  features: { within: 'of one set', across: 'of different sets' },
  weights: { fixed: 'fixed weights', free: 'free weights' },
  place: { r: 'relative importance', p: 'density' },
  side: { below: 'just below', above: 'just above' },
  minimum: { 'w₁': 'weight w₁', 'w₂': 'weight w₂', 'w₁′': 'weight w₁′', 'w₂′': 'weight w₂′' },
  quantity: { angle: 'angle, degrees', pentagon: 'loss, pentagon', 'two pairs': 'loss, two pairs' },
  count: {
    monosemantic: 'monosemantic neurons',
    polysemantic: 'polysemantic neurons',
    represented: 'features represented',
    computed: 'features computed',
    'neurons a feature': 'neurons for each of these',
    'features of their own': 'features with neurons of their own',
    'times the loss from random starts': 'loss, as a share of that from random starts',
  },
  directions: { trained: 'as trained' },
  'hidden layer': { linear: 'linear hidden layer', ReLU: 'ReLU hidden layer' },
  'disturbed output': { second: 'second’s output', first: 'first’s output', inhibited: 'once inhibited' },
};

const DENSITY = 'density';

/** "density 0.5", "features 1–3", "2 neurons and bias": plain text. @param by what the keys are */
export function keyLabel(key: string, by = DENSITY): string {
  const word = WORDS[by]?.[key];
  if (word !== undefined) return word;
  if (by === 'features') return `features ${featureList(key.split(' ').map(Number))}`;
  if (by === 'neurons') return key.replace(/^\d+/, (count) => `${count} ${count === '1' ? 'neuron' : 'neurons'}`);
  // Both numbers and multiples ("1.5x").
  const number = key.replace(/x$/, '');
  if (Number.isNaN(Number(number))) return key;
  return /\W$/.test(by) ? `${by} = ${number}` : `${by} ${number}`;
}

/** "1–3" where they follow each other, "1, 3" otherwise. */
function featureList(features: readonly number[]): string {
  const [first, last] = [features[0], features[features.length - 1]];
  return features.length > 2 && last - first === features.length - 1 ? `${first}–${last}` : features.join(', ');
}

/** From dense to rare as in the article, other numbers upwards; names as they were recorded. */
export function sortKeys(keys: readonly string[], by = DENSITY): string[] {
  if (keys.some((key) => Number.isNaN(Number(key)))) return [...keys];
  const sign = by === DENSITY ? -1 : 1;
  return keys.toSorted((a, b) => sign * (Number(a) - Number(b)));
}
