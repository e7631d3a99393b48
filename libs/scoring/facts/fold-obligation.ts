import type { Instant } from '#calendar';
import type { ScoredEvent, ScoredReading } from './recorded.js';
import type { Case, EventRef, Incident } from './unit-facts.js';
import type { ShareFact } from './vocabulary.js';

/** A report that stands, for the indicators that it speaks of. */
export interface StandingReport {
  taskId: string;
  unitId: string;
  at: Instant;
  event: EventRef;
  readings: readonly ScoredReading[];
}

interface Filed {
  at: Instant;
  event: EventRef;
  late: boolean;
}

export interface ObligationFacts {
  unitId: string;
  cases: Case[];
  incidents: Incident[];
  standing: StandingReport | null;
}

interface Input {
  unitId: string;
  dueAt: Instant;
  taskId?: string | null;
  kind?: string;
}

const refOf = ({ kind, id, seq }: ScoredEvent): EventRef => ({ kind, id, seq });

/** Which fact a thing owed counts for, by its kind; what began before there were kinds is a report on a task. */
const factOf = (kind = 'taskReport'): ShareFact =>
  kind === 'taskReport' || kind === 'requestedReport'
    ? 'reportedOnTime'
    : kind === 'part'
      ? 'partsGivenOnTime'
      : 'dutiesDoneOnTime';

/**
 * What one thing owed says of its unit, from its events in order, up to the last of them. Late is what was first filed
 * after the due time that held then or holds since; a new calendar never makes late what was in time.
 *
 * @param to the instant as of which it is asked
 */
export function foldObligation(
  events: readonly ScoredEvent[],
  to: Instant,
  readingsOf: (reportId: string) => readonly ScoredReading[],
): ObligationFacts | null {
  const [begun] = events;
  const input = begun?.payload['input'] as Input | undefined;
  if (!begun || !input) return null;
  const { unitId, taskId = null } = input;
  let dueAt = input.dueAt;
  let filed: Filed | null = null as Filed | null;
  let missed: EventRef | null = null;
  let moved: EventRef | null = null;
  let accepted: { at: Instant; event: EventRef } | null = null;
  let excused = false;
  let standing: StandingReport | null = null;
  const incidents: Incident[] = [];
  const happened = (fact: 'returns' | 'reportsMissed', event: ScoredEvent): void => {
    incidents.push({ fact, at: event.at, taskId, level: null, events: [refOf(event)], undone: null });
  };
  for (const event of events.slice(1)) {
    switch (event.type) {
      case 'CALENDAR_CHANGED': {
        const next = event.payload['dueAt'];
        if (typeof next !== 'string') break;
        dueAt = next;
        moved = refOf(event);
        if (filed) filed = { ...filed, late: filed.late && filed.at > dueAt };
        break;
      }
      case 'DUTY_FULFILLED':
      case 'REPORT_FILED':
        filed ??= { at: event.at, event: refOf(event), late: event.at > dueAt };
        if (taskId !== null && event.type === 'REPORT_FILED')
          standing = {
            taskId,
            unitId,
            at: event.at,
            event: refOf(event),
            readings: readingsOf(String(event.payload['reportId'])),
          };
        break;
      case 'REPORT_RETURNED':
        happened('returns', event);
        standing = null;
        accepted = null;
        break;
      case 'REPORT_ACCEPTED':
        accepted = { at: event.at, event: refOf(event) };
        break;
      case 'NEXT_PERIOD_DUE':
      case 'REQUEST_EXPIRED':
        if (filed) break;
        missed = refOf(event);
        happened('reportsMissed', event);
        break;
      // Filed with the report of a finer rhythm: that one is counted, and not the same words twice.
      case 'COVERED':
      case 'EXCUSED':
        excused = filed === null;
        break;
    }
  }
  const cases: Case[] = [];
  const start = moved ?? refOf(begun);
  if (filed)
    cases.push({
      fact: factOf(input.kind),
      met: !filed.late,
      at: filed.at,
      taskId,
      events: [start, filed.event],
    });
  else if (!excused && dueAt <= to)
    cases.push({
      fact: factOf(input.kind),
      met: false,
      at: dueAt,
      taskId,
      events: missed ? [start, missed] : [start],
    });
  if (accepted)
    cases.push({
      fact: 'reportsAcceptedAtOnce',
      met: !incidents.some(({ fact }) => fact === 'returns'),
      at: accepted.at,
      taskId,
      events: [
        ...incidents.filter(({ fact }) => fact === 'returns').flatMap((one) => one.events),
        accepted.event,
      ],
    });
  return { unitId, cases, incidents, standing };
}
