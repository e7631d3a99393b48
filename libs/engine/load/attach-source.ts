import { refuse, taskIdOf, type Outcome } from '#accountability';
import { attachPlanText, attachTaskTexts, planBySourceHash } from '#persistence';
import { readPlanDocument, sourceHash, type PlanReading } from '#plan';
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
  const reading = await readPlanDocument(bytes);
  return context.database.transaction(
    { jurisdictionId },
    async (tx): Promise<Outcome<{ planCode: string; tasks: number }>> => {
      const plan = await planBySourceHash(tx, sourceHash(bytes));
      if (!plan)
        return refuse(
          'SourceDiffers',
          '没有方案对应这份原文：文件与导入方案时的原文不一致。请使用发布时的原始文件，不要另存或转换编码。',
        );
      // A task that an amendment left as it was stands in the text before.
      const rows = await tx.query<{ code: string; place: TaskPlace }>(
        `select code, place from task where plan_id = $1 and origin ->> 'kind' = 'plan'
           and coalesce((place ->> 'revision')::integer, 1) =
             (select coalesce(max(number), 1) from plan_revision where plan_id = $1)`,
        [plan.id],
      );
      const textAt = textByPlace(reading);
      const tasks = rows.map(({ code, place }) => ({
        id: taskIdOf(jurisdictionId, plan.code, code),
        text: textAt(place),
      }));
      await attachPlanText(tx, plan.id, reading.text);
      await attachTaskTexts(tx, tasks);
      return { ok: true, value: { planCode: plan.code, tasks: tasks.length } };
    },
  );
}

type TaskPlace = { start: number; end: number } | { sheet: string; row: number };

/** A stretch of the text, or what was read in a row. */
function textByPlace({ text, extraction }: PlanReading): (place: TaskPlace) => string {
  const points = Array.from(text);
  const keyOf = (sheet: string, row: number): string => `${row} ${sheet}`;
  const rows = new Map(
    extraction.tasks.flatMap(({ span, text: words }) =>
      'sheet' in span ? [[keyOf(span.sheet, span.row), words] as const] : [],
    ),
  );
  return (place) =>
    'sheet' in place
      ? (rows.get(keyOf(place.sheet, place.row)) ?? '')
      : points.slice(place.start, place.end).join('');
}
