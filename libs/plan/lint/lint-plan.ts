import { isGroupUnit } from '../clause/unit-names.js';
import { dateOf } from '../dates.js';
import type { ExtractedTask, Extraction } from '../extraction.schema.js';
import { burdensOverCap } from './burdens-over-cap.js';
import { contradictingTargets } from './contradicting-targets.js';
import type { FindingCode, PlanFinding } from './finding.js';

export interface LintOptions {
  /** Is a unit of this name in the directory? Left out: no unit is looked up. */
  readonly isKnownUnit?: (name: string) => boolean;
  /** So many times a year a unit may be asked for something by the plan. Left out: burdens are not counted. */
  readonly burdenCap?: number;
}

/** What a person should settle before the plan is dispatched: task by task in their order, then the plan as a whole. */
export function lintPlan(plan: Extraction, options: LintOptions = {}): PlanFinding[] {
  return [
    ...plan.tasks.flatMap((task) => lintTask(task, plan.document.year, options)),
    ...contradictingTargets(plan),
    ...(options.burdenCap === undefined ? [] : burdensOverCap(plan, options.burdenCap)),
  ];
}

function lintTask(task: ExtractedTask, year: number, { isKnownUnit }: LintOptions): PlanFinding[] {
  const finding = (code: FindingCode, message: string): PlanFinding => ({
    code,
    message,
    task: task.id,
    span: task.span,
  });
  const stated = task.deadlines.filter(({ inferred }) => !inferred).map(({ date }) => date);
  const groups = task.lead.filter(isGroupUnit);
  const unknown = isKnownUnit
    ? [...task.canonicalLead, ...task.canonicalSupport].filter(
        (name) => !isGroupUnit(name) && !isKnownUnit(name),
      )
    : [];
  const days = impossibleDays(task.text);
  return [
    ...(task.lead.length === 0 ? [finding('NO_LEAD', '没有牵头单位，请指定后再下发。')] : []),
    ...(groups.length > 0
      ? [finding('LEAD_IS_GROUP', `牵头单位“${groups.join('、')}”是一类单位，请展开或指定一个单位。`)]
      : []),
    ...(stated.length === 0 && !task.ongoing
      ? [finding('NO_DATE', '没有写明完成时限，请补填或确认按当年年底办结。')]
      : []),
    ...(year > 0 && stated.length > 0 && stated.every((date) => date > `${year}-12-31`)
      ? [finding('NO_INTERIM_TARGET', `时限在 ${year} 年以后，请补一个当年的阶段目标。`)]
      : []),
    ...unknown.map((name) => finding('UNIT_UNKNOWN', `单位名录中没有“${name}”，请选择对应单位或补录。`)),
    ...days.map((day) => finding('NO_SUCH_DAY', `“${day}”这一天不存在，请核对原文。`)),
  ];
}

function impossibleDays(text: string): string[] {
  const found = text.replace(/\s/g, '').matchAll(/(?:(20\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/g);
  // Without a year the 29th of February may be meant of a leap year.
  return [...found]
    .filter(([, year, month, day]) => dateOf(Number(year ?? 2024), Number(month), Number(day)) === undefined)
    .map(([raw]) => raw);
}
