/**
 * Writes the parameter tables into README.md.
 *
 *     npm run readme               writes
 *     npm run readme -- --check    exits 1 if README.md is not up to date
 */
import { readFile, writeFile } from 'node:fs/promises';
import { ownMakerArguments } from './cli/maker-arguments.ts';
import { withParameterTables } from './cli/parameter-tables.ts';

const README = new URL('../README.md', import.meta.url);

const { check } = ownMakerArguments('readme');
const present = await readFile(README, 'utf8');
const wanted = withParameterTables(present);
if (!check) {
  await writeFile(README, wanted);
} else if (present !== wanted) {
  console.error('README.md is not what `npm run readme` makes.');
  process.exitCode = 1;
}
