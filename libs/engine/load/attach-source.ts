import { refuse, taskIdOf, type Outcome } from '#accountability';
import { attachPlanText, planBySourceHash } from '#persistence';
import { decodeText, sourceHash } from '#plan';
import type { EngineContext } from '../engine-context.js';

/**
 * Adds the published document to a plan that was loaded without its text: found by the document's hash, so that only
 * the very file the places refer to is taken. Each task then shows its sentences.
 */
export async function attachPlanSource(
  context: EngineContext,
  jurisdictionId: string,
  bytes: Uint8Array,
): Promise<Outcome<{ planCode: string; tasks: number }>> {
  return context.database.transaction(
    { jurisdictionId },
    async (tx): Promise<Outcome<{ planCode: string; tasks: number }>> => {
      const plan = await planBySourceHash(tx, sourceHash(bytes));
      if (!plan)
        return refuse(
          'SourceDiffers',
          '没有方案对应这份原文：文件与导入方案时的原文不一致。请使用发布时的原始文件，不要另存或转换编码。',
        );
      const points = Array.from(decodeText(bytes));
      const rows = await tx.query<{ code: string; place: { start: number; end: number } }>(
        'select code, place from task where plan_id = $1',
        [plan.id],
      );
      const tasks = rows.map(({ code, place }) => ({
        id: taskIdOf(jurisdictionId, plan.code, code),
        text: points.slice(place.start, place.end).join(''),
      }));
      await attachPlanText(tx, plan.id, points.join(''), tasks);
      return { ok: true, value: { planCode: plan.code, tasks: tasks.length } };
    },
  );
}
