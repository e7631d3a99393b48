import {
  decide,
  refuse,
  rhythmJoined,
  sittingIdOf,
  unitCounted,
  type Effect,
  type RecordedEvent,
  type ReportingLineContext,
  type Rejection,
  type Rules,
  type Subject,
  type SubjectRef,
} from '#accountability';
import type { WorkingCalendar } from '#calendar';
import { eventsByKeys, tellUpper, type EventRead } from '#persistence';
import { armClock } from './arm-clock.js';
import { Crowd } from './bulk/crowd.js';
import { Changes } from './changes.js';
import { Desk } from './desk.js';
import { DutyCalls } from './duties/duty-calls.js';
import { withDutyLabel } from './duties/duty-text.js';
import type { Applied, Cause, Envelope, Held, Shell } from './envelope.js';
import { following } from './following.js';
import { columnsOf, type LoadedSubject } from './loaded-subject.js';
import { keyOf, Subjects } from './subjects.js';
import { toldUpward } from './cascade/told-upward.js';
import { UnitCards } from './unit-cards.js';

/**
 * What one transaction decides. Events are taken in waves: what a wave brings about in other subjects is the next
 * one, so each wave locks once a kind. Nothing is written before everything is decided.
 */
export class UnitOfWork {
  readonly applied: Applied[] = [];
  readonly #shell: Shell;
  readonly #subjects: Subjects;
  readonly #changes = new Changes();
  readonly #desk: Desk;
  readonly #unitCards: UnitCards;
  readonly #duties: DutyCalls;
  /** Those that are taken together, where the transaction is about many. */
  readonly #crowd: Crowd | null;
  /** What people asked for before under the same keys. */
  readonly #repeated = new Map<string, RecordedEvent>();
  #calendar: WorkingCalendar | null = null;

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#subjects = new Subjects(shell);
    this.#unitCards = new UnitCards(shell, this.#subjects);
    this.#desk = new Desk(shell, this.#subjects);
    this.#duties = new DutyCalls(shell);
    this.#crowd = shell.together ? new Crowd(shell, shell.together, (version) => this.#rules(version)) : null;
  }

  /**
   * Decides everything; a refusal of what a person asked for ends it.
   * @param leaves what is not followed up, where nothing is written either
   */
  async take(
    envelopes: readonly Envelope[],
    held?: Held,
    leaves?: (envelope: Envelope) => boolean,
  ): Promise<Rejection | null> {
    if (held) this.#takeOver(held);
    const first = [...envelopes];
    let wave = first;
    while (wave.length > 0) {
      const alone = await this.#crowd?.hold(wave, this.#subjects);
      const [, repeated] = await Promise.all([
        this.#subjects.lock(alone ?? wave.map(({ to }) => to)),
        wave === first && !held ? this.#repeatsOf(wave) : [],
      ]);
      for (const event of repeated)
        this.#repeated.set(`${event.subjectKind}/${event.subjectId}/${event.idempotencyKey}`, event);
      await this.#begin(wave);
      this.#shell.fault('applyEvents.locked');
      const next: Envelope[] = [];
      for (const envelope of wave) {
        if (this.#crowd?.takes(envelope, next)) continue;
        const rejection = await this.#takeOne(envelope, next);
        if (rejection) return rejection;
      }
      wave = leaves ? next.filter((envelope) => !leaves(envelope)) : next;
    }
    return null;
  }

  /** What it has decided and would write, for who asks beforehand. */
  get decided(): Pick<Changes, 'clocks' | 'movedSittings'> & { toldUnitIds: string[] } {
    const { clocks, movedSittings } = this.#changes;
    return { clocks, movedSittings, toldUnitIds: this.#desk.toldUnitIds };
  }

  /** What is not there yet, and begins with what is sent to it. */
  async #begin(wave: readonly Envelope[]): Promise<void> {
    for (const { to, begins, event } of wave) {
      if (!begins || this.#subjects.get(to)) continue;
      const { policy } = await this.#rules(begins.policyVersion);
      this.#subjects.begin(to, begins, policy, event.at);
    }
  }

  async write(): Promise<void> {
    const messages = this.#changes.renames ? [] : await this.#desk.messagesAlone();
    await this.#changes.write(this.#shell, this.#subjects, (version) => this.#rules(version), messages);
    await this.#crowd?.write();
    await this.#desk.write({ renamed: this.#changes.renames });
    const { tx, now } = this.#shell;
    const upward = toldUpward(this.#subjects.changed(), this.#crowd?.toldIds ?? null);
    if (upward !== null) tellUpper(tx, upward, now);
  }

  #takeOver({ kind, rows, idempotencyKey, repeated }: Held): void {
    this.#subjects.hold(kind, rows);
    for (const event of repeated)
      this.#repeated.set(`${keyOf({ kind, id: event.subjectId })}/${idempotencyKey}`, event);
  }

  /** Asked behind the locks: what another transaction recorded while this one waited is seen. */
  #repeatsOf(envelopes: readonly Envelope[]): Promise<EventRead[]> {
    const keys = envelopes
      .filter(({ droppable }) => !droppable)
      .map(({ to, idempotencyKey }) => ({ subjectKind: to.kind, subjectId: to.id, idempotencyKey }));
    return eventsByKeys(this.#shell.tx, keys);
  }

  async #takeOne(envelope: Envelope, next: Envelope[]): Promise<Rejection | null> {
    const subject = this.#subjects.get(envelope.to);
    if (!subject)
      return refuse('SubjectNotFound', '找不到该事项；它可能已被移除，或不在您的权限范围内。').rejection;
    const earlier = subject.policyVersion;
    if (envelope.event.type === 'POLICY_ADOPTED')
      subject.policyVersion = Number(envelope.event['policyVersion']);
    const rules = await this.#rules(subject.policyVersion);
    const repeated = this.#repeated.get(`${keyOf(envelope.to)}/${envelope.idempotencyKey}`);
    if (repeated) return this.#remember(subject, repeated, rules);
    if (envelope.expectedVersion !== undefined && envelope.expectedVersion !== subject.version) {
      return refuse('VersionConflict', '该事项刚刚有新的变化；请刷新后，在最新内容上重新办理。', {
        current: subject.version,
      }).rejection;
    }
    const decision = decide(
      await this.#counting(subject, envelope, rules),
      envelope.event,
      rules,
      envelope.actor,
    );
    if (!decision.ok) {
      subject.policyVersion = earlier;
      return envelope.droppable ? null : decision.rejection;
    }
    const before = subject.snapshot;
    const { personId } = envelope.actor;
    const seq = this.#subjects.record(subject, decision.event, personId, envelope.idempotencyKey);
    subject.snapshot = decision.snapshot;
    const cause: Cause = { seq, at: decision.event.at, personId };
    const caused: Envelope[] = [];
    if (subject.kind === 'task') this.#changes.follow(subject, decision.event, personId);
    for (const effect of decision.effects) await this.#carryOut(effect, subject, cause, rules, caused);
    if (subject.kind === 'task') {
      const called =
        subject.policyVersion === earlier
          ? await this.#duties.after(subject, before, rules.policy)
          : await this.#duties.afterAdoption(subject, rules.policy);
      this.#callDuties(called, subject, cause, caused);
    }
    next.push(...caused);
    return this.#remember(subject, decision.event, rules);
  }

  /** The subject, with its unit's other cards where a rule of the ladder counts them. */
  async #counting(subject: LoadedSubject, { event }: Envelope, { policy }: Rules): Promise<Subject> {
    const unitId = unitCounted(subject, event, policy);
    if (unitId === null) return subject;
    return { ...subject, unitCards: await this.#unitCards.elsewhere(subject, unitId, event.at) };
  }

  #remember(subject: LoadedSubject, { type, at, payload }: RecordedEvent, { policy }: Rules): null {
    const { state } = columnsOf(subject, policy);
    const to = { kind: subject.kind, id: subject.id };
    this.applied.push({ to, event: { type, at, payload }, version: subject.version, state });
    return null;
  }

  async #carryOut(
    effect: Effect,
    subject: LoadedSubject,
    cause: Cause,
    rules: Rules,
    next: Envelope[],
  ): Promise<void> {
    const of = { subjectKind: subject.kind, subjectId: subject.id };
    const changes = this.#changes;
    switch (effect.type) {
      case 'armDeadline': {
        const clock = armClock(effect, subject.kind, rules.calendar);
        return changes.arm({ ...of, ...clock, armedAt: cause.at });
      }
      case 'disarmDeadline':
        return changes.disarm({ ...of, name: effect.name });
      case 'planSitting': {
        const { type: _, taskIds, ...planned } = effect;
        const id = sittingIdOf(subject.id, planned.period);
        const unitId = subject.scope.unitIds[0] ?? '';
        changes.sittings.push({
          id,
          reportingLineId: subject.id,
          planId: subject.planId,
          unitId,
          duty: (subject.snapshot.context as unknown as ReportingLineContext).duty,
          ...planned,
        });
        if (this.#crowd?.owes(subject, { ...planned, taskIds }, rules.policy, cause.at, this.#subjects))
          return;
        await this.#subjects.owe(subject, taskIds, planned.period, planned.dueAt, rules.policy, cause.at);
        return;
      }
      case 'addObligation': {
        const { taskId, period, dueAt, open } = effect;
        this.#crowd?.addsTo(subject.id);
        const [added] = await this.#subjects.owe(subject, [taskId], period, dueAt, rules.policy, cause.at);
        if (added && open)
          next.push(following(added, { type: 'WINDOW_OPENED' }, subject, cause, next.length));
        return;
      }
      case 'fileSitting':
        changes.filed.push({
          id: sittingIdOf(subject.id, effect.period),
          at: effect.filedAt,
          by: cause.personId,
        });
        return;
      case 'moveSitting': {
        const { period, opensAt, dueAt } = effect;
        changes.movedSittings.push({ id: sittingIdOf(subject.id, period), opensAt, dueAt });
        return;
      }
      case 'forward':
        await this.#forward(effect.to, effect.event, subject, cause, rules);
        next.push(following(effect.to, effect.event, subject, cause, next.length));
        return;
      case 'claimRung':
        changes.claims.push({ ...of, generation: effect.generation, rung: effect.rung, claimedAt: cause.at });
        return;
      case 'draftNotice':
        return this.#desk.draft(effect, subject, cause, rules);
      case 'cancelNotice':
        changes.cancelled.push({ ...of, generation: effect.generation });
        return;
      case 'rescindNotice':
        changes.rescinded.push({ ...of, generation: effect.generation, rung: effect.rung });
        return;
      case 'notify':
        return this.#desk.notify(withDutyLabel(effect, rules.policy), subject, cause, rules);
      case 'raiseAlert':
        return this.#desk.raise(withDutyLabel(effect, rules.policy), subject, cause);
      case 'settleAlert':
        changes.settled.push({ ...of, name: effect.name });
        return;
    }
  }

  /** Sees to it that the line is there which a task is about to join. */
  async #forward(
    to: SubjectRef,
    event: { type: string; [fact: string]: unknown },
    task: LoadedSubject,
    cause: Cause,
    rules: Rules,
  ): Promise<void> {
    if (to.kind !== 'reportingLine' || event.type !== 'TASK_JOINED') return;
    await this.#subjects.lock([to]);
    if (this.#subjects.get(to)) return;
    const line = { id: to.id, unitId: String(event['unitId']), cadence: rhythmJoined(event) };
    this.#subjects.beginLine(task, line, rules.policy, cause.at);
  }

  /** A task that comes alive or is over brings duties about its action and its plan onto their lines, or takes them off. */
  #callDuties(
    { calls, alerts }: Awaited<ReturnType<DutyCalls['after']>>,
    task: LoadedSubject,
    cause: Cause,
    next: Envelope[],
  ): void {
    for (const alert of alerts) this.#desk.raise(alert, task, cause);
    for (const { to, begins, event } of calls) {
      const call = following(to, event, task, cause, next.length);
      next.push(begins === null ? call : { ...call, begins });
    }
  }

  async #rules(policyVersion: number): Promise<Rules> {
    const { book, tx } = this.#shell;
    this.#calendar ??= await book.calendar(tx, this.#subjects.calendarVersion);
    return { policy: await book.policy(tx, policyVersion), calendar: this.#calendar };
  }
}
