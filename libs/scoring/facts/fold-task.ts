import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import type { ScoredEvent } from './recorded.js';
import { TaskLeads } from './task-leads.js';
import type { Case, EventRef, Incident } from './unit-facts.js';

export interface TaskFacts {
  /** Who leads it at the end; their results are its results. */
  leadUnitIds: readonly string[];
  /** By unit. */
  cases: { unitId: string; of: Case }[];
  incidents: { unitId: string; of: Incident }[];
  /** Since when its indicators are to be judged: closed, or past its deadline. Null: not yet, or never. */
  due: { at: Instant; events: EventRef[] } | null;
}

interface Moment {
  at: Instant;
  event: EventRef;
}

interface Signing {
  overdue: Moment | null;
  signed: Moment | null;
}

const refOf = ({ kind, id, seq }: ScoredEvent): EventRef => ({ kind, id, seq });
const momentOf = (event: ScoredEvent): Moment => ({ at: event.at, event: refOf(event) });

/** The life of one task, as far as it is scored: who signed when, whether it was closed in time, what was found. */
class TaskFold {
  readonly leads: TaskLeads;
  readonly #ongoing: boolean;
  #deadlineOn: CivilDate;
  #running = false;
  #over = false;
  /** Whose dispute is open. */
  #disputedBy: string | null = null;
  #requested: (Moment & { late: Moment | null }) | null = null;
  #passed: Moment | null = null;
  #closed: (Moment & { onTime: boolean; because: EventRef[] }) | null = null;
  readonly #signing = new Map<string, Signing>();
  readonly incidents: TaskFacts['incidents'] = [];

  constructor(
    readonly taskId: string,
    input: { leadUnitIds: string[]; deadlineOn: CivilDate; ongoing?: boolean },
  ) {
    this.leads = new TaskLeads(input.leadUnitIds);
    this.#deadlineOn = input.deadlineOn;
    this.#ongoing = input.ongoing ?? false;
  }

  take(event: ScoredEvent): void {
    const { type, payload } = event;
    const change = this.leads.take(event);
    for (const unitId of change.left) this.#forget(unitId);
    if (this.#running && this.#disputedBy === null) for (const unitId of change.joined) this.#ask(unitId);
    switch (type) {
      case 'DISPATCHED':
        this.#running = true;
        this.#askAll();
        break;
      case 'SIGNED':
        this.#sign(String(payload['unitId']), event);
        break;
      case 'SIGNING_OVERDUE':
        for (const signing of this.#signing.values())
          if (!signing.signed) signing.overdue ??= momentOf(event);
        break;
      case 'DISPUTED':
        this.#disputedBy = String(payload['unitId']);
        this.#signing.clear();
        break;
      case 'DISPUTE_RESOLVED':
        this.#disputedBy = null;
        this.#askAll();
        break;
      case 'UNIT_SUCCEEDED':
        this.#succeed(String(payload['fromUnitId']), String(payload['toUnitId']));
        break;
      case 'AMENDED':
        this.#amend(event, change.joined.length > 0, change.left);
        break;
      case 'DEADLINE_PASSED':
        // While the task waits at a gate it is the gate-keeper's delay; of what is kept up all year it is nobody's.
        if (!this.#requested && !this.#ongoing) this.#passed ??= momentOf(event);
        break;
      case 'EXTENDED':
      case 'CARRIED_OVER':
        this.#passed = null;
        this.#deadlineOn = String(payload['deadlineOn']);
        break;
      case 'CLOSURE_REQUESTED':
        this.#requested = { ...momentOf(event), late: this.#passed };
        break;
      case 'CLOSURE_RETURNED':
        this.#requested = null;
        this.#blameLeads(payload['untrue'] === true ? 'untrueFindings' : 'closuresReturned', event);
        break;
      case 'VERIFICATION_FOUND':
        this.#find(event);
        break;
      case 'GATE_PASSED':
        if (payload['gate'] === 'approval' && this.#requested) this.#close(event, this.#requested);
        break;
      case 'CLOSED_WITH_YEAR':
        this.#closed = {
          ...momentOf(event),
          onTime: this.#passed === null,
          because: [...(this.#passed ? [this.#passed.event] : []), refOf(event)],
        };
        this.leads.end();
        break;
      case 'REOPENED':
        this.#reopen(event);
        break;
      case 'WITHDRAWN':
      case 'SPLIT':
      case 'MERGED':
        this.#over = true;
        this.leads.end();
        break;
    }
  }

  facts(): TaskFacts {
    const cases = [...this.#signing].flatMap(([unitId, signing]): TaskFacts['cases'] => {
      const decided = signing.overdue ?? signing.signed;
      if (!decided) return [];
      const events = [signing.overdue, signing.signed].flatMap((one) => (one ? [one.event] : []));
      const of: Case = {
        fact: 'signedOnTime',
        met: !signing.overdue,
        at: decided.at,
        taskId: this.taskId,
        events,
      };
      return [{ unitId, of }];
    });
    const due = this.#due();
    if (due)
      for (const unitId of this.leads.units)
        cases.push({
          unitId,
          of: {
            fact: 'tasksClosedOnTime',
            met: due.met,
            at: due.at,
            taskId: this.taskId,
            events: due.events,
          },
        });
    return { leadUnitIds: this.leads.units, cases, incidents: this.incidents, due };
  }

  /** Whether it was closed in time is known when it is closed, or past its deadline without having been asked for in time. */
  #due(): { at: Instant; met: boolean; events: EventRef[] } | null {
    if (this.#over) return null;
    if (this.#closed) return { at: this.#closed.at, met: this.#closed.onTime, events: this.#closed.because };
    const late = this.#requested ? this.#requested.late : this.#passed;
    return late && { at: late.at, met: false, events: [late.event] };
  }

  #close(event: ScoredEvent, { late, event: asked }: Moment & { late: Moment | null }): void {
    this.#closed = {
      ...momentOf(event),
      onTime: late === null,
      because: [...(late ? [late.event] : []), asked, refOf(event)],
    };
    this.leads.end();
  }

  #reopen({ payload }: ScoredEvent): void {
    const { deadlineOn, graceOn } = payload as { deadlineOn?: CivilDate; graceOn?: CivilDate };
    this.#closed = null;
    this.#requested = null;
    const least = deadlineOn ?? graceOn;
    if (least === undefined || (deadlineOn === undefined && least <= this.#deadlineOn)) return;
    this.#deadlineOn = least;
    this.#passed = null;
  }

  #amend({ payload, at }: ScoredEvent, joins: boolean, left: readonly string[]): void {
    const { deadlineOn } = payload as { deadlineOn?: CivilDate };
    if (deadlineOn !== undefined && deadlineOn !== this.#deadlineOn) {
      this.#deadlineOn = deadlineOn;
      if (deadlineOn >= civilDateOf(at)) this.#passed = null;
    }
    // A new lead puts off a closure that was asked for by others.
    if (joins) this.#requested = null;
    if (this.#disputedBy !== null && left.includes(this.#disputedBy)) {
      this.#disputedBy = null;
      this.#askAll();
    }
  }

  #find(event: ScoredEvent): void {
    const { finding, unitId } = event.payload as { finding?: string; unitId?: string };
    if (unitId === undefined) return;
    if (finding === 'untrue') this.#blame(unitId, 'untrueFindings', event);
    if (finding === 'partlyTrue') this.#blame(unitId, 'partlyTrueFindings', event);
  }

  #blameLeads(fact: 'untrueFindings' | 'closuresReturned', event: ScoredEvent): void {
    for (const unitId of this.leads.units) this.#blame(unitId, fact, event);
  }

  #blame(unitId: string, fact: Incident['fact'], event: ScoredEvent): void {
    this.incidents.push({
      unitId,
      of: { fact, at: event.at, taskId: this.taskId, level: null, events: [refOf(event)], undone: null },
    });
  }

  #ask(unitId: string): void {
    if (!this.#signing.has(unitId)) this.#signing.set(unitId, { overdue: null, signed: null });
  }

  #askAll(): void {
    this.#signing.clear();
    for (const unitId of this.leads.units) this.#ask(unitId);
  }

  #sign(unitId: string, event: ScoredEvent): void {
    const signing = this.#signing.get(unitId);
    if (signing) signing.signed ??= momentOf(event);
  }

  /** Whoever leads no more before having signed is asked no more; that it had been late stays. */
  #forget(unitId: string): void {
    const signing = this.#signing.get(unitId);
    if (signing && !signing.overdue && !signing.signed) this.#signing.delete(unitId);
  }

  #succeed(from: string, to: string): void {
    const signing = this.#signing.get(from);
    if (!signing) return;
    this.#signing.delete(from);
    if (!this.#signing.has(to)) this.#signing.set(to, signing);
  }
}

/** What one task says of the units that lead it, from its events in order. */
export function foldTask(events: readonly ScoredEvent[]): TaskFacts | null {
  const [begun] = events;
  const input = begun?.payload['input'] as { leadUnitIds?: string[]; deadlineOn?: CivilDate } | undefined;
  if (!begun || !input?.leadUnitIds || !input.deadlineOn) return null;
  const fold = new TaskFold(begun.id, {
    ...input,
    leadUnitIds: input.leadUnitIds,
    deadlineOn: input.deadlineOn,
  });
  for (const event of events.slice(1)) fold.take(event);
  return fold.facts();
}
