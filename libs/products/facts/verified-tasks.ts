import { standingOf, type PeriodFacts } from './period-facts.js';
import type { FindingRecord, PeriodRecord, Standing, TaskRecord } from './period-record.js';
import { isClosed } from './standing-words.js';

/** A task that may be published: closed, or found to be as it was reported. */
export interface VerifiedTask {
  readonly task: TaskRecord;
  readonly stood: Standing;
  readonly outcome: 'closed' | 'foundTrue';
  /** The finding that it rests on; null: it was closed without one of its own. */
  readonly finding: FindingRecord | null;
}

/**
 * The tasks of a period that may be published. Closed ones were verified on their way through the gates; of the others the
 * latest finding is true. A later finding that says otherwise, of anybody who leads it, takes a task off the page, and so
 * does a reopening: a correction knows of both also where they came after the period's end.
 *
 * @param by all that the record knows, or only what was known at the period's end (for counts of past periods)
 */
export function verifiedTasks(
  { record, now }: Pick<PeriodFacts, 'record' | 'now'>,
  by: 'allThatIsKnown' | 'periodEnd' = 'allThatIsKnown',
): VerifiedTask[] {
  const last = record.checkpoints.length - 1;
  const isOfEnd = by === 'periodEnd';
  const findings = latestFindings(record, isOfEnd ? now.at : record.asOf);
  return record.tasks.flatMap((task): VerifiedTask[] => {
    const stood = standingOf(task, last);
    if (stood === null) return [];
    const own = findings.get(task.id) ?? new Map<string, FindingRecord>();
    // Of a Map, what was set last stands last: the latest finding of all.
    const latest = [...own.values()].at(-1) ?? null;
    const ofLeads = stood.leadUnitIds.flatMap((unitId) => own.get(unitId) ?? []);
    const isTrue = [latest, ...ofLeads].every((one) => one === null || one.finding === 'true');
    const closed = isClosed(stood) && (isOfEnd || task.openAgain !== true);
    if (!isTrue || (!closed && latest === null)) return [];
    return [{ task, stood, outcome: closed ? 'closed' : 'foundTrue', finding: latest }];
  });
}

/** Of each task the latest finding about each unit, the latest of all last. */
function latestFindings(
  { findings }: PeriodRecord,
  until: string,
): ReadonlyMap<string, ReadonlyMap<string, FindingRecord>> {
  const tasks = new Map<string, Map<string, FindingRecord>>();
  const known = findings.filter(({ foundAt }) => foundAt <= until);
  for (const finding of known.toSorted((a, b) => (a.foundAt < b.foundAt ? -1 : 1))) {
    const own = tasks.get(finding.taskId) ?? new Map<string, FindingRecord>();
    own.delete(finding.unitId);
    own.set(finding.unitId, finding);
    tasks.set(finding.taskId, own);
  }
  return tasks;
}
