import type { AmendableTask, AmendableText } from './amendable-task.js';
import { differences, type ActionNames, type FieldChange } from './differences.js';
import type { Likeness } from './likeness.js';
import { matchActions, renamedActions } from './match-actions.js';
import { matchTasks, type PairByHand, type TaskMatch } from './match-tasks.js';
import type { PlainWords } from './plain-words.js';
import { preparedTasks, type PreparedTask } from './prepared-task.js';
import { mergeHint, splitHint } from './taken-over.js';
import { CLEARLY_ALIKE } from './thresholds.js';

/** One task of the running plan beside one of the revised text; null: there is none. */
export interface AmendmentEntry {
  /** unchanged: at most its number is another one, which asks nothing of anybody. */
  readonly kind: 'added' | 'removed' | 'changed' | 'unchanged';
  readonly before: AmendableTask | null;
  readonly after: AmendableTask | null;
  /** 0 to 1; null where there is nothing to compare, or a person put them together. */
  readonly similarity: number | null;
  /** By what they were matched, in words. */
  readonly matchedBy: string | null;
  readonly changes: readonly FieldChange[];
  readonly hint: string | null;
}

export interface TextComparison {
  /** In the order of the revised text; what was removed stands where it stood. */
  readonly entries: readonly AmendmentEntry[];
  /** Key of an action of the revised text to the running one that it is; new ones are left out. */
  readonly actions: ReadonlyMap<string, string>;
}

/**
 * What a revised text changes of a running plan, task by task. About as much work as there are pairs of tasks; 500
 * against 500 take about a second of a core.
 */
export function compareTexts(
  running: AmendableText,
  revised: AmendableText,
  byHand: readonly PairByHand[] = [],
): TextComparison {
  const words = new Map<string, PlainWords>();
  const before = preparedTasks(running.tasks, words);
  const after = preparedTasks(revised.tasks, words);
  const named = matchActions(running.actions, revised.actions);
  const matches = matchTasks(before, after, named, byHand);
  const moves = matches.map((match) => ({ from: match.before.task.action, to: match.after.task.action }));
  const sameAs = renamedActions(named, moves);
  const actions: ActionNames = {
    before: new Map(running.actions.map((action) => [action.key, action])),
    after: new Map(revised.actions.map((action) => [action.key, action])),
    sameAs,
  };
  const matchOf = new Map(matches.map((match) => [match.after, match]));
  const kept = new Set(matches.map((match) => match.before));
  const removed = before.filter((task) => !kept.has(task));
  const entries = after.map((task): AmendmentEntry => {
    const match = matchOf.get(task);
    return match ? matched(match, actions) : added(task, before);
  });
  return { entries: withRemoved(entries, before, removed, after), actions: sameAs };
}

function matched({ before, after, likeness }: TaskMatch, actions: ActionNames): AmendmentEntry {
  const changes = differences(before, after, actions);
  const similarity = likeness === null ? null : Math.min(1, Math.round(likeness.whole * 1000) / 1000);
  return {
    kind: changes.every(({ field }) => field === 'number') ? 'unchanged' : 'changed',
    before: before.task,
    after: after.task,
    similarity,
    matchedBy: likeness === null ? '人工指定' : reasonOf(likeness),
    changes,
    hint: null,
  };
}

const added = (task: PreparedTask, running: readonly PreparedTask[]): AmendmentEntry => ({
  kind: 'added',
  before: null,
  after: task.task,
  similarity: null,
  matchedBy: null,
  changes: [],
  hint: splitHint(task, running),
});

/** Each removed task follows the one that stood before it. */
function withRemoved(
  entries: readonly AmendmentEntry[],
  before: readonly PreparedTask[],
  removed: readonly PreparedTask[],
  after: readonly PreparedTask[],
): AmendmentEntry[] {
  const gone = new Set(removed);
  const following = new Map<string | null, AmendmentEntry[]>();
  let last: string | null = null;
  for (const task of before) {
    if (!gone.has(task)) last = task.task.key;
    else {
      const entry: AmendmentEntry = {
        kind: 'removed',
        before: task.task,
        after: null,
        similarity: null,
        matchedBy: null,
        changes: [],
        hint: mergeHint(task, after),
      };
      following.set(last, [...(following.get(last) ?? []), entry]);
    }
  }
  return [
    ...(following.get(null) ?? []),
    ...entries.flatMap((entry) => [entry, ...(entry.before ? (following.get(entry.before.key) ?? []) : [])]),
  ];
}

function reasonOf({ title, body, samePlace }: Likeness): string {
  const how = (what: string, alike: number | null): string[] => {
    if (alike === null) return [];
    if (alike === 1) return [`${what}相同`];
    return alike >= CLEARLY_ALIKE ? [`${what}相近`] : [];
  };
  const reasons = [...(samePlace ? ['序号相同'] : []), ...how('标题', title), ...how('内容', body)];
  return reasons.length === 0 ? '标题、内容部分相近' : reasons.join('、');
}
