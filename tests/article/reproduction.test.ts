import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import ClaimTable from '../../src/article/pages/reproduction/ClaimTable.svelte';
import { renderPage } from '../../src/article/render.ts';
import { bySource } from '../../src/article/reproduction/by-source.ts';
import type { Verdict } from '../../src/article/reproduction/claim.ts';
import { claimNumber, valueText } from '../../src/article/reproduction/format.ts';
import { GAUGE, gaugeLayout } from '../../src/article/reproduction/gauge-layout.ts';
import { RECORDED, type RecordedClaim } from '../../src/article/reproduction/recorded.ts';
import { typeset } from '../../src/article/reproduction/typeset.ts';
import { verdictSentence, VERDICTS } from '../../src/article/reproduction/verdicts.ts';

const { body } = renderPage('reproduction.html');
const text = (html: string): string => html.replaceAll(/<!--.*?-->|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const recorded = RECORDED.experiments.flatMap(({ claims }) => claims);

function claim(verdict: Verdict, rest: Partial<RecordedClaim> = {}): RecordedClaim {
  const shared = { id: 'X', source: 's', statement: 't', paper: 1, theory: null, measured: 1, tolerance: '± 1' };
  return { ...shared, verdict, ...rest };
}

describe('reproduction.html', () => {
  it.each(recorded.map((each) => [each.id, each] as const))(
    'shows %s with its values, verdict and link',
    (id, each) => {
      const row = body.slice(body.indexOf(`<tbody id="${id}"`));
      const cells = row.slice(0, row.indexOf('</tbody>'));
      const shown = text(cells);
      const set = (plain: string): string => text(typeset(plain)).trim();
      expect(shown).toContain(set(each.statement));
      expect(shown).toContain(set(each.tolerance));
      expect(shown).toContain(VERDICTS[each.verdict].word);
      for (const value of [each.paper, each.theory, each.measured]) {
        if (value === null) continue;
        const parts = typeof value === 'object' ? Object.values(value) : [value];
        for (const part of parts) expect(shown).toContain(set(valueText(part)));
      }
      const href = each.link?.replaceAll('&', '&amp;');
      expect(cells.match(/href="\.\/([^"]*)"/)?.[1]).toBe(href);
    },
  );

  it('counts the claims and says how they stand', () => {
    expect(text(body)).toContain(`${recorded.length} such statements`);
    expect(text(body)).toContain(verdictSentence(recorded));
  });

  it('says how it was made: seed, command, protocol of each experiment', () => {
    expect(text(body)).toContain(`seed ${RECORDED.seeds.join(', ')}`);
    expect(text(body)).toContain(RECORDED.command);
    for (const { protocol } of RECORDED.experiments) expect(text(body)).toContain(text(typeset(protocol)));
  });

  it('excepts from that seed the sections whose protocol takes several, of which there are some', () => {
    expect(text(body)).toContain('default, unless a section says that it takes several seeds');
    expect(RECORDED.experiments.some(({ protocol }) => /\b\d+ seeds\b/.test(protocol))).toBe(true);
  });

  it('shows no notation of programs: no index, power, exponent or minus as they are typed', () => {
    const shown = text(
      body.slice(body.indexOf('<table'), body.lastIndexOf('</table>')).replaceAll(/<math[^]*?<\/math>/g, ''),
    );
    const ids = recorded.reduce((left, { id }) => left.replaceAll(id, ''), shown);
    expect(ids.match(/\S*(?:\w_\w|\^|\de[-−]?\d|(?<!\w)-\d)\S*/g)).toBeNull();
  });

  it('names the regions of a phase diagram as its page does', () => {
    expect(text(body)).not.toContain('ignored');
    expect(text(body)).toContain('alone, another left out');
  });

  it('says beside the counts of single networks of how many starts and steps they are the best', () => {
    const row = body.slice(body.indexOf('<tbody id="E19.sparse.random"'));
    expect(text(row.slice(0, row.indexOf('</tbody>')))).toContain('the better of 2 of 2000 steps');
  });

  it('draws each shape that was found', () => {
    const pictures = recorded.filter(({ picture }) => picture);
    expect(pictures.map(({ id }) => id)).toEqual(['E1.geometry.p=1', 'E1.geometry.p=0.2', 'E1.geometry.p=0.1']);
  });
});

describe('the table', () => {
  const rows = (claims: readonly RecordedClaim[]): string => render(ClaimTable, { props: { title: 'T', claims } }).body;

  it('tells the verdicts apart by glyph and word, not by colour', () => {
    const drawn = (['holds', 'differs-as-recorded', 'fails'] as const).map((verdict) => {
      const html = rows([claim(verdict)]);
      expect(text(html)).toContain(VERDICTS[verdict].word);
      return /data-label="Verdict"[\s\S]*?<path d="([^"]+)"/.exec(html)?.[1];
    });
    expect(new Set(drawn).size).toBe(3);
    expect(drawn).not.toContain(undefined);
  });

  it('has no link where there is no figure', () => {
    expect(rows([claim('holds')])).not.toContain('Train it');
  });

  it('names a source once for all neighbours that share it', () => {
    const ids = (group: { claims: readonly RecordedClaim[] }): string[] => group.claims.map(({ id }) => id);
    const claims = ['a', 'a', 'b', 'a'].map((source, k) => claim('holds', { id: `X${k}`, source }));
    expect(bySource(claims).map(ids)).toEqual([['X0', 'X1'], ['X2'], ['X3']]);
  });
});

describe('the gauge', () => {
  it('puts agreement between its two ends and disagreement outside, always within the drawing', () => {
    const { from, middle, to, marks } = gaugeLayout([0, -1, 1, -40, 1.2]);
    expect(marks.slice(0, 3)).toEqual([middle, from, to]);
    expect(marks[3]).toBeLessThan(from);
    expect(marks[4]).toBeGreaterThan(to);
    expect(Math.min(...marks)).toBeGreaterThan(0);
    expect(Math.max(...marks)).toBeLessThan(GAUGE.width);
  });
});

describe('the sentence on all verdicts', () => {
  it('agrees in number and leaves out what there is none of', () => {
    expect(verdictSentence([claim('holds'), claim('holds')])).toBe('All of them hold.');
    expect(verdictSentence([claim('holds'), claim('differs-as-recorded')])).toBe(
      '1 holds and 1 differs from the paper, as recorded.',
    );
    expect(verdictSentence([claim('holds'), claim('holds'), claim('fails')])).toBe('2 hold and 1 fails.');
  });
});

it('numbers keep four digits, whole numbers all of theirs', () => {
  expect([5, 12, 0.5, 0.159876, 0.0374249].map(claimNumber)).toEqual(['5', '12', '0.5', '0.1599', '0.03742']);
});
