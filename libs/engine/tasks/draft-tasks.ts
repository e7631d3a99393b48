import { identifierOf, type AmendedIndicator, type TaskInput, type TaskOrigin } from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import { addTaskRows, inheritedCadences, unitNames, type NewTaskRow, type Transaction } from '#persistence';
import type { RuleBook } from '../rule-book.js';
import { begunTaskRow } from './begun-task-row.js';
import { reportedRhythms } from './reported-rhythms.js';

/** A task that is put into the record beside those of a plan's text. */
export interface TaskDraft {
  title: string;
  /** The words of the instruction or decision. */
  text: string | null;
  leadUnitIds: string[];
  supportUnitIds: string[];
  deadlineOn: CivilDate;
  /** Whether the date is one that the policy gives, not one that was said. */
  deadlineInferred: boolean;
  indicators: AmendedIndicator[];
  /** How often its own words say; left out: as plan and action have it. */
  cadences?: readonly unknown[];
  cadenceReplacements?: readonly unknown[];
  origin: TaskOrigin;
  /** How much it weighs; left out: as usual. */
  importance?: string;
}

/** Where it goes: a plan and an action of it. */
export interface TaskPlaceIn {
  planId: string;
  planCode: string;
  actionId: string;
  actionCode: string;
  policyVersion: number;
}

/** The id of a task follows from the request that made it, so a repeat of that meets it. */
export const draftedTaskId = (planId: string, requestKey: string, index: number): string =>
  identifierOf(planId, 'draftedTask', requestKey, String(index));

const PREFIX: Record<TaskOrigin['kind'], string> = {
  plan: '',
  instruction: 'P',
  meeting: 'H',
  split: 'C',
  merge: 'B',
  handedDown: 'S',
};

/** Puts drafted tasks into the record, each with the first line of its trail. Returns their ids, in order. */
export async function draftTasks(
  tx: Transaction,
  book: RuleBook,
  place: TaskPlaceIn,
  drafts: readonly TaskDraft[],
  by: { personId: string | null; requestKey: string; at: Instant },
): Promise<string[]> {
  const rules = await book.rules(tx, place.policyVersion);
  const { jurisdictionId } = tx.scope;
  const names = await unitNames(
    tx,
    drafts.flatMap(({ leadUnitIds, supportUnitIds }) => [...leadUnitIds, ...supportUnitIds]),
  );
  const inherited = await inheritedCadences(tx, place.actionId);
  const rows = drafts.map((draft, index): NewTaskRow => {
    const id = draftedTaskId(place.planId, by.requestKey, index);
    const { leadUnitIds, deadlineOn, origin, importance, cadences = [], cadenceReplacements = [] } = draft;
    const kept = { ...inherited, task: cadences, replacements: cadenceReplacements };
    const reportsEvery = reportedRhythms(kept, rules.policy);
    const input: TaskInput = {
      id,
      planId: place.planId,
      leadUnitIds,
      deadlineOn,
      origin,
      reportsEvery,
      ...(importance !== undefined && { importance }),
    };
    const { columns, event } = begunTaskRow(jurisdictionId, input, rules, place.policyVersion, by);
    return {
      codePrefix: `${place.actionCode}-${PREFIX[origin.kind]}`,
      task: {
        ...columns,
        actionId: place.actionId,
        title: draft.title,
        deadlineInferred: draft.deadlineInferred,
        cadences,
        cadenceReplacements,
      },
      text: draft.text,
      origin,
      event,
      responsibilities: [
        ...leadUnitIds.map((unitId, position) => ({ unitId, kind: 'lead' as const, position })),
        ...draft.supportUnitIds.map((unitId, position) => ({ unitId, kind: 'support' as const, position })),
      ].map((one) => ({ ...one, taskId: id, desk: '', printedName: names.get(one.unitId) ?? '' })),
      indicators: draft.indicators.map(({ upper = null, per = null, ...said }, position) => ({
        ...said,
        taskId: id,
        position,
        upper,
        per,
      })),
    };
  });
  await addTaskRows(tx, rows);
  return rows.map(({ task }) => task.id);
}
