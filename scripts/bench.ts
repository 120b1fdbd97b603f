/** npm run -s bench -- [--json] [--only W1,W4|none] [--page] */
import { readBenchArguments, USAGE } from './bench/arguments.ts';
import { measureRates, ratesText } from './bench/rates.ts';
import { measurePage, pageText } from './bench/reader/page-report.ts';
import { runAsProcess } from './cli/run-command.ts';

const complain = (line: string): void => console.error(`bench: ${line}`);

await runAsProcess('bench', async (args) => {
  const { json, workloads, page: wantsPage, seconds, help } = readBenchArguments(args);
  if (help) return USAGE;
  const rates = await measureRates(workloads, seconds, complain);
  const page = wantsPage ? await measurePage(complain) : undefined;
  if (json) return JSON.stringify({ ...rates, ...(page ? { page } : {}) });
  return [ratesText(rates), ...(page ? [pageText(page)] : [])].join('\n\n');
});
