import { describe, expect, it } from 'vitest';
import { EXPERIMENTS } from '../../scripts/claims/experiments.ts';
import { judgeClaim } from '../../scripts/claims/judge.ts';
import { recordedText } from '../../scripts/claims/record.ts';
import { selectClaims } from '../../scripts/claims/select.ts';
import { decodeLink } from '../../src/article/links/index.ts';
import { LATEST } from '../../src/article/links/versions.ts';
import type { FigureId } from '../../src/models/parameters/figures.ts';
import { RECORDED } from '../../src/article/reproduction/recorded.ts';

const recorded = RECORDED.experiments.flatMap(({ claims }) => claims);
const defined = EXPERIMENTS.flatMap(({ claims }) => claims);

const DENSITIES = ['1', '0.3', '0.1', '0.03', '0.01', '0.003', '0.001'];

const SHAPES = [
  ...['digon', 'triangle', 'tetrahedron', '4-simplex', '5-simplex', 'square', 'pentagon', 'hexagon', 'heptagon'],
  ...['octahedron', 'triangular-bipyramid', 'pentagonal-bipyramid', 'cube', 'square-antiprism'],
  ...['least-energy-antiprism', 'icosahedron'],
];

describe('the harness', () => {
  it('defines every claim that the article has promised', () => {
    expect(defined.map(({ id }) => id)).toEqual([
      ...['1', '0.2', '0.1'].map((p) => `E1.geometry.p=${p}`),
      'E1.crossover',
      ...['projection', 'output', 'clipped', 'ambiguity'].map((claim) => `universities.${claim}`),
      ...['alternating', 'split'].map((claim) => `interference.${claim}`),
      ...DENSITIES.map((p) => `E3.represented.p=${p}`),
      ...DENSITIES.map((p) => `E3.dedicated.p=${p}`),
      'E3.bias.unrepresented',
      'E4.represented',
      'E4.dedicated',
      'E4.identity',
      'linear.loss.20-5',
      'linear.loss.80-20',
      ...['5-2', '20-5'].flatMap((size) => [`E5.linear.represented.${size}`, `E5.linear.loss.${size}`]),
      ...['0.1', '0.5', '0.8'].map((r) => `E6.boundary.r=${r}`),
      'E6.triple.theory',
      'E6.agreement',
      'E6.firstorder',
      ...['uniform', 'one', 'three', 'upper'].map((law) => `E6.law.${law}`),
      ...['r=0.2.p=0.7', 'r=0.4.p=0.9', 'r=0.2.p=0.1', 'r=0.6.p=0.25'].map((at) => `E7.regions.${at}`),
      ...['r=2.p=0.9', 'r=6.p=0.85', 'r=2.p=0.2', 'r=6.p=0.4'].map((at) => `E7.regions.${at}`),
      'E7.boundary.r>1',
      ...['S=0.1.r=0.8', 'S=0.1.r=0.2', 'S=0.5.r=0.8', 'S=0.9.r=0.8'].map((at) => `McGrath.minima.${at}`),
      ...['dense', 'digon-plateau', 'digon-plateau.begin'].map((claim) => `E8.${claim}`),
      'E9.sum',
      ...SHAPES.map((shape) => `E10.dimensionality.${shape}`),
      ...['1', '0.6', '0.3'].map((ratio) => `E11.row.ratio=${ratio}`),
      'E11.crossover',
      ...['orthogonal', 'antipodal', 'hexagon'].map((arrangement) => `E12.${arrangement}`),
      'E13.blocks',
      ...['0.05', '0.1', '0.175', '0.3', '0.4'].map((p) => `E14.regime.p=${p}`),
      'E15.levels',
      ...['E16.octahedron', 'E16.collapsed'],
      ...['0.7', '0.3', '0.15', '0.05'].map((p) => `E18.regime.p=${p}`),
      'E18.rotation',
      ...['small', 'dense', 'sparse', 'sparse.random'].map((network) => `E19.${network}`),
      ...['E20.interference', 'E20.found'],
      ...['x2', 'x2.bias', 'max', 'and', 'dropout'].map((problem) => `nanda.${problem}`),
    ]);
  });

  it('names each claim after its experiment', () => {
    for (const { id, claims } of EXPERIMENTS)
      for (const claim of claims) expect(claim.id.startsWith(`${id}.`), claim.id).toBe(true);
  });
});

describe('the record that the page shows', () => {
  it('has exactly the claims that the harness defines, as it defines them', () => {
    const wording = EXPERIMENTS.map(({ id, title, protocol, claims }) => ({
      ...{ id, title, protocol },
      claims: claims.map(({ id, source, statement, paper, tolerance, link }) => ({
        ...{ id, source, statement, paper, link },
        tolerance: tolerance.text,
      })),
    }));
    expect(RECORDED.experiments).toMatchObject(JSON.parse(recordedText(wording)) as object[]);
    expect(recorded).toHaveLength(defined.length);
  });

  it('has no claim that fails', () => {
    expect(recorded.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });

  it('links to settings that the pages read back without a correction', () => {
    expect(RECORDED.linkVersion).toBe(LATEST);
    for (const { id, link } of recorded) {
      // What is computed without training has no setting to go to.
      if (link === undefined) continue;
      const { notes, state } = decodeLink(link);
      expect(notes, id).toEqual([]);
      const { seed, engine } = state.figures[state.fragment as FigureId];
      expect({ seeds: [seed], engine }, id).toEqual({ seeds: RECORDED.seeds, engine: RECORDED.engine });
    }
  });

  it('is what is measured today: the shapes of five features, the sparsest counts, the linear loss', async () => {
    const quick = ['E1.geometry', 'E3.represented.p=0.001', 'E3.dedicated.p=0.001', 'linear.loss.20-5'];
    const again = selectClaims(EXPERIMENTS, quick).flatMap(({ claims }) => claims);
    expect(again).toHaveLength(6);
    for (const definition of again) {
      const claim = await judgeClaim(definition);
      const known = recorded.find(({ id }) => id === claim.id);
      expect(claim.verdict, claim.id).toBe(known?.verdict);
      if (typeof claim.measured === 'number') expect(claim.measured).toBeCloseTo(Number(known?.measured), 6);
      else expect(claim.measured, claim.id).toEqual(known?.measured);
    }
  }, 120_000);
});
