import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/article/links/index.ts';
import { LATEST, VERSIONS } from '../../src/article/links/versions.ts';
import { FIGURE_IDS, figureDefaults } from '../../src/models/parameters/figures.ts';

const hero = (link: string) => decodeLink(link).state.figures.hero;
const messages = (link: string): string[] => decodeLink(link).notes.map(({ message }) => message);

describe('link versions', () => {
  it('v=1 links mean for ever what they meant', () => {
    // Never edit this: it is what links out in the world rely on.
    expect(decodeLink('index.html?v=1').state.figures.hero).toEqual({
      n: 5,
      m: 2,
      S: 0.9,
      decay: 0.9,
      model: 'relu',
      seed: 7,
      starts: 16,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('index.html?v=1').state.figures.basic).toEqual({
      n: 20,
      m: 5,
      p: [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001],
      S: 0.9,
      decay: 0.7,
      model: 'relu',
      seed: 7,
      starts: 4,
      steps: 1000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('phase-change.html?v=1').state.figures.phase).toEqual({
      n: 2,
      m: 1,
      S: 0.87,
      r: 0.42,
      cut: 'density',
      law: 'uniform',
      activation: 'relu',
      cells: 48,
      rmin: 0.1,
      rmax: 10,
      pmin: 0.01,
      seed: 7,
      starts: 8,
      aggregate: 'best',
      gradient: 'exact',
      steps: 300,
      lr: 0.03,
      schedule: 'hold',
      wd: 0,
      batch: 256,
      engine: 'auto',
    });
    expect(decodeLink('computation.html?v=1').state.figures.hidden).toEqual({
      n: 10,
      m: 5,
      S: 0.7,
      decay: 0.75,
      model: 'relu-hidden',
      bias: false,
      dropout: 0,
      seed: 7,
      starts: 100,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('computation.html?v=1').state.figures.absolute).toEqual({
      n: 3,
      m: 6,
      p: [0.3],
      S: 0,
      decay: 0.8,
      target: 'absolute',
      activation: 'relu',
      bias: false,
      kind: 'independent',
      begin: 'random',
      seed: 7,
      starts: 6,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('geometry.html?v=1').state.figures.uniform).toEqual({
      n: 80,
      m: 8,
      p: [1, 0.81, 0.66, 0.53, 0.43, 0.35, 0.3, 0.26, 0.22, 0.19, 0.15, 0.1],
      S: 0.78,
      decay: 1,
      model: 'relu',
      ratio: 1,
      seed: 7,
      starts: 1,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('geometry.html?v=1').state.figures.perturbed).toEqual({
      n: 5,
      m: 2,
      S: 0.95,
      ratio: 0.3,
      decay: 1,
      model: 'relu',
      seed: 7,
      starts: 16,
      steps: 1000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('geometry.html?v=1').state.figures.correlated).toEqual({
      n: 4,
      m: 2,
      sets: 2,
      kind: 'correlated',
      S: 0.95,
      p: [0.05, 0.1, 0.175, 0.3, 0.4, 0.6],
      decay: 1,
      model: 'relu',
      seed: 7,
      starts: 12,
      steps: 2000,
      lr: 0.01,
      schedule: 'hold',
      wd: 0,
      batch: 1024,
      engine: 'auto',
    });
    expect(decodeLink('geometry.html?v=1').state.figures.dynamics).toEqual({
      n: 24,
      m: 8,
      sets: 2,
      kind: 'independent',
      S: 0.72,
      decay: 1,
      model: 'relu',
      init: 1,
      seed: 7,
      starts: 1,
      steps: 4500,
      lr: 0.02,
      schedule: 'constant',
      wd: 0,
      batch: 256,
      engine: 'auto',
    });
    const link =
      'https://example.org/toy/index.html?v=1&hide=seed,speed&theme=dark&hero.n=6&hero.S=0.985&hero.decay=0.7' +
      '&hero.model=linear&hero.seed=4294967295&hero.starts=64&hero.steps=20000&hero.lr=0.0001&hero.schedule=cosine' +
      '&hero.wd=0.1&hero.batch=16&hero.engine=wasm' +
      '&basic.n=128&basic.m=64&basic.p=1,0.0005&basic.S=0.9995&basic.decay=0.1&basic.model=linear&basic.seed=0' +
      '&basic.starts=32&basic.steps=10&basic.lr=0.1&basic.schedule=constant&basic.wd=0.01&basic.batch=4096' +
      '&basic.engine=webgl&phase.n=3&phase.m=2&phase.S=0.5&phase.r=10&phase.cut=importance&phase.law=three' +
      '&phase.activation=gelu&phase.cells=256&phase.rmin=0.2&phase.rmax=5&phase.pmin=0.1&phase.seed=1' +
      '&phase.starts=16&phase.aggregate=paper&phase.gradient=sampled&phase.steps=10000&phase.lr=0.001' +
      '&phase.schedule=constant&phase.wd=0.01&phase.batch=1024&phase.engine=wasm' +
      '&hidden.n=12&hidden.m=6&hidden.S=0.5&hidden.decay=0.9&hidden.model=relu-inner&hidden.bias=1&hidden.dropout=0.5' +
      '&hidden.seed=2&hidden.starts=1000&hidden.steps=500&hidden.lr=0.003&hidden.schedule=linear&hidden.wd=0.02' +
      '&hidden.batch=256&hidden.engine=webgl' +
      '&absolute.n=100&absolute.m=40&absolute.p=1,0.01&absolute.S=0.99&absolute.decay=0.9&absolute.target=and-or' +
      '&absolute.activation=gelu&absolute.bias=1&absolute.kind=correlated&absolute.seed=3&absolute.starts=2' +
      '&absolute.steps=5000&absolute.lr=0.003&absolute.schedule=cosine&absolute.wd=0.01&absolute.batch=512' +
      '&absolute.engine=wasm' +
      '&uniform.n=400&uniform.m=30&uniform.p=1,0.1&uniform.S=0.9&uniform.decay=0.9&uniform.model=linear&uniform.ratio=0.1&uniform.seed=4&uniform.starts=2&uniform.steps=500&uniform.lr=0.003&uniform.schedule=linear&uniform.wd=0.01&uniform.batch=512&uniform.engine=wasm' +
      '&perturbed.n=6&perturbed.m=2&perturbed.S=0.9&perturbed.ratio=3&perturbed.decay=0.95&perturbed.model=linear&perturbed.seed=5&perturbed.starts=8&perturbed.steps=600&perturbed.lr=0.02&perturbed.schedule=cosine&perturbed.wd=0.02&perturbed.batch=256&perturbed.engine=webgl' +
      '&correlated.n=20&correlated.m=10&correlated.sets=4&correlated.kind=anticorrelated&correlated.S=0.8&correlated.p=0.5&correlated.decay=0.8&correlated.model=linear&correlated.seed=6&correlated.starts=3&correlated.steps=700&correlated.lr=0.03&correlated.schedule=constant&correlated.wd=0.03&correlated.batch=128&correlated.engine=wasm' +
      '&dynamics.n=20&dynamics.m=5&dynamics.sets=3&dynamics.kind=independent&dynamics.S=0.7&dynamics.decay=0.7&dynamics.model=linear&dynamics.init=1&dynamics.seed=8&dynamics.starts=4&dynamics.steps=900&dynamics.lr=0.004&dynamics.schedule=hold&dynamics.wd=0.04&dynamics.batch=64&dynamics.engine=wasm' +
      '#hero';
    expect(decodeLink(link)).toEqual({
      version: 1,
      notes: [],
      state: {
        fragment: 'hero',
        page: {
          embed: null,
          hide: ['seed', 'speed'],
          engine: 'auto',
          theme: 'dark',
          present: false,
          predict: null,
        },
        figures: {
          hero: {
            n: 6,
            m: 2,
            S: 0.985,
            decay: 0.7,
            model: 'linear',
            seed: 4294967295,
            starts: 64,
            steps: 20000,
            lr: 0.0001,
            schedule: 'cosine',
            wd: 0.1,
            batch: 16,
            engine: 'wasm',
          },
          basic: {
            n: 128,
            m: 64,
            p: [1, 0.0005],
            S: 0.9995,
            decay: 0.1,
            model: 'linear',
            seed: 0,
            starts: 32,
            steps: 10,
            lr: 0.1,
            schedule: 'constant',
            wd: 0.01,
            batch: 4096,
            engine: 'webgl',
          },
          phase: {
            n: 3,
            m: 2,
            S: 0.5,
            r: 10,
            cut: 'importance',
            law: 'three',
            activation: 'gelu',
            cells: 256,
            rmin: 0.2,
            rmax: 5,
            pmin: 0.1,
            seed: 1,
            starts: 16,
            aggregate: 'paper',
            gradient: 'sampled',
            steps: 10000,
            lr: 0.001,
            schedule: 'constant',
            wd: 0.01,
            batch: 1024,
            engine: 'wasm',
          },
          hidden: {
            n: 12,
            m: 6,
            S: 0.5,
            decay: 0.9,
            model: 'relu-inner',
            bias: true,
            dropout: 0.5,
            seed: 2,
            starts: 1000,
            steps: 500,
            lr: 0.003,
            schedule: 'linear',
            wd: 0.02,
            batch: 256,
            engine: 'webgl',
          },
          absolute: {
            n: 100,
            m: 40,
            p: [1, 0.01],
            S: 0.99,
            decay: 0.9,
            target: 'and-or',
            activation: 'gelu',
            bias: true,
            kind: 'correlated',
            begin: 'random',
            seed: 3,
            starts: 2,
            steps: 5000,
            lr: 0.003,
            schedule: 'cosine',
            wd: 0.01,
            batch: 512,
            engine: 'wasm',
          },
          uniform: {
            n: 400,
            m: 30,
            p: [1, 0.1],
            S: 0.9,
            decay: 0.9,
            model: 'linear',
            ratio: 0.1,
            seed: 4,
            starts: 2,
            steps: 500,
            lr: 0.003,
            schedule: 'linear',
            wd: 0.01,
            batch: 512,
            engine: 'wasm',
          },
          perturbed: {
            n: 6,
            m: 2,
            S: 0.9,
            ratio: 3,
            decay: 0.95,
            model: 'linear',
            seed: 5,
            starts: 8,
            steps: 600,
            lr: 0.02,
            schedule: 'cosine',
            wd: 0.02,
            batch: 256,
            engine: 'webgl',
          },
          correlated: {
            n: 20,
            m: 10,
            sets: 4,
            kind: 'anticorrelated',
            S: 0.8,
            p: [0.5],
            decay: 0.8,
            model: 'linear',
            seed: 6,
            starts: 3,
            steps: 700,
            lr: 0.03,
            schedule: 'constant',
            wd: 0.03,
            batch: 128,
            engine: 'wasm',
          },
          dynamics: {
            n: 20,
            m: 5,
            sets: 3,
            kind: 'independent',
            S: 0.7,
            decay: 0.7,
            model: 'linear',
            init: 1,
            seed: 8,
            starts: 4,
            steps: 900,
            lr: 0.004,
            schedule: 'hold',
            wd: 0.04,
            batch: 64,
            engine: 'wasm',
          },
        },
      },
    });
  });

  it('the newest version holds the defaults of today: a changed default needs a new version', () => {
    for (const id of FIGURE_IDS) expect(VERSIONS[LATEST][id]).toEqual(figureDefaults(id));
  });

  it('an unknown version is read as the newest, and said', () => {
    expect(messages('?v=99&hero.S=0.5')).toEqual(["v=99 is not a version of this page's links; reading it as v=1"]);
    expect(hero('?v=toString&hero.S=0.5').S).toBe(0.5);
  });
});
