import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import {
  addWorkingDays,
  CalendarError,
  chineseDateTime,
  civilDateOf,
  instantOf,
  periodFromKey,
  type Instant,
  type Period,
} from '#calendar';
import {
  assessmentById,
  insertAssessment,
  insertAssessmentScores,
  latestPolicyVersion,
  nextAssessmentEdition,
  systemClock,
  type AssessmentRead,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../../engine-context.js';
import { presentOrigin, recordProduct } from '../../trail/index.js';
import { hashOfScores } from '../keep-scores.js';
import { mayScore, planCodeOf } from '../may-score.js';
import { readScoredFacts, scoreFacts, schemeInForce } from '../scored-plan.js';
import { rowsOf } from './reckoned.js';
import { tellUnits, type Told } from './tell-about-assessment.js';

export interface OpenAssessmentCommand {
  jurisdictionId: string;
  planId: string;
  /** `2024`, `2024-H1`, `2024-Q3`, `2024-05` */
  period: string;
  /** For how many working days units may object; left out: as the policy says. */
  objectionDays?: number;
  actor: Actor | null;
}

/**
 * Publishes a preview of a period's scores to the units concerned: reckoned from the record up to now (or the period's end) by
 * the scheme in force, which is frozen with it. Refused: SubjectNotFound, NotPermitted, InputInvalid (no such period, or it has
 * not begun), SchemeMissing, AssessmentExists, NothingToReport.
 */
export function openAssessment(
  context: EngineContext,
  command: OpenAssessmentCommand,
): Promise<Outcome<AssessmentRead>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<AssessmentRead>> => {
    const { planId, actor } = command;
    const planCode = await planCodeOf(tx, planId);
    if (planCode === undefined) return refuse('SubjectNotFound', '找不到所选方案。');
    if (!mayScore(tx, actor, { planId, planCode }))
      return refuse('NotPermitted', '考核由绩效办组织：只有绩效办可以公布预览。');
    const now = context.clock.now();
    const period = periodOfKey(command.period);
    if (period === null)
      return refuse('InputInvalid', '考核期应写成 2024、2024-H1、2024-Q3 或 2024-05。', { field: 'period' });
    if (instantOf(period.start, '00:00') > now)
      return refuse('InputInvalid', `${period.label}还没有开始，没有可以考核的内容。`, { field: 'period' });
    const { edition, inLife } = await nextAssessmentEdition(tx, planId, period.key);
    if (inLife)
      return refuse('AssessmentExists', `${period.label}的考核已经公布；需要重新组织的，先撤回它。`);
    const scored = await readScoredFacts(tx, { planId, from: period.start, to: period.end }, now);
    const inForce = await schemeInForce(tx, planId, scored.asOf, now);
    if (!inForce) return refuse('SchemeMissing', '还没有启用考核办法。');
    const groups = scoreFacts(inForce.scheme, scored);
    if (groups.length === 0)
      return refuse('NothingToReport', `${period.label}没有任何单位有可以计分的事项。`);
    const until = await objectionsUntil(context, tx, command.objectionDays, now);
    if (!until.ok) return until;
    const id = identifierOf('assessment', tx.scope.jurisdictionId, planId, period.key, String(edition));
    const previewHash = hashOfScores(groups);
    await insertAssessment(tx, {
      ...{ id, planId, period: period.key, edition, fromOn: period.start, toOn: period.end },
      ...{ asOf: scored.asOf, schemeId: inForce.scheme.id, schemeVersion: inForce.scheme.version },
      ...{ previewHash, openedAt: now, openedBy: actor?.personId ?? null, objectionsUntil: until.value },
    });
    const rows = rowsOf(groups);
    await insertAssessmentScores(tx, id, rows);
    await recordProduct(tx, presentOrigin(), {
      action: 'assessmentOpened',
      at: systemClock.now(),
      target: { kind: 'assessment', id },
      details: {
        planId,
        period: period.key,
        edition,
        schemeId: inForce.scheme.id,
        schemeVersion: inForce.scheme.version,
        previewHash,
        units: rows.length,
      },
    });
    const told = new Map(
      rows.map((row): [string, Told] => [
        row.unitId,
        {
          step: 'opened',
          key: row.unitId,
          title: `考核得分预览：${period.label}`,
          body: `${row.name}${period.label}考核预览得分${row.previewTotal}分${row.previewRank === null ? '' : `（${row.groupLabel}第${row.previewRank}名）`}。请到“考核得分”页逐项核对；有异议的，请于${chineseDateTime(until.value)}前提出。`,
        },
      ]),
    );
    await tellUnits(context, { tx, assessment: { id, planCode: planCode ?? '' }, now }, told);
    const opened = await assessmentById(tx, id);
    if (opened === null) throw new Error(`assessment ${id} was opened and is not there`);
    return { ok: true, value: opened };
  });
}

const PERIOD = /^\d{4}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/u;

/** A year, half-year, quarter or month; null for anything else. */
export const periodOfKey = (key: string): Period | null => (PERIOD.test(key) ? periodFromKey(key) : null);

/** The end of the last of so many working days after today. */
async function objectionsUntil(
  context: EngineContext,
  tx: Transaction,
  days: number | undefined,
  now: Instant,
): Promise<Outcome<Instant>> {
  const { assessments } = await context.book.policy(tx, await latestPolicyVersion(tx));
  const wanted = days ?? assessments.objectionDays;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 30)
    return refuse('InputInvalid', '异议期应为 1 至 30 个工作日。', { field: 'objectionDays' });
  try {
    const calendar = await context.book.calendar(tx);
    const last = addWorkingDays(calendar, civilDateOf(now), wanted);
    return { ok: true, value: instantOf(last, assessments.closesAt) };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return refuse(
      'CalendarInvalid',
      `日历还不知道异议期满那一年的工作日安排，不能确定截止时间：${error.message}`,
    );
  }
}
