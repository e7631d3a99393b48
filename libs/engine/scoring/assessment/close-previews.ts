import {
  assessmentById,
  assessmentScores,
  closeAssessments,
  objectionsOf,
  type AssessmentRead,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../../engine-context.js';
import { periodOfKey } from './open-assessment.js';
import { tellAssessors, tellUnits, type Told } from './tell-about-assessment.js';

/** Tells everybody concerned, once, that the time for objections against a preview is over. Returns how many closed. */
export function closePreviews(context: EngineContext, jurisdictionId: string): Promise<number> {
  return context.database.transaction({ jurisdictionId }, async (tx) => {
    const closed = await closeAssessments(tx, context.clock.now());
    for (const { id } of closed) {
      const assessment = await assessmentById(tx, id);
      if (assessment !== null) await tellOfClosing(context, tx, assessment);
    }
    return closed.length;
  });
}

async function tellOfClosing(
  context: EngineContext,
  tx: Transaction,
  assessment: AssessmentRead,
): Promise<void> {
  const telling = { tx, assessment, now: context.clock.now() };
  const label = periodOfKey(assessment.period)?.label ?? assessment.period;
  const rows = await assessmentScores(tx, assessment.id);
  const objections = await objectionsOf(tx, assessment.id);
  const undecided = objections.filter(({ state }) => state === 'open');
  const waiting = (unitId: string): number => undecided.filter((one) => one.unitId === unitId).length;
  const told = rows.map((row): [string, Told] => [
    row.unitId,
    {
      step: 'closed',
      key: row.unitId,
      title: `考核异议期已满：${label}`,
      body: `${label}考核的异议期已满，不再接受新的异议。${row.name}现得分${row.total}分${waiting(row.unitId) > 0 ? `，另有${waiting(row.unitId)}件异议待裁定` : ''}。`,
    },
  ]);
  await tellUnits(context, telling, new Map(told));
  await tellAssessors(context, telling, {
    step: 'closed',
    key: 'assessors',
    title: `考核异议期已满：${label}`,
    body: `共收到异议${objections.length}件，待裁定${undecided.length}件。${undecided.length > 0 ? '全部裁定后可以确定结果。' : '可以确定结果。'}`,
  });
}
