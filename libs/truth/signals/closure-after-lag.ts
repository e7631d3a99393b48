import type { SignalRules } from '#accountability';
import { labelOfPeriod } from '#calendar';
import { figure, ramp, rounded } from '../ramp.js';
import type { Signal, TruthCase } from '../truth-case.js';

const DAY = 86_400_000;

/** The closure is asked for soon after reports that were behind: the wider the lag and the shorter the time, the louder. */
export function closureAfterLag({ reports, closure }: TruthCase, rules: SignalRules): Signal | null {
  if (!closure) return null;
  const asked = Date.parse(closure.requestedAt);
  const lagging = reports
    .flatMap((report) => {
      const days = (asked - Date.parse(report.filedAt)) / DAY;
      const lag = (report.expected ?? 0) - report.progress;
      if (days < 0 || days > rules.closureDays) return [];
      return [
        { report, lag, days, score: rounded(ramp(lag, rules.closureLag) * (1 - days / rules.closureDays)) },
      ];
    })
    .sort((a, b) => b.score - a.score || a.days - b.days);
  const [loudest] = lagging;
  if (!loudest) return null;
  const { report, lag, days, score } = loudest;
  return {
    name: 'closureAfterLag',
    score,
    says: `${labelOfPeriod(report.period)}${lag > 0 ? `还落后序时进度${figure(lag)}个百分点` : '不落后序时进度'}，${Math.ceil(days)}天后申请办结。`,
    evidence: [{ kind: 'report', id: report.id }, closure.evidence],
  };
}
