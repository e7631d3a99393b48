import { createHash } from 'node:crypto';
import type { AmendmentDecision, AmendmentPair, RunningTaskRow } from '#persistence';
import { compareTexts, type AmendableTask, type AmendableText, type AmendmentEntry } from '#plan';
import { effectWords } from './effect-words.js';
import type { RevisedTask, RevisedText, RevisedUnit } from './revised-text.js';
import type { RunningText } from './running-text.js';

/** One difference between a running plan and its revised text, and what a person said of it. */
export interface AmendmentItem {
  /** The same for the same two tasks, whatever is corrected in them. */
  key: string;
  /** Fingerprint of the difference: a decision holds as long as this is the same. */
  content: string;
  entry: AmendmentEntry;
  row: RunningTaskRow | null;
  revised: RevisedTask | null;
  effect: string;
  decision: 'approved' | 'rejected' | null;
  reason: string | null;
}

export interface AmendmentOfPlan {
  items: AmendmentItem[];
  /** Code of an action of the revised text to the id of the running one that it is; new ones are left out. */
  actions: ReadonlyMap<string, string>;
  undecided: number;
}

/** What a revised text changes of a running plan, with what persons paired and decided. */
export function amendmentItems(
  running: RunningText,
  revised: Pick<RevisedText, 'actions' | 'tasks'>,
  pairs: readonly AmendmentPair[],
  decisions: readonly AmendmentDecision[],
): AmendmentOfPlan {
  const byHand = pairs.map(({ draftTaskId, taskId }) => ({ after: draftTaskId, before: taskId }));
  const { entries, actions } = compareTexts(running.text, amendableText(revised), byHand);
  const rows = new Map(running.rows.map((row) => [row.id, row]));
  const drafts = new Map(revised.tasks.map((task) => [task.draftTaskId, task]));
  const decided = new Map(decisions.map((decision) => [decision.itemKey, decision]));
  const items = entries
    .filter(({ kind, before }) => kind !== 'removed' || isMissed(rows.get(before?.key ?? ''), running))
    .map((entry): AmendmentItem => {
      const row = rows.get(entry.before?.key ?? '') ?? null;
      const draft = drafts.get(entry.after?.key ?? '') ?? null;
      const key = row === null ? `draft/${draft?.draftTaskId ?? ''}` : `task/${row.id}`;
      const content = contentOf(entry);
      const said = decided.get(key);
      const holds = said !== undefined && said.content === content && entry.kind !== 'unchanged';
      return {
        key,
        content,
        entry,
        row,
        revised: draft,
        effect: effectWords(entry, row ?? undefined, draft ?? undefined, row ? heirsOf(row, running) : []),
        decision: holds ? said.decision : null,
        reason: holds ? said.reason : null,
      };
    });
  return { items, actions, undecided: items.filter(isUndecided).length };
}

/**
 * Whether the new text misses a task that it does not have: not one that never stood in a text, such as an instruction's,
 * nor one that was withdrawn and left nothing behind.
 */
function isMissed(row: RunningTaskRow | undefined, running: RunningText): boolean {
  if (row === undefined) return false;
  if (row.origin.kind !== 'plan' && !running.plan.task_ids?.includes(row.id)) return false;
  return row.state !== 'withdrawn' || heirsOf(row, running).length > 0;
}

/** Codes of the living tasks that one was split into, or merged into. */
const heirsOf = ({ id }: RunningTaskRow, { rows }: RunningText): string[] =>
  rows
    .filter(({ state, origin }) => state !== 'withdrawn' && origin.taskIds?.includes(id) === true)
    .map(({ code }) => code);

export const isUndecided = ({ entry, decision }: AmendmentItem): boolean =>
  entry.kind !== 'unchanged' && decision === null;

/** Approved, or nothing that anybody would have to approve. */
export const isInForce = ({ entry, decision }: AmendmentItem): boolean =>
  entry.kind === 'unchanged' || decision === 'approved';

function amendableText(revised: Pick<RevisedText, 'actions' | 'tasks'>): AmendableText {
  return {
    actions: revised.actions.map(({ code, number, name }) => ({ key: code, number, name })),
    tasks: revised.tasks.map((task): AmendableTask => ({
      key: task.draftTaskId,
      code: task.code,
      action: task.actionCode,
      section: task.section,
      number: task.number,
      title: task.title,
      titleIsLabel: task.titleIsLabel,
      text: task.text,
      lead: unitsOf(task.lead),
      support: unitsOf(task.support),
      deadline: task.deadline,
      indicators: task.indicators,
      isReadFromText: typeof task.span['start'] === 'number',
      corrected: task.corrected,
    })),
  };
}

/** A name that no unit answers to yet is its own unit: it differs from all that are known. */
const unitsOf = (units: readonly RevisedUnit[]): AmendableTask['lead'] =>
  units.map(({ unitId, printed }) => ({ key: unitId ?? `?${printed}`, name: printed }));

/** Everything that a person who decides on the difference has before their eyes; numbers are not among it. */
function contentOf({ kind, before, after, changes }: AmendmentEntry): string {
  const fields = changes.map(({ field }) => field).filter((field) => field !== 'number');
  const said = (task: AmendableTask | null): unknown =>
    task === null
      ? null
      : [task.key, ...(kind === 'changed' ? fields : ALL).map((field) => valueOf(task, field))];
  const value = kind === 'removed' ? [kind, before?.key] : [kind, fields, said(before), said(after)];
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

const ALL = ['title', 'text', 'lead', 'support', 'deadline', 'indicators', 'action'] as const;

function valueOf(task: AmendableTask, field: (typeof ALL)[number] | 'number'): unknown {
  switch (field) {
    case 'lead':
    case 'support':
      return task[field].map(({ key }) => key).sort();
    case 'indicators':
      return task.indicators.map(({ name, comparator, value, upper, unit, per }) =>
        [name, comparator, value, upper ?? null, unit, per ?? null].join('|'),
      );
    case 'deadline':
      return task.deadline.on;
    case 'title':
    case 'text':
    case 'action':
    case 'number':
      return task[field];
  }
}
