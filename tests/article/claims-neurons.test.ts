import { describe, expect, it } from 'vitest';
import { EXPERIMENTS } from '../../scripts/claims/experiments.ts';
import { judgeClaim } from '../../scripts/claims/judge.ts';
import { selectClaims } from '../../scripts/claims/select.ts';
import { decodeLink } from '../../src/article/links/index.ts';

const claimsOf = (names: readonly string[]) => selectClaims(EXPERIMENTS, names).flatMap(({ claims }) => claims);

describe('the claims about neurons', () => {
  it('that need little training hold', async () => {
    for (const definition of claimsOf(['E20', 'nanda.x2', 'nanda.max']))
      expect((await judgeClaim(definition)).verdict, definition.id).toBe('holds');
  }, 60_000);

  it('open the figure that trains them, at settings that it reads back as they are', () => {
    for (const { id, link = '' } of claimsOf(['E18', 'E19', 'E20', 'nanda'])) {
      const { notes, state } = decodeLink(link);
      expect(notes, id).toEqual([]);
      expect(link.startsWith('computation.html'), id).toBe(true);
      expect(state.fragment, id).toBe(id.startsWith('E18') || id === 'nanda.dropout' ? 'hidden' : 'absolute');
    }
  });
});
