import type { Instant } from '#calendar';
import { foldCards } from './fold-cards.js';
import { foldObligation, type StandingReport } from './fold-obligation.js';
import { foldTask, type TaskFacts } from './fold-task.js';
import { isReached } from './is-reached.js';
import type { ScoredEvent, ScoredIndicator, ScoredRecord, ScoredStretch } from './recorded.js';
import { heirOf } from './heir-of.js';
import type { AssessorDecision, Case, Incident, UnitFacts } from './unit-facts.js';

/**
 * The facts of every unit in a stretch, as they were known at its end: a fold over what is recorded. Nothing after the
 * end is looked at, so the facts of any past day can be had again; the order in which the record is given does not
 * matter, because the events of a subject are numbered.
 */
export function factsOf(
  record: ScoredRecord,
  { from, to }: ScoredStretch,
  decisions: readonly AssessorDecision[] = [],
): Map<string, UnitFacts> {
  const units = new Map<string, UnitFacts & { evidencedTasks: Set<string> }>();
  const unit = (unitId: string): UnitFacts => {
    const known = units.get(unitId);
    if (known) return known;
    const made = { unitId, cases: [], incidents: [], decisions: [], evidencedTasks: new Set<string>() };
    units.set(unitId, made);
    return made;
  };
  const heir = heirOf(record.successions, to);
  const within = (at: Instant): boolean => at >= from && at <= to;
  const addCase = (unitId: string, of: Case): void => {
    if (within(of.at)) unit(heir(unitId)).cases.push(of);
  };
  const addIncident = (unitId: string, of: Incident): void => {
    if (within(of.at)) unit(unitId).incidents.push(of);
  };

  const readings = groupBy(record.readings, ({ reportId }) => reportId);
  const reports = new Map<string, StandingReport[]>();
  const tasks = new Map<string, TaskFacts>();
  const cards: ScoredEvent[][] = [];
  for (const [key, events] of subjectsOf(record.events, to)) {
    if (key.startsWith('obligation/')) {
      const facts = foldObligation(events, to, (reportId) => readings.get(reportId) ?? []);
      if (!facts) continue;
      for (const one of facts.cases) addCase(facts.unitId, one);
      for (const one of facts.incidents) addIncident(heir(facts.unitId), one);
      const { standing } = facts;
      if (standing && standing.readings.length > 0)
        reports.set(standing.taskId, [...(reports.get(standing.taskId) ?? []), standing]);
      continue;
    }
    cards.push(events);
    const facts = key.startsWith('task/') ? foldTask(events) : null;
    if (!facts) continue;
    tasks.set(events[0]?.id ?? '', facts);
    for (const { unitId, of } of facts.cases) addCase(unitId, of);
    for (const { unitId, of } of facts.incidents) addIncident(heir(unitId), of);
  }
  for (const { unitId, of } of foldCards(record.cards, cards, to)) addIncident(unitId, of);
  for (const indicator of record.indicators)
    for (const { unitId, of } of judged(
      indicator,
      tasks.get(indicator.taskId),
      reports.get(indicator.taskId),
    ))
      addCase(unitId, of);
  for (const decision of decisions)
    if (within(decision.at)) unit(heir(decision.unitId)).decisions.push(decision);
  for (const { taskId, unitId } of record.evidence ?? []) units.get(heir(unitId))?.evidencedTasks.add(taskId);
  for (const facts of units.values()) inOrder(facts);
  return units;
}

/** The events up to an instant by subject, each subject's in their order. */
function subjectsOf(events: readonly ScoredEvent[], to: Instant): Map<string, ScoredEvent[]> {
  const subjects = new Map<string, ScoredEvent[]>();
  for (const event of events) {
    if (event.at > to) continue;
    const key = `${event.kind}/${event.id}`;
    const of = subjects.get(key);
    if (of) of.push(event);
    else subjects.set(key, [event]);
  }
  for (const of of subjects.values()) {
    // Mostly they come in order already.
    if (of.some((event, index) => index > 0 && event.seq < (of[index - 1]?.seq ?? 0)))
      of.sort((a, b) => a.seq - b.seq);
  }
  return subjects;
}

/**
 * Whether an indicator of a task that is due was reached, for each unit that leads it: by its own latest report that
 * was not returned, otherwise by whoever spoke of it last. What nobody ever reported was not reached.
 */
function judged(
  indicator: ScoredIndicator,
  task: TaskFacts | undefined,
  reports: readonly StandingReport[] = [],
): { unitId: string; of: Case }[] {
  if (!task?.due) return [];
  const { due } = task;
  const said = reports
    .flatMap(({ unitId, at, event, readings }) =>
      readings
        .filter(({ position }) => position === indicator.position)
        .map(({ value }) => ({ unitId, at, event, value })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return task.leadUnitIds.map((unitId) => {
    const last = said.findLast((one) => one.unitId === unitId) ?? said.at(-1);
    return {
      unitId,
      of: {
        fact: 'indicatorsReached',
        met: last !== undefined && isReached(indicator, last.value),
        at: due.at,
        taskId: indicator.taskId,
        position: indicator.position,
        events: [...(last ? [last.event] : []), ...due.events],
      },
    };
  });
}

/** The same facts in the same order, however the record was read. */
function inOrder({ cases, incidents, decisions }: UnitFacts): void {
  cases.sort((a, b) => inTime(a, b) || (a.position ?? 0) - (b.position ?? 0));
  incidents.sort(inTime);
  decisions.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inTime(a: Case | Incident, b: Case | Incident): number {
  const [[ofA], [ofB]] = [a.events, b.events];
  return (
    compare(a.at, b.at) ||
    compare(a.fact, b.fact) ||
    compare(a.taskId ?? '', b.taskId ?? '') ||
    compare(ofA?.id ?? '', ofB?.id ?? '') ||
    (ofA?.seq ?? 0) - (ofB?.seq ?? 0)
  );
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const of = groups.get(key(row));
    if (of) of.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
