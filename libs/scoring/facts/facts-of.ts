import type { Instant } from '#calendar';
import { foldCards, saysOfRung } from './fold-cards.js';
import { foldObligation, type StandingReport } from './fold-obligation.js';
import { foldTask, type TaskFacts } from './fold-task.js';
import { isReached } from './is-reached.js';
import type { ScoredEvent, ScoredIndicator, ScoredReading, ScoredRecord, ScoredStretch } from './recorded.js';
import { heirOf } from './heir-of.js';
import type { AssessorDecision, Case, Incident, UnitFacts } from './unit-facts.js';

/** Everything recorded but the events, which may be too many to be held at once. */
export type RecordBesideEvents = Omit<ScoredRecord, 'events'>;

/**
 * The facts of every unit in a stretch, as they were known at its end: a fold over what is recorded. Nothing after the
 * end is looked at, so the facts of any past day can be had again; the order in which the record is given does not
 * matter, because the events of a subject are numbered.
 */
export function factsOf(
  record: ScoredRecord,
  stretch: ScoredStretch,
  decisions: readonly AssessorDecision[] = [],
): Map<string, UnitFacts> {
  const fold = new FactsFold(record, stretch);
  for (const events of subjectsOf(record.events, stretch.to).values()) fold.take(events);
  return fold.finish(decisions);
}

/**
 * The same, subject by subject: whoever reads the record in order gives each subject's events and forgets them. Of the events
 * nothing is kept but what rungs of climbs say, for the cards.
 */
export class FactsFold {
  readonly #units = new Map<string, UnitFacts & { evidencedTasks: Set<string> }>();
  readonly #readings: Map<string, ScoredReading[]>;
  readonly #reports = new Map<string, StandingReport[]>();
  readonly #tasks = new Map<string, TaskFacts>();
  readonly #rungs: ScoredEvent[][] = [];
  readonly #heir: (unitId: string) => string;

  constructor(
    private readonly record: RecordBesideEvents,
    private readonly stretch: ScoredStretch,
  ) {
    this.#readings = groupBy(record.readings, ({ reportId }) => reportId);
    this.#heir = heirOf(record.successions, stretch.to);
  }

  /** All events of one subject up to the end of the stretch, in their order. */
  take(events: readonly ScoredEvent[]): void {
    const [begun] = events;
    if (!begun) return;
    if (begun.kind === 'obligation') return this.#takeObligation(events);
    const rungs = events.filter(saysOfRung);
    if (rungs.length > 0) this.#rungs.push(rungs);
    const facts = begun.kind === 'task' ? foldTask(events) : null;
    if (!facts) return;
    this.#tasks.set(begun.id, facts);
    for (const { unitId, of } of facts.cases) this.#addCase(unitId, of);
    for (const { unitId, of } of facts.incidents) this.#addIncident(this.#heir(unitId), of);
  }

  finish(decisions: readonly AssessorDecision[] = []): Map<string, UnitFacts> {
    const { cards, indicators, evidence = [] } = this.record;
    for (const { unitId, of } of foldCards(cards, this.#rungs, this.stretch.to))
      this.#addIncident(unitId, of);
    for (const indicator of indicators)
      for (const { unitId, of } of judged(
        indicator,
        this.#tasks.get(indicator.taskId),
        this.#reports.get(indicator.taskId),
      ))
        this.#addCase(unitId, of);
    for (const decision of decisions)
      if (this.#isWithin(decision.at)) this.#unit(this.#heir(decision.unitId)).decisions.push(decision);
    for (const { taskId, unitId } of evidence)
      this.#units.get(this.#heir(unitId))?.evidencedTasks.add(taskId);
    for (const facts of this.#units.values()) inOrder(facts);
    return this.#units;
  }

  #takeObligation(events: readonly ScoredEvent[]): void {
    const facts = foldObligation(events, this.stretch.to, (reportId) => this.#readings.get(reportId) ?? []);
    if (!facts) return;
    for (const one of facts.cases) this.#addCase(facts.unitId, one);
    for (const one of facts.incidents) this.#addIncident(this.#heir(facts.unitId), one);
    const { standing } = facts;
    if (standing && standing.readings.length > 0)
      this.#reports.set(standing.taskId, [...(this.#reports.get(standing.taskId) ?? []), standing]);
  }

  #unit(unitId: string): UnitFacts & { evidencedTasks: Set<string> } {
    const known = this.#units.get(unitId);
    if (known) return known;
    const made = { unitId, cases: [], incidents: [], decisions: [], evidencedTasks: new Set<string>() };
    this.#units.set(unitId, made);
    return made;
  }

  #isWithin(at: Instant): boolean {
    return at >= this.stretch.from && at <= this.stretch.to;
  }

  #addCase(unitId: string, of: Case): void {
    if (this.#isWithin(of.at)) this.#unit(this.#heir(unitId)).cases.push(of);
  }

  #addIncident(unitId: string, of: Incident): void {
    if (this.#isWithin(of.at)) this.#unit(unitId).incidents.push(of);
  }
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
