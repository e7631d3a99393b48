import { refuse, type Outcome } from '#accountability';
import {
  deleteDraftTasks,
  draftTaskPlaces,
  draftTasksOf,
  updateDraftTasks,
  type DraftTaskRow,
} from '#persistence';
import { mergeDrafts } from '#plan';
import type { EngineContext } from '../engine-context.js';
import { learnAlias } from '../units/learn-alias.js';
import { registerUnit } from '../units/register-unit.js';
import { correctCadences, type CadencesSaid } from './correct-cadences.js';
import { bodyOf, changed, draftOf } from './draft-rows.js';
import type { ReviewFacts } from './first-facts.js';
import {
  holdReview,
  seenDrafts,
  type Held,
  type ReviewCommand,
  type ReviewDone,
  type SeenDraft,
} from './hold-review.js';
import { reviewUnits } from './review-units.js';

export type ReviewAct =
  | { type: 'merge'; tasks: readonly SeenDraft[] }
  | { type: 'confirm'; tasks: readonly SeenDraft[] }
  | { type: 'nameUnit'; printed: string; unitId: string; learn: boolean }
  | { type: 'registerUnit'; printed: string; name: string; kind: string }
  | CadencesSaid
  | { type: 'abandon'; reason: string };

export interface ActOnReviewCommand extends ReviewCommand {
  act: ReviewAct;
}

/** A person's word on a review as a whole, or on several drafts at once: on all of them, or on none. */
export function actOnPlanReview(
  context: EngineContext,
  command: ActOnReviewCommand,
): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, (held) => {
    const { act } = command;
    switch (act.type) {
      case 'merge':
        return merge(held, act.tasks);
      case 'confirm':
        return confirm(held, act.tasks);
      case 'nameUnit':
        return nameUnit(held, act);
      case 'registerUnit':
        return register(held, act);
      case 'setCadences':
        return correctCadences(held, act);
      case 'abandon':
        return held.step({
          type: 'abandoned',
          draftTaskIds: [],
          words: act.reason,
          change: { state: 'abandoned' },
        });
    }
  });
}

async function confirm(held: Held, tasks: readonly SeenDraft[]): Promise<Outcome<ReviewDone>> {
  const seen = await seenDrafts(held, tasks);
  if (!seen.ok) return seen;
  const dropped = seen.value.find(({ state }) => state === 'dropped');
  if (dropped)
    return refuse('EventNotAllowed', `任务 ${dropped.code} 已列为“不列为任务”；请先恢复，再确认。`);
  const rows = seen.value.filter(({ state }) => state === 'proposed');
  if (rows.length === 0) return unchanged(held, seen.value);
  await updateDraftTasks(
    held.tx,
    rows.map((row) => changed(row, { state: 'confirmed' })),
    held.by,
  );
  const codes = rows.map(({ code }) => code);
  return held.step({ type: 'tasksConfirmed', draftTaskIds: rows.map(({ id }) => id), after: { codes } });
}

const unchanged = ({ review }: Held, rows: readonly DraftTaskRow[]): Outcome<ReviewDone> => ({
  ok: true,
  value: { reviewId: review.id, version: review.version, draftTaskIds: rows.map(({ id }) => id) },
});

async function merge(held: Held, tasks: readonly SeenDraft[]): Promise<Outcome<ReviewDone>> {
  const { tx, review } = held;
  if (new Set(tasks.map(({ id }) => id)).size < 2)
    return refuse('InputInvalid', '合并至少要选两项任务。', { field: 'tasks' });
  const seen = await seenDrafts(held, tasks);
  if (!seen.ok) return seen;
  const rows = inDocument(seen.value);
  const dropped = rows.find(({ state }) => state === 'dropped');
  if (dropped)
    return refuse('EventNotAllowed', `任务 ${dropped.code} 已列为“不列为任务”；请先恢复，再合并。`);
  const live = (await draftTaskPlaces(tx, review.id)).filter(({ state }) => state !== 'dropped');
  const at = rows.map(({ id }) => live.findIndex((one) => one.id === id));
  const adjoining = Math.max(...at) - Math.min(...at) === rows.length - 1;
  const merged = mergeDrafts(rows.map(draftOf), adjoining);
  const [first, ...others] = rows;
  if (first === undefined || merged === undefined) return unchanged(held, rows);
  await deleteDraftTasks(
    tx,
    others.map(({ id }) => id),
  );
  await updateDraftTasks(tx, [changed(first, { ...merged, state: 'proposed' })], held.by);
  return held.step({
    type: 'tasksMerged',
    draftTaskIds: rows.map(({ id }) => id),
    before: rows.map(({ id, code, state, body, corrected }) => ({ id, code, state, body, corrected })),
    after: { code: first.code, span: merged.body.task.span },
  });
}

/** In the order in which their words stand; those of tables as they are ordered in the review. */
function inDocument(rows: readonly DraftTaskRow[]): DraftTaskRow[] {
  const startOf = (row: DraftTaskRow): number | null => {
    const { span } = bodyOf(row).task;
    return 'start' in span ? span.start : null;
  };
  const allPlaced = rows.every((row) => startOf(row) !== null);
  return allPlaced ? [...rows].sort((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0)) : [...rows];
}

async function nameUnit(
  held: Held,
  { printed, unitId, learn }: Extract<ReviewAct, { type: 'nameUnit' }>,
): Promise<Outcome<ReviewDone>> {
  const { tx, review, now, actor } = held;
  const units = await reviewUnits(tx, review, now);
  if (!units.codeOfUnit.has(unitId))
    return refuse('UnitUnknown', '所选单位不在单位目录中，请刷新后重新选择。', { field: 'unitId' });
  const said = review.unitNames[printed];
  if (said !== undefined && said !== unitId && (await whoNamed(held, printed)) !== actor.personId) {
    const meant = units.directory.units.get(units.codeOfUnit.get(said) ?? '')?.name ?? '';
    return refuse(
      'UnitNameClaimed',
      `“${printed}”刚刚被他人认定为“${meant}”；请与其商定，个别任务也可在任务中单独改选单位。`,
      { printed, unit: meant },
    );
  }
  if (learn) {
    const { title } = review.facts as ReviewFacts;
    const learned = await learnAlias(tx, {
      printed,
      unitId,
      learnedFrom: title,
      by: actor.personId,
      at: now,
    });
    if (!learned.ok) return learned;
  }
  const draftTaskIds = await draftsNaming(held, printed);
  return held.step({
    type: 'unitNamed',
    draftTaskIds,
    before: { printed, unitId: said ?? null },
    after: { printed, unitId, learn },
    words: printed,
    change: { unitNames: { ...review.unitNames, [printed]: unitId } },
  });
}

/** Who said last what a name means in this review. */
async function whoNamed({ tx, review }: Held, printed: string): Promise<string | null> {
  const [row] = await tx.query<{ actor_id: string | null }>(
    `select actor_id from plan_review_step
     where jurisdiction_id = $1 and review_id = $2 and type in ('unitNamed', 'unitRegistered') and after ->> 'printed' = $3
     order by seq desc limit 1`,
    [tx.scope.jurisdictionId, review.id, printed],
  );
  return row?.actor_id ?? null;
}

async function register(
  held: Held,
  { printed, name, kind }: Extract<ReviewAct, { type: 'registerUnit' }>,
): Promise<Outcome<ReviewDone>> {
  const { tx, review, now, actor } = held;
  const { title } = review.facts as ReviewFacts;
  const registered = await registerUnit(tx, {
    name,
    kind,
    aliases: printed === name ? [] : [printed],
    reason: `校核《${title}》时登记`,
    by: actor.personId,
    at: now,
  });
  if (!registered.ok) return registered;
  const { unitId } = registered.value;
  return held.step({
    type: 'unitRegistered',
    draftTaskIds: await draftsNaming(held, printed),
    before: null,
    after: { printed, name, kind, unitId },
    words: name,
    change: { unitNames: { ...review.unitNames, [printed]: unitId } },
  });
}

async function draftsNaming({ tx, review }: Held, printed: string): Promise<string[]> {
  const rows = await draftTasksOf(tx, review.id);
  return rows
    .filter((row) => {
      const { lead, support } = bodyOf(row).task;
      return lead.includes(printed) || support.includes(printed);
    })
    .map(({ id }) => id);
}
