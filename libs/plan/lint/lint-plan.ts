import { isGroupUnit } from '../clause/unit-names.js';
import type { ExtractedTask, Extraction } from '../extraction.schema.js';
import { burdensOverCap } from './burdens-over-cap.js';
import { contradictingTargets } from './contradicting-targets.js';
import type { FindingCode, PlanFinding } from './finding.js';
import { impossibleDays } from './impossible-days.js';

export interface LintOptions {
  /** Is a unit of this name in the directory? Left out: no unit is looked up. */
  readonly isKnownUnit?: (name: string) => boolean;
  /** So many times a year a unit may be asked for something by the plan. Left out: burdens of a year are not counted. */
  readonly burdenCap?: number;
  /** The same for a month. */
  readonly monthlyBurdenCap?: number;
}

/** What a person should settle before the plan is dispatched: task by task in their order, then the plan as a whole. */
export function lintPlan(plan: Extraction, options: LintOptions = {}): PlanFinding[] {
  return [
    ...plan.tasks.flatMap((task) => lintTask(task, plan.document.year, options)),
    ...contradictingTargets(plan),
    ...burdensOverCap(plan, { timesAYear: options.burdenCap, timesAMonth: options.monthlyBurdenCap }),
  ];
}

function lintTask(task: ExtractedTask, year: number, { isKnownUnit }: LintOptions): PlanFinding[] {
  /** A finding at the field of the given pointer, else at the task. */
  const finding = (code: FindingCode, message: string, path = ''): PlanFinding => ({
    code,
    message,
    task: task.id,
    span: task.evidence.find((evidence) => evidence.path === path)?.span ?? task.span,
  });
  const stated = task.deadlines.filter(({ inferred }) => !inferred).map(({ date }) => date);
  const group = task.lead.findIndex(isGroupUnit);
  const unknown = (field: 'canonicalLead' | 'canonicalSupport'): PlanFinding[] =>
    task[field].flatMap((name, i) =>
      isKnownUnit === undefined || isGroupUnit(name) || isKnownUnit(name)
        ? []
        : [
            finding(
              'UNIT_UNKNOWN',
              `单位名录中没有“${name}”，请选择对应单位，或补录到名录（可作为别名）。`,
              `/${field}/${i}`,
            ),
          ],
    );
  return [
    ...(task.lead.length === 0
      ? [finding('NO_LEAD', '没有牵头单位，请指定一个单位后再下发。', '/responsibilities/0')]
      : []),
    ...(group >= 0
      ? [
          finding(
            'LEAD_IS_GROUP',
            `牵头单位“${task.lead.filter(isGroupUnit).join('、')}”是一类单位，请展开到各单位，或指定一个单位。`,
            `/lead/${group}`,
          ),
        ]
      : []),
    ...(stated.length === 0 && !task.ongoing
      ? [finding('NO_DATE', '没有写明完成时限，请补填，或确认按当年年底办结。')]
      : []),
    ...(year > 0 && stated.length > 0 && stated.every((date) => date > `${year}-12-31`)
      ? [finding('NO_INTERIM_TARGET', `时限在 ${year} 年以后，请补一个当年的阶段目标。`, '/deadlines/0')]
      : []),
    ...unknown('canonicalLead'),
    ...unknown('canonicalSupport'),
    ...impossibleDays([task.text, ...task.responsibilities.map(({ raw }) => raw)]).map((day) =>
      finding('NO_SUCH_DAY', `“${day}”这一天不存在，请核对原文，改为存在的日期。`),
    ),
  ];
}
