/** The three verdicts in words, and what they mean. */
import type { Claim, Verdict } from './claim.ts';

export const VERDICTS: Readonly<Record<Verdict, { readonly word: string; readonly meaning: string }>> = {
  holds: {
    word: 'holds',
    meaning: 'what was measured lies within the tolerance of every value beside it.',
  },
  'differs-as-recorded': {
    word: 'differs, as recorded',
    meaning:
      'theory and measurement agree with each other but not with the paper, and the article says so at that place.',
  },
  fails: {
    word: 'fails',
    meaning: 'what was measured disagrees with theory, or with the paper while nothing explains why.',
  },
};

export const VERDICT_NAMES = Object.keys(VERDICTS) as readonly Verdict[];

/** "23 hold and 1 differs, as recorded.": what a page of claims comes to, in one sentence. */
export function verdictSentence(claims: readonly Claim[]): string {
  const { holds, 'differs-as-recorded': differs, fails } = countVerdicts(claims);
  if (holds === claims.length) return 'All of them hold.';
  const parts = [
    `${holds} ${holds === 1 ? 'holds' : 'hold'}`,
    ...(differs > 0 ? [`${differs} ${differs === 1 ? 'differs' : 'differ'} from the paper, as recorded`] : []),
    ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
  ];
  return `${new Intl.ListFormat('en', { style: 'long' }).format(parts)}.`;
}

/** How many claims got each verdict. */
export function countVerdicts(claims: readonly Claim[]): Readonly<Record<Verdict, number>> {
  const counts = { holds: 0, 'differs-as-recorded': 0, fails: 0 };
  for (const { verdict } of claims) counts[verdict]++;
  return counts;
}
