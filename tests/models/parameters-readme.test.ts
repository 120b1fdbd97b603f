import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { withParameterTables } from '../../scripts/cli/parameter-tables.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

describe('README.md', () => {
  it('holds the parameters as the table has them now (else npm run readme)', () => {
    expect(readme).toBe(withParameterTables(readme));
  });

  it('names every key that the hero takes', () => {
    for (const key of ['hero.n', 'hero.m', 'hero.S', 'hero.seed', 'hero.engine'])
      expect(readme).toContain(`\`${key}\``);
  });

  it('gets its tables between two markers only, and says so when they are missing', () => {
    expect(() => withParameterTables('# nothing here')).toThrow('README.md needs');
    const [before] = readme.split('<!-- parameters');
    expect(withParameterTables(readme).startsWith(before)).toBe(true);
  });
});
