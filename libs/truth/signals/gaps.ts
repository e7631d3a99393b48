import type { SignalRules } from '#accountability';
import { civilDateOf } from '#calendar';
import { figure, ramp } from '../ramp.js';
import type { CaseReport, KnownIndicator, Signal, TruthCase } from '../truth-case.js';
import { lastOf } from './last-of.js';

/** The reported progress is above what the readings of an indicator come to; of several, the widest gap. */
export function indicatorGap({ reports, indicators }: TruthCase, rules: SignalRules): Signal | null {
  const last = lastOf(reports);
  const known = indicators.flatMap((indicator) => {
    const reading = indicator.readings.at(-1);
    return reading ? [{ indicator, reading, shown: shownBy(indicator, reading.value, last) }] : [];
  });
  const [lowest] = known
    .filter(({ shown }) => shown !== null)
    .sort((a, b) => (a.shown ?? 0) - (b.shown ?? 0));
  if (lowest?.shown == null) return null;
  const { indicator, reading, shown } = lowest;
  const gap = last.progress - shown;
  const { name, unit, target } = indicator;
  return {
    name: 'indicatorGap',
    score: ramp(gap, rules.gap),
    says: isKept(indicator)
      ? `自报进度${figure(last.progress)}%，而须保持的指标“${name}”读数${figure(reading.value)}${unit}，已突破要求（${figure(target)}${unit}）。`
      : `自报进度${figure(last.progress)}%，指标“${name}”读数${figure(reading.value)}${unit}、目标${figure(target)}${unit}，合${figure(shown)}%，${apart(gap)}。`,
    evidence: [{ kind: 'report', id: last.id }, reading.evidence],
  };
}

const apart = (gap: number): string => (gap > 0 ? `相差${figure(gap)}个百分点` : '所报不高于指标所示');

/** An upper bound or a range is kept or broken; it does not grow (domain.md §5). */
const isKept = ({ comparator }: KnownIndicator): boolean => ['<=', '<', 'range'].includes(comparator);

/** The progress that a reading comes to, percent; null: it says nothing of progress. */
function shownBy(indicator: KnownIndicator, value: number, last: CaseReport): number | null {
  const { comparator, target, upper, baseline } = indicator;
  if (isKept(indicator)) {
    const isBroken = comparator === 'range' ? value < target || value > (upper ?? target) : value > target;
    // Broken, it speaks against a task that is said to be done; before that, it may yet be mended.
    return isBroken && last.progress >= 100 ? 0 : null;
  }
  const from = baseline ?? 0;
  if (target === from) return null;
  return Math.min(100, Math.max(0, ((value - from) / (target - from)) * 100));
}

/** Milestones that were due have not been reached: the rest of the whole is all that can have been done. */
export function milestoneGap({ reports, milestones, at }: TruthCase, rules: SignalRules): Signal | null {
  const today = civilDateOf(at);
  const total = milestones.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return null;
  const late = milestones.filter(({ dueOn, reached }) => !reached && dueOn < today);
  const last = lastOf(reports);
  const shown =
    late.length === 0
      ? 100
      : (milestones.filter(({ reached }) => reached).reduce((sum, { weight }) => sum + weight, 0) / total) *
        100;
  const gap = last.progress - shown;
  return {
    name: 'milestoneGap',
    score: ramp(gap, rules.gap),
    says:
      late.length === 0
        ? '已到期的节点均已完成。'
        : `自报进度${figure(last.progress)}%，而${late.length}个节点到期未完成（${late.map(({ name }) => name).join('、')}），已完成节点合${figure(shown)}%，${apart(gap)}。`,
    evidence: [
      { kind: 'report', id: last.id },
      ...late.map(({ id }) => ({ kind: 'milestone' as const, id })),
    ],
  };
}

/** The whole is said to be further than its parts; a part that was asked for and not given counts as nothing. */
export function partsGap({ reports, parts }: TruthCase, rules: SignalRules): Signal | null {
  if (parts.length === 0) return null;
  const last = lastOf(reports);
  const shown = parts.reduce((sum, { progress }) => sum + (progress ?? 0), 0) / parts.length;
  const silent = parts.filter(({ progress }) => progress === null);
  const gap = last.progress - shown;
  const missing = silent.length === 0 ? '' : `（其中${silent.map(({ unit }) => unit).join('、')}未报）`;
  return {
    name: 'partsGap',
    score: ramp(gap, rules.gap),
    says: `自报进度${figure(last.progress)}%，${parts.length}个责任（配合）单位所报平均${figure(shown)}%${missing}，${apart(gap)}。`,
    evidence: [{ kind: 'report', id: last.id }, ...parts.map(({ id }) => ({ kind: 'part' as const, id }))],
  };
}
