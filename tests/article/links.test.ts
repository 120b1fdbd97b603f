import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, DEFAULT_STATE, encodeLink, type LinkState } from '../../src/article/links/index.ts';
import { CONTROL_NAME } from '../../src/article/links/link.ts';
import { LATEST } from '../../src/article/links/versions.ts';
import { clampValue } from '../../src/models/parameters/clamp.ts';
import { FIGURE_IDS, FIGURES, type Values } from '../../src/models/parameters/figures.ts';
import type { Parameter } from '../../src/models/parameters/parameter.ts';
import { settleValues } from '../../src/models/parameters/settle.ts';
import { inRangeValue } from '../models/parameters-values.ts';

const hero = (link: string): Values => decodeLink(link).state.figures.hero;
const messages = (link: string): string[] => decodeLink(link).notes.map(({ message }) => message);

describe('decodeLink', () => {
  it('reads addresses, relative links, queries and fragments', () => {
    for (const link of [
      'https://example.org/a/index.html?v=1&hero.S=0.5#hero',
      'index.html?hero.S=0.5#hero',
      '?hero.S=0.5#hero',
      'hero.S=0.5#hero',
    ])
      expect(decodeLink(link).state).toMatchObject({ fragment: 'hero', figures: { hero: { S: 0.5 } } });
    expect(decodeLink('#hero').state).toEqual({ ...DEFAULT_STATE, fragment: 'hero' });
    expect(decodeLink('').state).toEqual(DEFAULT_STATE);
    expect(decodeLink(new URLSearchParams('hero.S=0.5')).state.figures.hero.S).toBe(0.5);
  });

  it('corrects values out of range and says so in one line', () => {
    expect(hero('?v=1&hero.S=2').S).toBe(0.999);
    expect(messages('?v=1&hero.S=2')).toEqual(['hero.S=2 is out of range; using 0.999']);
    expect(messages('?v=1&hero.n=x&hero.model=tanh')).toEqual([
      'hero.n=x is not a number; using 5',
      'hero.model=tanh is not an option; using relu',
    ]);
  });

  it('begins at random where a target has no start that is set by hand, and says so', () => {
    const begin = (link: string): string => decodeLink(link).state.figures.absolute.begin;
    expect([begin('?v=1'), begin('?absolute.begin=by-hand&absolute.activation=gelu')]).toEqual(['random', 'by-hand']);
    expect(begin('?absolute.begin=by-hand&absolute.target=max')).toBe('random');
    expect(messages('?absolute.begin=by-hand&absolute.target=max')).toEqual([
      'absolute.begin=by-hand needs target=absolute; using random',
    ]);
  });

  it('ignores unknown keys and says so', () => {
    expect(messages('?hero.speed=3&utm_source=mail&S=1&nobody.S=1&hero.__proto__=1&=1')).toEqual([
      'hero.speed is not a parameter; ignored',
      'utm_source is not a parameter; ignored',
      'S is not a parameter; ignored',
      'nobody.S is not a parameter; ignored',
      'hero.__proto__ is not a parameter; ignored',
      'an empty name is not a parameter; ignored',
    ]);
  });

  it('takes the last of several values for one key and says so', () => {
    expect(hero('?hero.S=0.1&hero.S=0.2').S).toBe(0.2);
    expect(messages('?hero.S=0.1&hero.S=0.2')).toEqual(['hero.S is given more than once; using the last']);
  });

  it('survives malformed percent sequences', () => {
    expect(messages('?hero.S=%zz&hero.n=%#%E0%A4')).toEqual([
      'hero.n=% is not a number; using 5',
      'hero.S=%zz is not a number; using 0.9',
    ]);
  });

  it('repeats of a long or many-lined value only a piece, on one line', () => {
    const [message] = messages(`?hero.S=${'a%0Ab'.repeat(100)}`);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(100);
  });

  it('uses the page-wide engine where a figure does not name its own', () => {
    expect(hero('?engine=wasm').engine).toBe('wasm');
    expect(hero('?engine=wasm&hero.engine=auto').engine).toBe('auto');
    expect(hero('?engine=gpu').engine).toBe('auto');
    expect(messages('?engine=gpu')).toEqual(['engine=gpu is not an option; using auto']);
  });

  it('reads what concerns the whole page', () => {
    expect(decodeLink('?embed=hero&hide=seed,,seed,S&theme=light&present=1&predict=basic').state.page).toEqual({
      embed: 'hero',
      hide: ['seed', 'S'],
      engine: 'auto',
      theme: 'light',
      present: true,
      predict: 'basic',
    });
    expect(messages('?embed=nobody&hide=<b>,seed&theme=red&present=yes&predict=nobody')).toEqual([
      'embed=nobody is not a figure; showing the page',
      'hide=<b> is not a control; ignored',
      'theme=red is not an option; following the system',
      'present=yes is neither 1 nor 0; using 0',
      'predict=nobody is not a figure; covering nothing',
    ]);
  });

  it('never throws and always yields values in range', () => {
    const keys = FIGURE_IDS.flatMap((id) => Object.keys(FIGURES[id].parameters).map((key) => `${id}.${key}`));
    const key = fc.constantFrom(...keys, 'v', 'embed', 'hide', 'engine', 'theme', 'present', 'predict');
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String));
    const queries = fc.array(fc.tuple(key, text)).map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), queries), (link) => {
        const { state } = decodeLink(link);
        for (const id of FIGURE_IDS) {
          const values: Values = state.figures[id];
          const parameters = Object.entries<Parameter>(FIGURES[id].parameters);
          const clamped = parameters.map(([name, parameter]) => [name, clampValue(parameter, values[name])]);
          expect(values).toEqual(Object.fromEntries(clamped));
          expect(settleValues(FIGURES[id], values).broken).toEqual([]);
        }
        expect(decodeLink(encodeLink(state, { page: '' })).state).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});

describe('encodeLink', () => {
  it('writes only what differs from the defaults of its version', () => {
    expect(encodeLink(DEFAULT_STATE, { page: 'index.html' })).toBe('index.html?v=1');
    const figures = { ...DEFAULT_STATE.figures, hero: { ...DEFAULT_STATE.figures.hero, S: 0.76, seed: 3 } };
    const link = encodeLink({ ...DEFAULT_STATE, figures, fragment: 'hero' }, { page: 'index.html' });
    expect(link).toBe('index.html?v=1&hero.S=0.76&hero.seed=3#hero');
  });

  it('writes the page-wide engine once, and a figure that departs from it', () => {
    const page = { ...DEFAULT_STATE.page, engine: 'wasm' } as const;
    const engine = 'wasm' as const;
    const wasm = Object.fromEntries(
      Object.entries(DEFAULT_STATE.figures).map(([id, values]) => [id, { ...values, engine }]),
    ) as unknown as LinkState['figures'];
    expect(encodeLink({ ...DEFAULT_STATE, page, figures: wasm }, { page: '' })).toBe('?v=1&engine=wasm');
    expect(encodeLink({ ...DEFAULT_STATE, page }, { page: '' })).toBe(
      `?v=1&engine=wasm${FIGURE_IDS.map((id) => `&${id}.engine=auto`).join('')}`,
    );
  });

  it('keeps commas readable', () => {
    const page = { ...DEFAULT_STATE.page, hide: ['seed', 'speed'] };
    expect(encodeLink({ ...DEFAULT_STATE, page }, { page: '' })).toBe('?v=1&hide=seed,speed');
  });

  it('is undone by decodeLink for every state in range, without a note', () => {
    const figures = fc.record(
      Object.fromEntries(
        FIGURE_IDS.map((id) => {
          const entries = Object.entries<Parameter>(FIGURES[id].parameters);
          const values = fc.record(
            Object.fromEntries(entries.map(([key, parameter]) => [key, inRangeValue(parameter)])),
          );
          return [id, values.map((each) => settleValues(FIGURES[id], each).values)];
        }),
      ),
    );
    const page = fc.record({
      embed: fc.constantFrom(null, ...FIGURE_IDS),
      hide: fc.uniqueArray(fc.stringMatching(CONTROL_NAME), { maxLength: 5 }),
      engine: fc.constantFrom('auto', 'webgl', 'wasm'),
      theme: fc.constantFrom(null, 'light', 'dark'),
      present: fc.boolean(),
      predict: fc.constantFrom(null, ...FIGURE_IDS),
    });
    const fragment = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.record({ figures, page, fragment }), (state) => {
        const link = encodeLink(state as unknown as LinkState, { page: 'index.html' });
        expect(decodeLink(link)).toEqual({ version: LATEST, state, notes: [] });
        expect(decodeLink(`https://example.org/a%20b/${link}`).state).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});
