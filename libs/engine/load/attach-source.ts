import { refuse, taskIdOf, type Actor, type Outcome } from '#accountability';
import { attachPlanText, attachTaskTexts, planBySourceHash, type Transaction } from '#persistence';
import { readPlanDocument, sourceHash, type PlanReading } from '#plan';
import type { EngineContext } from '../engine-context.js';

export interface AttachPlanSource {
  jurisdictionId: string;
  bytes: Uint8Array;
  /** Of this plan and no other. */
  planId?: string;
  /** Who does it, where it is not done at the machine. */
  actor?: Actor;
}

const DIFFERS =
  '没有方案对应这份原文：文件与导入方案时的原文不一致。请使用发布时的原始文件，不要另存或转换编码。';
const NOT_PERMITTED = '只有该方案的指挥部办公室可以附上方案原文。';

/**
 * Adds the published document to a plan that was loaded without its text: found by the document's hash, so that only
 * the very file the places refer to is taken, and no other is opened. Each task then shows its sentences. Done twice, it
 * is as if done once.
 *
 * Refused: SourceDiffers; NotPermitted for anybody but the headquarters office of the plan. @throws DocumentRefused
 */
export async function attachPlanSource(
  context: EngineContext,
  { jurisdictionId, bytes, planId, actor }: AttachPlanSource,
): Promise<Outcome<{ planCode: string; tasks: number }>> {
  const plan = await context.database.transaction(
    { jurisdictionId },
    (tx) => planBySourceHash(tx, sourceHash(bytes)),
    { readOnly: true },
  );
  if (plan === null || (planId !== undefined && planId !== plan.id)) return refuse('SourceDiffers', DIFFERS);
  if (actor !== undefined && !isOfficeOf(actor, jurisdictionId, plan.code))
    return refuse('NotPermitted', NOT_PERMITTED);
  const textAt = textByPlace(await readPlanDocument(bytes));
  return context.database.transaction({ jurisdictionId }, async (tx) => {
    const rows = await placesOf(tx, plan.id);
    const tasks = rows.map(({ code, place }) => ({
      id: taskIdOf(jurisdictionId, plan.code, code),
      text: textAt.place(place),
    }));
    await attachPlanText(tx, plan.id, textAt.whole);
    await attachTaskTexts(tx, tasks);
    return { ok: true, value: { planCode: plan.code, tasks: tasks.length } };
  });
}

/** The headquarters office of the plan, or of the whole jurisdiction. */
export const isOfficeOf = ({ roles }: Actor, jurisdictionId: string, planCode: string): boolean =>
  roles.some(
    ({ role, scopeKind, scopeId }) =>
      role === 'headquartersOffice' &&
      scopeId === (scopeKind === 'plan' ? planCode : scopeKind === 'jurisdiction' ? jurisdictionId : null),
  );

/** A task that an amendment left as it was stands in the text before. */
const placesOf = (tx: Transaction, planId: string): Promise<{ code: string; place: TaskPlace }[]> =>
  tx.query(
    `select code, place from task where plan_id = $1 and origin ->> 'kind' = 'plan'
       and coalesce((place ->> 'revision')::integer, 1) =
         (select coalesce(max(number), 1) from plan_revision where plan_id = $1)`,
    [planId],
  );

type TaskPlace = { start: number; end: number } | { sheet: string; row: number };

/** A stretch of the text, or what was read in a row. */
function textByPlace({ text, extraction }: PlanReading): {
  whole: string;
  place: (place: TaskPlace) => string;
} {
  const points = Array.from(text);
  const keyOf = (sheet: string, row: number): string => `${row} ${sheet}`;
  const rows = new Map(
    extraction.tasks.flatMap(({ span, text: words }) =>
      'sheet' in span ? [[keyOf(span.sheet, span.row), words] as const] : [],
    ),
  );
  return {
    whole: text,
    place: (place) =>
      'sheet' in place
        ? (rows.get(keyOf(place.sheet, place.row)) ?? '')
        : points.slice(place.start, place.end).join(''),
  };
}
