/** npm run -s claims -- [--json] [--only E1,E3.represented] [--write] */
import { claimsCommand } from './claims/command.ts';
import { EXPERIMENTS } from './claims/experiments.ts';
import { writeRecord } from './claims/record.ts';
import { runAsProcess } from './cli/run-command.ts';

const progress = (id: string): void => {
  if (process.stderr.isTTY) console.error(`claims: ${id}`);
};

let failed = false;
await runAsProcess('claims', async (args) => {
  const result = await claimsCommand(args, { experiments: EXPERIMENTS, write: writeRecord, progress });
  failed = result.failed;
  return result.text;
});
if (failed) process.exitCode = 1;
