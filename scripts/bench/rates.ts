/** The first half of the bench: steps per second of every engine on every workload. */
import { openBrowserBench, type BrowserBench } from './browser.ts';
import { ENGINES, type EngineColumn } from './contestant.ts';
import { machine, type Machine } from './machine.ts';
import { race } from './race.ts';
import { textTable, threeDigits } from './table.ts';
import { findTorch, type Torch } from './torch.ts';
import { workload, type WorkloadName } from './workloads.ts';

type Rates = Readonly<Record<EngineColumn, number | null>>;

export interface RatesReport {
  /** What it ran on, and what ran where. */
  readonly machine: Machine;
  /** PyTorch's; null without PyTorch. */
  readonly blas: string | null;
  /** Steps per second of the whole batch. */
  readonly workloads: Readonly<Partial<Record<WorkloadName, Rates>>>;
}

/**
 * @param names none opens neither PyTorch nor the browser
 * @param seconds for each workload
 * @param complain told, in one line each, what could not run
 */
export async function measureRates(
  names: readonly WorkloadName[],
  seconds: number,
  complain: (line: string) => void,
): Promise<RatesReport> {
  const here = machine();
  if (names.length === 0) return { machine: here, blas: null, workloads: {} };
  const torch = await findTorch();
  if (!torch) complain('no Python with PyTorch was found ($PYTHON, /usr/bin/python3, python3)');
  try {
    const browser = await openBrowserBench();
    try {
      const contestants = [...(torch ? [torch] : []), ...browser.contestants];
      const workloads: Partial<Record<WorkloadName, Rates>> = {};
      for (const name of names) {
        const rates = await race(contestants, workload(name), seconds, complain);
        workloads[name] = Object.fromEntries(ENGINES.map((engine) => [engine, rates.get(engine) ?? null])) as Rates;
      }
      return { machine: { ...here, ...whatRan(torch, browser) }, blas: torch?.blas ?? null, workloads };
    } finally {
      await browser.close();
    }
  } finally {
    torch?.close();
  }
}

function whatRan(torch: Torch | null, { version, about }: BrowserBench): Machine {
  const said = (engine: EngineColumn, key: string) => about.get(engine)?.[key] ?? 'unknown';
  return {
    browser: `Chromium ${version}`,
    graphics: said('tfjs-webgl', 'renderer'),
    torch: torch ? `PyTorch ${torch.version}, 1 thread` : 'not found',
    'tfjs-webgl': 'a browser worker, op by op',
    'tfjs-wasm': `a browser worker, op by op, threads: ${said('tfjs-wasm', 'threads')}`,
    webgl: 'a browser worker',
    wasm: 'a browser worker',
    'wasm-2': 'two browser workers that share the models',
    'wasm-exact': 'a browser worker; the expected gradient instead of a sampled one, for few features',
  };
}

/** For people: each rate with its ratio to PyTorch's in brackets. */
export function ratesText({ machine, blas, workloads }: RatesReport): string {
  const head = ['steps per second (× PyTorch)', ...ENGINES];
  const rows = Object.entries(workloads).map(([name, rates]) => [
    `${name}  ${workload(name as WorkloadName).about}`,
    ...ENGINES.map((engine) => rateText(rates[engine], engine === 'torch' ? null : rates.torch)),
  ]);
  const about = Object.entries({ ...machine, ...(blas === null ? {} : { blas }) });
  const table = rows.length > 0 ? ['', textTable([head, ...rows])] : [];
  return [...about.map(([key, value]) => `${key}: ${value}`), ...table].join('\n');
}

function rateText(rate: number | null, torch: number | null): string {
  if (rate === null) return '–';
  return torch === null ? threeDigits(rate) : `${threeDigits(rate)} (${threeDigits(rate / torch)})`;
}
