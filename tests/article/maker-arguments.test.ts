import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readMakerArguments } from '../../scripts/cli/maker-arguments.ts';

const FIGURES = ['hero', 'basic'];

/** What a script of this name makes of its arguments. */
const spawn = (script: string, ...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const file = fileURLToPath(new URL(`../../scripts/${script}.ts`, import.meta.url));
    execFile(process.execPath, [file, ...args], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });

describe('a command that makes files', () => {
  it('writes everything, compares with --check, and takes what is named', () => {
    expect(readMakerArguments([], 'stills', FIGURES)).toEqual({ check: false, names: [] });
    expect(readMakerArguments(['--check'], 'readme')).toEqual({ check: true, names: [] });
    expect(readMakerArguments(['basic', '--check'], 'stills', FIGURES)).toEqual({ check: true, names: ['basic'] });
  });

  it('refuses a name that it does not know, and says which there are', () => {
    const usage = 'usage: npm run stills -- [--check] [hero|basic …]';
    expect(() => readMakerArguments(['her'], 'stills', FIGURES)).toThrow(`There is no her to make; ${usage}`);
    expect(() => readMakerArguments(['hero'], 'readme')).toThrow('There is no hero to make; usage: npm run readme');
  });

  it.each(['stills', 'kernel', 'readme'])(
    'writes nothing on a mistyped --check: %s ends with exit 2 and one line that says how it is used',
    async (script) => {
      const { code, stdout, stderr } = await spawn(script, '--chek');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${script}: Unknown option '--chek'; usage: npm run ${script} -- .+\n$`));
    },
    30_000,
  );
});
