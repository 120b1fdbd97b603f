/** `claims`: every quantitative statement of the article, measured again. */
import type { Claim } from '../../src/article/reproduction/claim.ts';
import type { RecordedExperiment } from '../../src/article/reproduction/recorded.ts';
import { readClaimsArguments, USAGE } from './arguments.ts';
import type { ExperimentDefinition } from './definition.ts';
import { judgeClaim } from './judge.ts';
import { selectClaims } from './select.ts';
import { claimsText } from './text.ts';

export interface ClaimsCommand {
  /** For stdout. */
  readonly text: string;
  /** Whether any claim fails. */
  readonly failed: boolean;
}

export interface ClaimsOptions {
  readonly experiments: readonly ExperimentDefinition[];
  write(experiments: readonly RecordedExperiment[]): Promise<void>;
  /** Called before each claim. */
  progress?(id: string): void;
}

/** @throws UsageError for bad input */
export async function claimsCommand(args: readonly string[], options: ClaimsOptions): Promise<ClaimsCommand> {
  const { json, only, write, help } = readClaimsArguments(args);
  if (help) return { text: USAGE, failed: false };
  const results: RecordedExperiment[] = [];
  for (const { claims, ...experiment } of only ? selectClaims(options.experiments, only) : options.experiments) {
    const judged = [];
    for (const claim of claims) {
      options.progress?.(claim.id);
      judged.push(await judgeClaim(claim));
    }
    results.push({ ...experiment, claims: judged });
  }
  if (write) await options.write(results);
  const claims = results.flatMap((experiment) => experiment.claims.map(plain));
  return {
    text: json ? JSON.stringify(claims) : claimsText(claims),
    failed: claims.some(({ verdict }) => verdict === 'fails'),
  };
}

/** What a claim is to the outside (contracts), without what only the page needs. */
function plain({ id, source, statement, paper, theory, measured, tolerance, verdict }: Claim): Claim {
  return { id, source, statement, paper, theory, measured, tolerance, verdict };
}
