import { refuse, type Outcome } from '#accountability';
import { updateDraftTasks, type DraftTaskRow } from '#persistence';
import {
  CADENCE_KINDS,
  CADENCE_PERIODS,
  correctDraft,
  readAgain,
  sameValue,
  type Draft,
  type DraftBody,
  type DraftCorrection,
  type DraftReplacement,
} from '#plan';
import type { EngineContext } from '../engine-context.js';
import { changed, draftOf } from './draft-rows.js';
import { holdReview, seenDrafts, type Held, type ReviewCommand, type ReviewDone } from './hold-review.js';
import { passageOf, readPlace } from './passages.js';
import { reviewUnits } from './review-units.js';

/** A unit as a person gives it. */
export interface UnitChoice {
  printed: string;
  unitId?: string | undefined;
}

interface NamedCadence {
  kind: string;
  every: string;
}

export interface TaskCorrection extends Omit<
  DraftCorrection,
  'lead' | 'support' | 'chosen' | 'cadences' | 'replacements' | 'action'
> {
  actionCode?: string | undefined;
  lead?: readonly UnitChoice[] | undefined;
  support?: readonly UnitChoice[] | undefined;
  cadences?: readonly NamedCadence[] | undefined;
  /** Which of its cadences take the place of an inherited one. */
  replacements?:
    | readonly {
        own: NamedCadence;
        inherited: NamedCadence & { origin: 'plan' | 'action' };
        reason: string;
      }[]
    | undefined;
  /** Where the task's words stand: they are read anew, what persons said of the task holds on. */
  span?: { start: number; end: number } | { sheet: string; row: number } | undefined;
}

export interface CorrectTaskCommand extends ReviewCommand {
  draftTaskId: string;
  expectedVersion: number;
  correction: TaskCorrection;
}

/**
 * Corrects a draft. One that was confirmed has to be confirmed again. A correction that changes nothing is no step.
 * Refused: VersionConflict, InputInvalid, UnitUnknown, PassageInvalid, EventNotAllowed for one that was dropped.
 */
export function correctDraftTask(
  context: EngineContext,
  command: CorrectTaskCommand,
): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, async (held) => {
    const seen = await seenDrafts(held, [{ id: command.draftTaskId, version: command.expectedVersion }]);
    if (!seen.ok) return seen;
    const [row] = seen.value;
    if (row === undefined || row.state === 'dropped')
      return refuse('EventNotAllowed', '该项已列为“不列为任务”；请先恢复，再更正。');
    const correction = await checked(held, row, command.correction);
    if (!correction.ok) return correction;
    const moved = await atPlace(held, draftOf(row), command.correction.span);
    if (!moved.ok) return moved;
    const { body, fields } = correctDraft({ body: moved.value }, correction.value);
    const all = [...fields, ...(moved.value === row.body ? [] : ['span'])];
    if (all.length === 0)
      return {
        ok: true,
        value: { reviewId: row.reviewId, version: held.review.version, draftTaskIds: [row.id] },
      };
    const corrected = [...new Set([...row.corrected, ...all])];
    const after = changed(row, { body, corrected, state: 'proposed' });
    await updateDraftTasks(held.tx, [after], held.by);
    return held.step({
      type: 'taskCorrected',
      draftTaskIds: [row.id],
      before: { state: row.state, code: row.code, ...of(row.body as DraftBody, all) },
      after: { fields: all, ...of(body, all) },
    });
  });
}

/** What a step tells of the fields that it changed. */
function of(body: DraftBody, fields: readonly string[]): Record<string, unknown> {
  const { task, label, chosen, replacements = [] } = body;
  const named = fields.map((field) => {
    if (field === 'actionCode') return [field, task.action];
    if (field === 'title') return [field, task.title ?? label];
    return [field, task[field as keyof typeof task]];
  });
  return {
    ...(Object.fromEntries(named) as object),
    ...(fields.includes('cadences') && { replacements }),
    chosen,
  };
}

/** The draft's words at another place of the document. */
async function atPlace(held: Held, draft: Draft, span: TaskCorrection['span']): Promise<Outcome<DraftBody>> {
  const { task } = draft.body;
  if (span === undefined || sameValue(span, task.span)) return { ok: true, value: draft.body };
  const place = readPlace(span);
  if (!place.ok) return place;
  const read = passageOf(await held.passage(place.value), place.value, draft.body.task, held.review);
  return read.ok ? { ok: true, value: readAgain(read.value, draft, 'span') } : read;
}

async function checked(
  held: Held,
  row: DraftTaskRow,
  correction: TaskCorrection,
): Promise<Outcome<DraftCorrection>> {
  const { lead, support, cadences, replacements, actionCode, span: _, ...rest } = correction;
  if (actionCode !== undefined && !hasAction(held, actionCode))
    return refuse('InputInvalid', `没有编号为 ${actionCode} 的行动。`, { field: 'actionCode' });
  const wrong = cadences?.findIndex((cadence) => !isCadence(cadence));
  if (wrong !== undefined && wrong >= 0)
    return refuse('InputInvalid', '频次的类别或周期不在可选范围内。', { field: `cadences/${wrong}` });
  const unsaid = replacements?.findIndex(
    ({ own, inherited, reason }) => !isCadence(own) || !isCadence(inherited) || reason.trim() === '',
  );
  if (unsaid !== undefined && unsaid >= 0)
    return refuse('InputInvalid', '请写明以本任务的频次代替方案（行动）频次的理由。', {
      field: `replacements/${unsaid}`,
    });
  const day = correction.deadlines?.findIndex(({ date }) => !isDay(date));
  if (day !== undefined && day >= 0)
    return refuse('InputInvalid', '完成时限中有不存在的日期，请改正。', { field: `deadlines/${day}/date` });
  const units = await choices(held, row, lead, support);
  if (!units.ok) return units;
  return {
    ok: true,
    value: {
      ...rest,
      action: actionCode,
      cadences: cadences as DraftCorrection['cadences'],
      replacements: replacements?.map((one) => ({
        ...(one as DraftReplacement),
        reason: one.reason.trim(),
        ...(held.by.personId !== null && { personId: held.by.personId }),
        at: held.by.at,
      })),
      ...units.value,
    },
  };
}

export const isCadence = ({ kind, every }: NamedCadence): boolean =>
  CADENCE_KINDS.some((known) => known === kind) && CADENCE_PERIODS.some((known) => known === every);

export const hasAction = ({ review }: Held, code: string): boolean =>
  (review.actions as { code: string }[]).some((action) => action.code === code);

function isDay(date: string): boolean {
  const parsed = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parsed) return false;
  const [year, month, day] = parsed.slice(1).map(Number);
  const days = [31, isLeap(year ?? 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month ?? 0) - 1];
  return days !== undefined && (day ?? 0) >= 1 && (day ?? 0) <= days;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * The names as the draft is to have them. A unit that the name means anyway needs no choice to be kept; a choice
 * against what the name means replaces the name by the unit's own.
 */
async function choices(
  held: Held,
  row: DraftTaskRow,
  lead: readonly UnitChoice[] | undefined,
  support: readonly UnitChoice[] | undefined,
): Promise<Outcome<Pick<DraftCorrection, 'lead' | 'support' | 'chosen'>>> {
  if (lead === undefined && support === undefined) return { ok: true, value: {} };
  const { review, tx, now } = held;
  const units = await reviewUnits(tx, review, now);
  const free = { body: { ...(row.body as DraftBody), chosen: {} } };
  const chosen: Record<string, string> = {};
  const named: { lead?: string[]; support?: string[] } = {};
  for (const kind of ['lead', 'support'] as const) {
    const given = kind === 'lead' ? lead : support;
    if (given === undefined) continue;
    const names: string[] = [];
    for (const { printed, unitId } of given) {
      if (unitId === undefined) {
        names.push(printed);
        continue;
      }
      const unit = units.directory.units.get(units.codeOfUnit.get(unitId) ?? '');
      if (!unit)
        return refuse('UnitUnknown', `选给“${printed}”的单位不在单位目录内；请刷新后重新选择。`, {
          field: kind,
        });
      const meant = units.unitOf(free, printed);
      if (meant.ok && meant.id === unitId) names.push(printed);
      else if (meant.ok) names.push(unit.name);
      else {
        chosen[printed] = unitId;
        names.push(printed);
      }
    }
    named[kind] = names;
  }
  return { ok: true, value: { ...named, chosen } };
}
