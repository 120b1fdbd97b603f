import { describe, expect, test } from 'vitest';
import recorded from '../../src/article/figures/absolute/still.json' with { type: 'json' };
import hidden from '../../src/article/figures/hidden/still.json' with { type: 'json' };
import { PRESETS } from '../../src/article/figures/absolute/presets.ts';
import { renderPage } from '../../src/article/render.ts';

const { body } = renderPage('computation.html');
const text = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+|&nbsp;/g, ' ');

describe('the table of large networks', () => {
  const [table] = /<table[^>]*>(?:(?!<\/table>).)*begun by hand.*?<\/table>/s.exec(body) ?? [''];

  test('says over each column how its network began, on a phone over those that it has', () => {
    const spans = [...table.matchAll(/<th scope="colgroup" colspan="(\d)"[^>]*>([^<]*)</g)];
    expect(spans.map(([, columns, begun]) => [Number(columns), begun])).toEqual([
      [4, 'begun by hand'],
      [2, 'begun at random'],
      [3, 'begun by hand'],
      [1, 'begun at random'],
    ]);
  });

  test('opens in each row the network that its numbers are of', () => {
    const set = [...table.matchAll(/title="density ([\d.]+), begun ([^"]*)"[^>]*data-values="([^"]*)"/g)].map(
      ([, density, begun, values]) => [density, begun, JSON.parse(values.replaceAll('&quot;', '"'))] as const,
    );
    expect(set).toEqual(
      recorded.sweep.flatMap(({ density }) =>
        (['by hand', 'at random'] as const).map((begun) => [
          `${density}`,
          begun,
          { preset: begun === 'by hand' ? '100-in-40-by-hand' : '100-in-40', select: `${density}` },
        ]),
      ),
    );
    expect(PRESETS['100-in-40-by-hand'].values.begin).toBe('by-hand');
    expect(PRESETS['100-in-40'].values.begin).toBe('random');
  });
});

describe('what the text says of random starts', () => {
  test('is said of those that were trained, and names the run that it counts in', () => {
    expect(text).toContain('None of the random starts trained here got there.');
    expect(text).toMatch(/the table’s random start still leaves nine neurons/);
  });
});

test('the text of the motif says what a neuron’s mark is about', () => {
  expect(text).toMatch(/mark is about what a neuron reads: mainly one feature, with at least 75 % of its weights\./);
});

describe('the text on polysemantic neurons and the linear layer', () => {
  test('says that it is here that they come from superposition', () => {
    expect(text).toMatch(/Here the polysemantic neurons come from superposition ?: they come and go/);
    expect(text).toContain('Elsewhere a neuron may be polysemantic for other reasons.');
  });

  test('says of the linear hidden layer, when it is first named, that the output has a ReLU', () => {
    expect(text).toContain('linear hidden layer (its output keeps the ReLU, as in Figure 1)');
    expect(text).not.toContain('as they were in the linear layer');
  });

  test('says why a layer is looked at that stores worse', () => {
    expect(text).toMatch(/a network stores worse; it is here because later it can compute/);
    expect(hidden.model.loss).toBeGreaterThan(hidden.linear.loss);
  });
});
