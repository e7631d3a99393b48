import type { Finding, SignalRules } from '#accountability';
import { chineseDate, civilDateOf } from '#calendar';
import { rounded } from '../ramp.js';
import type { EarlierFinding, Signal, TruthCase } from '../truth-case.js';

const DAY = 86_400_000;

/** How loudly a finding speaks: of this task, and of another task of the same unit. */
const LOUDNESS: Record<Finding, { same: number; other: number }> = {
  untrue: { same: 1, other: 0.7 },
  partlyTrue: { same: 0.6, other: 0.4 },
  true: { same: 0, other: 0 },
};

const WORDS: Record<Finding, string> = { true: '属实', partlyTrue: '部分属实', untrue: '不实' };

/** Verifications of this task or unit have found something else than was said; it fades with time, and a later “true” of the task ends it. */
export function earlierFinding({ findings, at }: TruthCase, rules: SignalRules): Signal | null {
  if (findings.length === 0) return null;
  const cleared = findings
    .filter(({ sameTask, finding }) => sameTask && finding === 'true')
    .map(({ foundAt }) => foundAt)
    .sort()
    .at(-1);
  const speaking = findings
    .filter(({ sameTask, foundAt }) => !sameTask || cleared === undefined || foundAt > cleared)
    .map((one) => ({ one, score: scoreOf(one, Date.parse(at), rules) }))
    .sort((a, b) => b.score - a.score || (a.one.foundAt < b.one.foundAt ? 1 : -1));
  const [loudest] = speaking;
  const { one, score } = loudest ?? { one: findings.at(-1) as EarlierFinding, score: 0 };
  return {
    name: 'earlierFinding',
    score,
    says: `${chineseDate(civilDateOf(one.foundAt))}核实${one.sameTask ? '本任务' : '该单位其他任务'}，结论为${WORDS[one.finding]}。`,
    evidence: [one.evidence],
  };
}

function scoreOf({ finding, sameTask, foundAt }: EarlierFinding, now: number, rules: SignalRules): number {
  const days = (now - Date.parse(foundAt)) / DAY;
  const left = 1 - days / rules.findingDays;
  return rounded(LOUDNESS[finding][sameTask ? 'same' : 'other'] * Math.min(1, left));
}
