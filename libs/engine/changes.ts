import {
  MACHINE_VERSION,
  TASK_REPORT,
  type Amendment,
  type RecordedEvent,
  type Rules,
  type SubjectKind,
  type TaskContext,
} from '#accountability';
import {
  addSupportingUnits,
  amendTask,
  cancelDraftedNotices,
  claimRungs,
  insertObligations,
  insertReportingLines,
  insertSittings,
  markCorrected,
  markSittingFiled,
  moveSittings,
  replaceUnits,
  rescindNotices,
  sendTransitions,
  setTaskCadences,
  settleAlerts,
  type DeadlineArm,
  type DeadlineDisarm,
  type MessageWrite,
  type SittingWrite,
  type SubjectWrite,
  type TaskAmendmentWrite,
} from '#persistence';
import type { Shell } from './envelope.js';
import { columnsOf, type LoadedSubject } from './loaded-subject.js';
import type { Subjects } from './subjects.js';

interface OfSubject {
  subjectKind: SubjectKind;
  subjectId: string;
}

/** What a transaction has to write, gathered, and written in one statement a table. */
export class Changes {
  readonly sittings: SittingWrite[] = [];
  readonly movedSittings: { id: string; opensAt: string; dueAt: string }[] = [];
  readonly filed: { id: string; at: string; by: string | null }[] = [];
  readonly claims: (OfSubject & { generation: number; rung: string; claimedAt: string })[] = [];
  readonly cancelled: (OfSubject & { generation: number })[] = [];
  readonly amendments: TaskAmendmentWrite[] = [];
  /** What is said of how often, of single tasks. */
  readonly cadences: ReturnType<typeof cadencesSaid>[] = [];
  /** Units that are drawn into a task and have to see it. */
  readonly drawnIn: { taskId: string; unitIds: string[] }[] = [];
  readonly corrected: { id: string; corrected: number; at: string; by: string | null }[] = [];
  readonly rescinded: (OfSubject & { generation: number; rung: string })[] = [];
  readonly settled: (OfSubject & { name: string })[] = [];
  readonly #disarmed: DeadlineDisarm[] = [];
  /** By subject and name. */
  readonly #armed = new Map<string, Map<string, DeadlineArm>>();

  /** A clock is armed once a name: what was armed before under it is taken off. */
  arm(row: DeadlineArm): void {
    this.disarm(row);
    const subject = `${row.subjectKind}/${row.subjectId}`;
    const clocks = this.#armed.get(subject) ?? new Map<string, DeadlineArm>();
    this.#armed.set(subject, clocks.set(row.name, row));
  }

  disarm({ subjectKind, subjectId, name }: DeadlineDisarm): void {
    const clocks = this.#armed.get(`${subjectKind}/${subjectId}`);
    for (const armed of [...(clocks?.keys() ?? [])])
      if (armed === name || armed.startsWith(`${name}:`)) clocks?.delete(armed);
    this.#disarmed.push({ subjectKind, subjectId, name });
  }

  /** The clocks that are taken off, and those that are set. */
  get clocks(): { disarmed: readonly DeadlineDisarm[]; armed: DeadlineArm[] } {
    return {
      disarmed: this.#disarmed,
      armed: [...this.#armed.values()].flatMap((clocks) => [...clocks.values()]),
    };
  }

  /** What an event of a task changes in rows besides its own. */
  follow(task: LoadedSubject, event: RecordedEvent, by: string | null): void {
    const { id: taskId } = task;
    const { type, payload, at } = event;
    if (type === 'PROGRESS_REPORTED')
      task.reported = {
        ...task.reported,
        [String(payload['unitId'])]: { period: String(payload['period']), at },
      };
    if (type === 'FIGURE_CORRECTED')
      this.corrected.push({
        id: String(payload['verificationId']),
        corrected: Number(payload['progress']),
        at,
        by,
      });
    if (type === 'AMENDED') this.amend(taskId, event);
    if (type === 'CADENCES_CHANGED') this.cadences.push(cadencesSaid(taskId, event));
    if (type === 'BLOCKED') this.drawnIn.push({ taskId, unitIds: [String(payload['byUnitId'])] });
    if (type === 'LEAD_CHANGED') this.drawnIn.push({ taskId, unitIds: payload['unitIds'] as string[] });
  }

  /** What a revised text changes of a task besides what its statechart knows. */
  amend(taskId: string, { payload }: RecordedEvent): void {
    const { title, indicators, supportUnitIds } = payload as unknown as Amendment;
    if (title === undefined && !Array.isArray(indicators) && supportUnitIds === undefined) return;
    this.amendments.push({
      taskId,
      title: title ?? null,
      indicators: Array.isArray(indicators)
        ? indicators.map(({ upper = null, per = null, ...said }, position) => ({
            ...said,
            position,
            upper,
            per,
          }))
        : null,
      supportUnitIds: supportUnitIds ?? null,
    });
  }

  /** Whether tasks are called something else from now on. */
  get renames(): boolean {
    return this.amendments.length > 0;
  }

  /** @param messages that travel with the subjects, their events and clocks */
  async write(
    { tx, now }: Shell,
    subjects: Subjects,
    rulesOf: (policyVersion: number) => Promise<Rules>,
    messages: readonly MessageWrite[] = [],
  ): Promise<void> {
    const rows: { subject: LoadedSubject; row: SubjectWrite }[] = [];
    for (const subject of subjects.changed())
      rows.push({ subject, row: rowOf(subject, await rulesOf(subject.policyVersion)) });
    const of = (kind: SubjectKind): typeof rows => rows.filter(({ subject }) => subject.kind === kind);

    await insertReportingLines(
      tx,
      of('reportingLine').flatMap(({ subject: { made }, row }) =>
        made && 'cadence' in made
          ? [
              {
                ...row,
                planId: made.planId,
                unitId: made.unitId,
                duty: made.duty ?? TASK_REPORT,
                cadence: made.cadence,
              },
            ]
          : [],
      ),
    );
    await insertSittings(tx, this.sittings);
    await insertObligations(
      tx,
      of('obligation').flatMap(({ subject, subject: { made }, row }) =>
        made && 'sittingId' in made
          ? [
              {
                ...row,
                sittingId: made.sittingId,
                planId: subject.planId,
                taskId: made.taskId ?? null,
                actionId: made.actionId,
                unitId: made.unitId,
                kind: made.kind ?? TASK_REPORT,
                duty: made.duty ?? TASK_REPORT,
                askedByUnitId: made.askedByUnitId ?? null,
                period: made.period,
                dueAt: made.dueAt,
              },
            ]
          : [],
      ),
    );
    const saved = (kind: SubjectKind): SubjectWrite[] =>
      of(kind).flatMap(({ subject, row }) => (subject.made === null ? [row] : []));
    sendTransitions(
      tx,
      {
        task: saved('task'),
        obligation: saved('obligation'),
        reportingLine: saved('reportingLine'),
        events: subjects.events,
        ...this.clocks,
        messages,
      },
      now,
    );
    for (const { id, unitIds } of changedLeads(rows.map(({ subject }) => subject)))
      await replaceUnits(tx, id, 'lead', unitIds);
    for (const amendment of this.amendments) await amendTask(tx, amendment);
    for (const { taskId, said, replacements } of this.cadences)
      await setTaskCadences(tx, taskId, said, replacements);
    for (const { taskId, unitIds } of this.drawnIn) await addSupportingUnits(tx, taskId, unitIds);
    await markCorrected(tx, this.corrected);
    await moveSittings(tx, this.movedSittings);
    // Started together, they go out together, in this order.
    await Promise.all([
      ...this.filed.map(({ id, at, by }) => markSittingFiled(tx, id, at, by)),
      claimRungs(tx, this.claims),
      cancelDraftedNotices(tx, this.cancelled),
      rescindNotices(tx, this.rescinded, now),
      settleAlerts(tx, this.settled, now),
    ]);
  }
}

const cadencesSaid = (
  taskId: string,
  { payload }: RecordedEvent,
): { taskId: string; said: unknown[] | null; replacements: unknown[] | null } => ({
  taskId,
  said: Array.isArray(payload['cadences']) ? payload['cadences'] : null,
  replacements: Array.isArray(payload['replacements']) ? payload['replacements'] : null,
});

function rowOf(subject: LoadedSubject, { policy, calendar }: Rules): SubjectWrite {
  return {
    id: subject.id,
    ...columnsOf(subject, policy),
    snapshot: subject.snapshot,
    version: subject.version,
    headHash: subject.headHash,
    machineVersion: MACHINE_VERSION[subject.kind],
    policyVersion: subject.policyVersion,
    calendarVersion: calendar.version,
  };
}

/** Tasks whose lead units are no longer those of the row they were read from. */
function changedLeads(subjects: readonly LoadedSubject[]): { id: string; unitIds: string[] }[] {
  return subjects
    .filter(({ kind }) => kind === 'task')
    .map(({ id, scope, snapshot }) => ({
      id,
      before: scope.unitIds,
      unitIds: (snapshot.context as unknown as TaskContext).leadUnitIds,
    }))
    .filter(({ before, unitIds }) => before.join() !== unitIds.join());
}
