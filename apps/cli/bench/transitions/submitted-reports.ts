import {
  begin,
  decide,
  ENGINE_ACTOR,
  identifierOf,
  MACHINE_VERSION,
  planIdOf,
  taskIdOf,
  type ObligationInput,
  type Rules,
  type Snapshot,
  type SubjectScope,
} from '#accountability';
import { addMinutes, instantOf, project } from '#calendar';
import {
  appendEvents,
  armDeadlines,
  eventHash,
  GENESIS_HASH,
  insertObligations,
  type DeadlineArm,
  type EventWrite,
  type NewObligation,
  type Transaction,
} from '#persistence';
import { benchActor, benchUnitId, JURISDICTION, leadOf, PLAN, taskCode, TASKS } from './bench-district.js';

const PERIOD = '2024-04 上旬';
const PLANNED_AT = instantOf('2024-04-01', '09:00');
const DUE_AT = instantOf('2024-04-10', '17:30');

export const reportId = (n: number): string => identifierOf(JURISDICTION, 'bench-report', String(n));

/**
 * Reports as their task force finds them in the morning: filed, not looked at yet, the clock of silent acceptance running.
 * Each has come there by its events, decided and chained as the engine does it.
 */
export async function insertSubmittedReports(
  tx: Transaction,
  rules: Rules,
  from: number,
  count: number,
): Promise<void> {
  const rows: NewObligation[] = [];
  const events: EventWrite[] = [];
  const clocks: DeadlineArm[] = [];
  for (let n = from; n < from + count; n += 1) submit(n, rules, { rows, events, clocks });
  await insertObligations(tx, rows);
  await appendEvents(tx, events);
  await armDeadlines(tx, clocks);
}

function submit(
  n: number,
  rules: Rules,
  to: { rows: NewObligation[]; events: EventWrite[]; clocks: DeadlineArm[] },
): void {
  const task = (n % TASKS) + 1;
  const unitId = benchUnitId(leadOf(task));
  const id = reportId(n);
  const input: ObligationInput = {
    id,
    taskId: taskIdOf(JURISDICTION, PLAN, taskCode(task)),
    unitId,
    period: PERIOD,
    dueAt: DUE_AT,
  };
  const liaison = benchActor(`liaison${leadOf(task)}`);
  const scope: SubjectScope = {
    jurisdictionId: JURISDICTION,
    planCode: PLAN,
    actionCode: 'A1',
    unitIds: [unitId],
  };
  let snapshot: Snapshot = begin({ kind: 'obligation', input }, rules.policy);
  let head = GENESIS_HASH;
  let seq = 0;
  const record = (
    event: { type: string; at: string; payload: Record<string, unknown> },
    actorId: string | null,
    idempotencyKey: string,
  ): void => {
    seq += 1;
    const line = {
      subjectKind: 'obligation' as const,
      subjectId: id,
      seq,
      ...event,
      actorId,
      unitId,
      idempotencyKey,
    };
    const hash = eventHash(head, { jurisdictionId: JURISDICTION, ...line });
    to.events.push({ ...line, prevHash: head, hash });
    head = hash;
  };
  record({ type: 'SCHEDULED', at: PLANNED_AT, payload: { input } }, null, 'begin');
  const filed = {
    type: 'REPORT_FILED',
    at: addMinutes(instantOf('2024-04-10', '09:00'), n % 480),
    reportId: identifierOf(id, 'report', '1'),
    filedBy: liaison.personId,
    progress: n % 101,
    noChange: false,
    noChangeRun: 0,
    expected: 25,
  };
  for (const [event, actor] of [
    [{ type: 'WINDOW_OPENED', at: instantOf('2024-04-08', '09:00') }, ENGINE_ACTOR],
    [filed, liaison],
  ] as const) {
    const decision = decide({ kind: 'obligation', scope, snapshot }, event, rules, actor);
    if (!decision.ok) throw new Error(`${event.type}: ${decision.rejection.message}`);
    record(decision.event, actor.personId, event.type);
    snapshot = decision.snapshot;
    for (const effect of decision.effects) {
      if (effect.type !== 'armDeadline') continue;
      const { name, detail, budget, suspensions = [] } = effect;
      to.clocks.push({
        subjectKind: 'obligation',
        subjectId: id,
        name,
        detail,
        budget,
        suspensions,
        projectedAt: project(budget, suspensions, rules.calendar).at,
        calendarVersion: rules.calendar.version,
        armedAt: event.at,
      });
    }
  }
  to.rows.push({
    id,
    sittingId: null,
    planId: planIdOf(JURISDICTION, PLAN),
    taskId: input.taskId ?? null,
    actionId: null,
    unitId,
    kind: 'taskReport',
    duty: 'taskReport',
    askedByUnitId: null,
    period: PERIOD,
    dueAt: DUE_AT,
    state: String(snapshot.value),
    columns: {},
    snapshot,
    version: seq,
    headHash: head,
    machineVersion: MACHINE_VERSION.obligation,
    policyVersion: rules.policy.version,
    calendarVersion: rules.calendar.version,
  });
}
