import type { SignalRules } from '#accountability';
import { labelOfPeriod } from '#calendar';
import { figure, ramp } from '../ramp.js';
import { lengthOf, textLikeness } from '../text-likeness.js';
import type { Signal, TruthCase } from '../truth-case.js';

/** The account is last period’s again, though something is said to have moved. “No change” is honest, and has a signal of its own. */
export function repeatedText({ reports }: TruthCase, rules: SignalRules): Signal | null {
  const [before, last] = reports.slice(-2);
  if (!before || !last || last.noChange || before.noChange) return null;
  if (lengthOf(last.words) < rules.textFrom || lengthOf(before.words) < rules.textFrom) return null;
  const likeness = textLikeness(before.words, last.words);
  return {
    name: 'repeatedText',
    score: ramp(likeness, { from: rules.similarFrom, full: 1 }),
    says: `本期（${labelOfPeriod(last.period)}）进展文字与上期（${labelOfPeriod(before.period)}）相似度${figure(likeness * 100)}%，进度由${figure(before.progress)}%报为${figure(last.progress)}%。`,
    evidence: [
      { kind: 'report', id: last.id },
      { kind: 'report', id: before.id },
    ],
  };
}
