import {
  begin,
  decide,
  ENGINE_ACTOR,
  MACHINE_VERSION,
  obligationIdOf,
  refuse,
  sittingIdOf,
  type Effect,
  type ObligationInput,
  type RecordedEvent,
  type Rejection,
  type ReportingLineInput,
  type Rules,
  type SubjectKind,
  type SubjectRef,
  type TaskContext,
} from '#accountability';
import { project, type Instant, type WorkingCalendar } from '#calendar';
import {
  appendEvents,
  armDeadlines,
  cancelDraftedNotices,
  claimRungs,
  disarmDeadlines,
  eventByKey,
  eventHash,
  existingObligations,
  GENESIS_HASH,
  insertObligations,
  insertReportingLines,
  insertSittings,
  lockSubjects,
  markSittingFiled,
  replaceLeads,
  saveSubjects,
  settleAlerts,
  type DeadlineArm,
  type DeadlineDisarm,
  type EventWrite,
  type SittingWrite,
  type SubjectWrite,
} from '#persistence';
import type { Applied, Envelope, Shell } from './apply-events.js';
import { Desk } from './desk.js';
import { columnsOf, type LoadedSubject } from './loaded-subject.js';

/** The event that something follows from. */
interface Cause {
  seq: number;
  at: Instant;
  personId: string | null;
}

const keyOf = (ref: SubjectRef): string => `${ref.kind}/${ref.id}`;

/**
 * What one transaction changes, gathered in memory and written at its end in one statement a table. Events are
 * taken in waves: what a wave brings about in other subjects is the next one, so each wave locks once a kind.
 */
export class UnitOfWork {
  readonly applied: Applied[] = [];
  readonly #shell: Shell;
  readonly #desk: Desk;
  readonly #subjects = new Map<string, LoadedSubject>();
  readonly #events: EventWrite[] = [];
  readonly #sittings: SittingWrite[] = [];
  readonly #filed: { id: string; at: string; by: string | null }[] = [];
  readonly #disarmed: DeadlineDisarm[] = [];
  readonly #armed = new Map<string, DeadlineArm>();
  readonly #claims: {
    subjectKind: string;
    subjectId: string;
    generation: number;
    rung: string;
    claimedAt: string;
  }[] = [];
  readonly #cancelled: { subjectKind: string; subjectId: string; generation: number }[] = [];
  readonly #settled: { subjectKind: string; subjectId: string; name: string }[] = [];
  #calendar: WorkingCalendar | null = null;

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#desk = new Desk(shell);
  }

  /** Decides everything; a refusal of what a person asked for ends it. */
  async take(envelopes: readonly Envelope[]): Promise<Rejection | null> {
    let wave = [...envelopes];
    while (wave.length > 0) {
      await this.#load(wave);
      this.#shell.fault('applyEvents.locked');
      const next: Envelope[] = [];
      for (const envelope of wave) {
        const rejection = await this.#takeOne(envelope, next);
        if (rejection) return rejection;
      }
      wave = next;
    }
    return null;
  }

  async #takeOne(envelope: Envelope, next: Envelope[]): Promise<Rejection | null> {
    const subject = this.#subjects.get(keyOf(envelope.to));
    if (!subject)
      return refuse('SubjectNotFound', '找不到该事项；它可能已被移除，或不在您的权限范围内。').rejection;
    if (!envelope.droppable) {
      const repeated = await eventByKey(this.#shell.tx, subject.kind, subject.id, envelope.idempotencyKey);
      if (repeated) return this.#remember(subject, repeated);
    }
    if (envelope.expectedVersion !== undefined && envelope.expectedVersion !== subject.version) {
      return refuse('VersionConflict', '该事项刚刚有新的变化；请刷新后，在最新内容上重新办理。', {
        current: subject.version,
      }).rejection;
    }
    const rules = await this.#rules(subject.policyVersion);
    const decision = decide(subject, envelope.event, rules, envelope.actor);
    if (!decision.ok) return envelope.droppable ? null : decision.rejection;
    const seq = this.#record(
      subject,
      decision.event.type,
      decision.event.at,
      decision.event.payload,
      envelope.actor.personId,
      envelope.idempotencyKey,
    );
    subject.snapshot = decision.snapshot;
    const cause: Cause = { seq, at: decision.event.at, personId: envelope.actor.personId };
    for (const effect of decision.effects) await this.#carryOut(effect, subject, cause, next);
    return this.#remember(subject, decision.event, rules);
  }

  #remember(subject: LoadedSubject, { type, at, payload }: RecordedEvent, rules?: Rules): null {
    const state = rules ? columnsOf(subject, rules.policy).state : '';
    this.applied.push({
      to: { kind: subject.kind, id: subject.id },
      event: { type, at, payload },
      version: subject.version,
      state,
    });
    return null;
  }

  /** Chains one more line to the subject's trail. */
  #record(
    subject: LoadedSubject,
    type: string,
    at: string,
    payload: Record<string, unknown>,
    actorId: string | null,
    idempotencyKey: string,
  ): number {
    const line = {
      subjectKind: subject.kind,
      subjectId: subject.id,
      seq: subject.version + 1,
      type,
      payload,
      at,
      actorId,
      unitId: subject.kind === 'task' ? null : (subject.scope.unitIds[0] ?? null),
      idempotencyKey,
    };
    const hash = eventHash(subject.headHash, {
      jurisdictionId: this.#shell.tx.scope.jurisdictionId,
      ...line,
    });
    this.#events.push({ ...line, prevHash: subject.headHash, hash });
    subject.version += 1;
    subject.headHash = hash;
    subject.dirty = true;
    return subject.version;
  }

  async #carryOut(effect: Effect, subject: LoadedSubject, cause: Cause, next: Envelope[]): Promise<void> {
    const ref = { subjectKind: subject.kind, subjectId: subject.id };
    switch (effect.type) {
      case 'armDeadline': {
        const calendar = await this.#today();
        const suspensions = effect.suspensions ?? [];
        this.#disarm({ ...ref, name: effect.name });
        this.#armed.set(`${keyOf(subject)}/${effect.name}`, {
          ...ref,
          name: effect.name,
          detail: effect.detail,
          budget: effect.budget,
          suspensions,
          projectedAt: project(effect.budget, suspensions, calendar).at,
          calendarVersion: calendar.version,
          armedAt: this.#shell.now,
        });
        return;
      }
      case 'disarmDeadline':
        this.#disarm({ ...ref, name: effect.name });
        return;
      case 'planSitting': {
        const { type: _, taskIds, ...planned } = effect;
        const id = sittingIdOf(subject.id, planned.period);
        const unitId = subject.scope.unitIds[0] ?? '';
        this.#sittings.push({ id, reportingLineId: subject.id, planId: subject.planId, unitId, ...planned });
        await this.#owe(subject, taskIds, planned.period, planned.dueAt);
        return;
      }
      case 'addObligation': {
        const [added] = await this.#owe(subject, [effect.taskId], effect.period, effect.dueAt);
        if (added && effect.open)
          next.push(this.#following(added, { type: 'WINDOW_OPENED' }, subject, cause, next.length));
        return;
      }
      case 'fileSitting':
        this.#filed.push({
          id: sittingIdOf(subject.id, effect.period),
          at: effect.filedAt,
          by: cause.personId,
        });
        return;
      case 'forward':
        next.push(this.#following(effect.to, effect.event, subject, cause, next.length));
        return;
      case 'claimRung':
        this.#claims.push({
          ...ref,
          generation: effect.generation,
          rung: effect.rung,
          claimedAt: this.#shell.now,
        });
        return;
      case 'draftNotice':
        this.#desk.draft(effect, subject, await this.#rules(subject.policyVersion));
        return;
      case 'cancelNotice':
        this.#cancelled.push({ ...ref, generation: effect.generation });
        return;
      case 'notify':
        this.#desk.notify(effect, subject, cause.seq, await this.#rules(subject.policyVersion));
        return;
      case 'raiseAlert':
        this.#desk.raise(effect, subject, cause.seq);
        return;
      case 'settleAlert':
        this.#settled.push({ ...ref, name: effect.name });
        return;
    }
  }

  /** What one event brings about elsewhere is the engine's doing, whoever caused it. */
  #following(
    to: SubjectRef,
    event: { type: string; [fact: string]: unknown },
    from: LoadedSubject,
    cause: Cause,
    index: number,
  ): Envelope {
    return {
      to,
      event: { ...event, at: cause.at },
      actor: ENGINE_ACTOR,
      idempotencyKey: `from:${keyOf(from)}/${cause.seq}/${event.type}/${index}`,
      droppable: true,
    };
  }

  #disarm(row: DeadlineDisarm): void {
    const exact = `${row.subjectKind}/${row.subjectId}/${row.name}`;
    for (const key of [...this.#armed.keys()])
      if (key === exact || key.startsWith(`${exact}:`)) this.#armed.delete(key);
    this.#disarmed.push(row);
  }

  /** Makes the obligations of a sitting, one a task; one that is there already is owed no second time. */
  async #owe(
    line: LoadedSubject,
    taskIds: readonly string[],
    period: string,
    dueAt: string,
  ): Promise<SubjectRef[]> {
    const sittingId = sittingIdOf(line.id, period);
    const known = await existingObligations(
      this.#shell.tx,
      taskIds.map((taskId) => obligationIdOf(sittingId, taskId)),
    );
    const rules = await this.#rules(line.policyVersion);
    const made: SubjectRef[] = [];
    for (const taskId of taskIds) {
      const id = obligationIdOf(sittingId, taskId);
      if (known.has(id) || this.#subjects.has(`obligation/${id}`)) continue;
      const input: ObligationInput = { id, taskId, unitId: line.scope.unitIds[0] ?? '', period, dueAt };
      const subject: LoadedSubject = {
        ...line,
        kind: 'obligation',
        id,
        snapshot: begin({ kind: 'obligation', input }, rules.policy),
        version: 0,
        headHash: GENESIS_HASH,
        made: { ...input, sittingId },
        dirty: true,
      };
      this.#subjects.set(keyOf(subject), subject);
      this.#record(subject, 'SCHEDULED', this.#shell.now, { input }, null, 'begin');
      made.push({ kind: 'obligation', id });
    }
    return made;
  }

  async #load(envelopes: readonly Envelope[]): Promise<void> {
    for (const kind of ['task', 'obligation', 'reportingLine'] as const) {
      const wanted = envelopes
        .filter(({ to }) => to.kind === kind && !this.#subjects.has(keyOf(to)))
        .map(({ to }) => to.id);
      for (const row of await lockSubjects(this.#shell.tx, kind, [...new Set(wanted)].sort())) {
        this.#subjects.set(`${kind}/${row.id}`, {
          kind,
          id: row.id,
          snapshot: row.snapshot,
          version: row.version,
          headHash: row.headHash,
          policyVersion: row.policyVersion,
          planId: row.planId,
          scope: {
            jurisdictionId: this.#shell.tx.scope.jurisdictionId,
            planCode: row.planCode,
            actionCode: row.actionCode,
            unitIds: row.unitIds,
          },
          made: null,
          dirty: false,
        });
      }
    }
    for (const { to, event, idempotencyKey } of envelopes) {
      if (to.kind === 'reportingLine' && event.type === 'TASK_JOINED' && !this.#subjects.has(keyOf(to)))
        await this.#beginLine(to, event, idempotencyKey);
    }
  }

  /** A unit's first task in a plan opens its reporting line. */
  async #beginLine(to: SubjectRef, event: { [fact: string]: unknown }, because: string): Promise<void> {
    const task = [...this.#subjects.values()].find(
      (subject) => subject.kind === 'task' && because.startsWith(`from:${keyOf(subject)}/`),
    );
    if (!task) throw new Error('a reporting line is begun by a task alone');
    const input: ReportingLineInput = {
      id: to.id,
      planId: task.planId,
      unitId: String(event['unitId']),
      cadence: 'ten-day',
    };
    const rules = await this.#rules(task.policyVersion);
    const subject: LoadedSubject = {
      ...task,
      kind: 'reportingLine',
      id: to.id,
      snapshot: begin({ kind: 'reportingLine', input }, rules.policy),
      version: 0,
      headHash: GENESIS_HASH,
      scope: { ...task.scope, actionCode: null, unitIds: [input.unitId] },
      made: input,
      dirty: true,
    };
    this.#subjects.set(keyOf(subject), subject);
    this.#record(subject, 'STARTED', this.#shell.now, { input }, null, 'begin');
  }

  async write(): Promise<void> {
    const { tx, now } = this.#shell;
    const dirty = [...this.#subjects.values()].filter((subject) => subject.dirty);
    const rows = async (
      kind: SubjectKind,
      made: boolean,
    ): Promise<(SubjectWrite & { subject: LoadedSubject })[]> => {
      const chosen = dirty.filter((subject) => subject.kind === kind && (subject.made !== null) === made);
      return Promise.all(chosen.map(async (subject) => this.#rowOf(subject)));
    };
    await insertReportingLines(
      tx,
      (await rows('reportingLine', true)).map(({ subject, ...row }) => ({ ...row, ...lineOf(subject) })),
    );
    await insertSittings(tx, this.#sittings);
    await insertObligations(
      tx,
      (await rows('obligation', true)).map(({ subject, ...row }) => ({ ...row, ...obligationOf(subject) })),
    );
    for (const kind of ['task', 'obligation', 'reportingLine'] as const) {
      await saveSubjects(
        tx,
        kind,
        (await rows(kind, false)).map(({ subject: _, ...row }) => row),
      );
    }
    for (const { id, unitIds } of changedLeads(dirty)) await replaceLeads(tx, id, unitIds);
    await appendEvents(tx, this.#events);
    await disarmDeadlines(tx, this.#disarmed, now);
    await armDeadlines(tx, [...this.#armed.values()]);
    for (const filed of this.#filed) await markSittingFiled(tx, filed.id, filed.at, filed.by);
    await claimRungs(tx, this.#claims);
    await cancelDraftedNotices(tx, this.#cancelled);
    await settleAlerts(tx, this.#settled, now);
    await this.#desk.write();
  }

  async #rowOf(subject: LoadedSubject): Promise<SubjectWrite & { subject: LoadedSubject }> {
    const { policy } = await this.#rules(subject.policyVersion);
    const calendar = await this.#today();
    return {
      subject,
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

  async #today(): Promise<WorkingCalendar> {
    this.#calendar ??= await this.#shell.book.calendar(this.#shell.tx);
    return this.#calendar;
  }

  async #rules(policyVersion: number): Promise<Rules> {
    return {
      policy: await this.#shell.book.policy(this.#shell.tx, policyVersion),
      calendar: await this.#today(),
    };
  }
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

function lineOf(subject: LoadedSubject): { planId: string; unitId: string; cadence: string } {
  if (subject.made === null || !('cadence' in subject.made)) throw new Error('not a new reporting line');
  return { planId: subject.made.planId, unitId: subject.made.unitId, cadence: subject.made.cadence };
}

function obligationOf(subject: LoadedSubject): {
  sittingId: string;
  taskId: string;
  unitId: string;
  period: string;
  dueAt: string;
} {
  if (subject.made === null || !('sittingId' in subject.made)) throw new Error('not a new obligation');
  const { sittingId, taskId, unitId, period, dueAt } = subject.made;
  return { sittingId, taskId, unitId, period, dueAt };
}
