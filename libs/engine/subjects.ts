import {
  begin,
  obligationIdOf,
  sittingIdOf,
  TASK_REPORT,
  type ObligationInput,
  type Policy,
  type ReportingLineContext,
  type ReportingLineInput,
  type Role,
  type SubjectKind,
  type SubjectRef,
} from '#accountability';
import type { Instant } from '#calendar';
import {
  eventHash,
  existingObligations,
  GENESIS_HASH,
  type EventWrite,
  type SubjectRow,
  type TaskName,
} from '#persistence';
import type { Beginning, Shell } from './envelope.js';
import type { LoadedSubject, MadeObligation } from './loaded-subject.js';
import { refuseNewer } from './refuse-newer.js';

const KINDS = ['task', 'obligation', 'reportingLine'] as const satisfies readonly SubjectKind[];

export const keyOf = (ref: SubjectRef): string => `${ref.kind}/${ref.id}`;

/** The subjects in the hands of one transaction, each once: locked when it is first asked for, or made. */
export class Subjects {
  readonly events: EventWrite[] = [];
  /** What the rows that were locked say besides: tasks' names, the newest calendar, the mark of the directory. */
  readonly taskNames = new Map<string, TaskName>();
  calendarVersion: number | null = null;
  directoryMark: string | null = null;
  readonly #shell: Shell;
  readonly #held = new Map<string, LoadedSubject>();

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  get(ref: SubjectRef): LoadedSubject | undefined {
    return this.#held.get(keyOf(ref));
  }

  /** Whether the transaction holds what has that key. */
  holds(key: string): boolean {
    return this.#held.has(key);
  }

  /** What the transaction holds. */
  held(): Iterable<LoadedSubject> {
    return this.#held.values();
  }

  /** Those that the transaction has changed. */
  changed(): LoadedSubject[] {
    return [...this.#held.values()].filter(({ dirty }) => dirty);
  }

  /** Locks what is not held yet, one read a kind, in the order of ids; all reads in one round trip. */
  async lock(refs: readonly SubjectRef[]): Promise<void> {
    const locked = await Promise.all(
      KINDS.map((kind) => {
        const wanted = refs
          .filter((ref) => ref.kind === kind && !this.#held.has(keyOf(ref)))
          .map(({ id }) => id);
        return this.#shell.book.places.lock(this.#shell.tx, kind, [...new Set(wanted)].sort());
      }),
    );
    KINDS.forEach((kind, i) => this.hold(kind, locked[i] ?? []));
  }

  /** Takes over rows that this transaction has locked. */
  hold(kind: SubjectKind, rows: readonly SubjectRow[]): void {
    const { jurisdictionId } = this.#shell.tx.scope;
    for (const row of rows) {
      refuseNewer(kind, row);
      const { id, snapshot, version, headHash, policyVersion, planId, planCode, actionCode, unitIds } = row;
      const scope = { jurisdictionId, planCode, actionCode, unitIds };
      this.#learn(row);
      this.#hold({
        kind,
        id,
        snapshot,
        version,
        headHash,
        policyVersion,
        planId,
        scope,
        made: null,
        dirty: false,
      });
    }
  }

  #learn(row: SubjectRow): void {
    this.calendarVersion ??= row.calendarVersion;
    this.directoryMark ??= row.directoryMark;
    const { taskId: id, taskCode: code, taskTitle: title, actionCode, planCode, planTitle } = row;
    if (id !== null && code !== null && title !== null && actionCode !== null)
      this.taskNames.set(id, { id, code, title, actionCode, planCode, planTitle });
  }

  /** A unit's first task in a plan and rhythm opens a reporting line. */
  beginLine(
    task: LoadedSubject,
    { id: lineId, unitId, cadence }: Pick<ReportingLineInput, 'id' | 'unitId' | 'cadence'>,
    policy: Policy,
    at: Instant,
  ): void {
    const input: ReportingLineInput = { id: lineId, planId: task.planId, unitId, cadence };
    const scope = { ...task.scope, actionCode: null, unitIds: [unitId] };
    const snapshot = begin({ kind: 'reportingLine', input }, policy);
    const line = this.#hold({
      ...fresh(task),
      kind: 'reportingLine',
      id: lineId,
      snapshot,
      scope,
      made: input,
    });
    this.record(line, { type: 'STARTED', at, payload: { input } }, null, 'begin');
  }

  /** Makes a subject that is not there yet, with the first line of its trail. */
  begin(
    ref: SubjectRef,
    { planId, policyVersion, scope, made }: Beginning,
    policy: Policy,
    at: Instant,
  ): void {
    const isLine = 'cadence' in made;
    const { kind, id } = ref;
    const input = isLine ? made : inputOf(made);
    const snapshot = isLine
      ? begin({ kind: 'reportingLine', input: made }, policy)
      : begin({ kind: 'obligation', input: inputOf(made) }, policy);
    const subject = this.#hold({
      kind,
      id,
      snapshot,
      version: 0,
      headHash: GENESIS_HASH,
      policyVersion,
      planId,
      scope,
      made,
      dirty: true,
    });
    this.record(subject, { type: isLine ? 'STARTED' : 'SCHEDULED', at, payload: { input } }, null, 'begin');
  }

  /** Makes the obligations of a sitting, one a task; one that is there already is owed no second time. */
  async owe(
    line: LoadedSubject,
    taskIds: readonly string[],
    period: string,
    dueAt: Instant,
    policy: Policy,
    at: Instant,
  ): Promise<SubjectRef[]> {
    const sittingId = sittingIdOf(line.id, period);
    const ids = taskIds.map((taskId) => obligationIdOf(sittingId, taskId));
    const known = await existingObligations(this.#shell.tx, ids);
    const made: SubjectRef[] = [];
    for (const taskId of taskIds) {
      const id = obligationIdOf(sittingId, taskId);
      if (known.has(id) || this.#held.has(keyOf({ kind: 'obligation', id }))) continue;
      const { input, actionId, actionCode } = owedOn(line, taskId, { id, period, dueAt }, policy);
      const snapshot = begin({ kind: 'obligation', input }, policy);
      const obligation = this.#hold({
        ...fresh(line),
        kind: 'obligation',
        id,
        snapshot,
        scope: { ...line.scope, actionCode },
        made: { ...input, sittingId, actionId },
      });
      this.record(obligation, { type: 'SCHEDULED', at, payload: { input } }, null, 'begin');
      made.push({ kind: 'obligation', id });
    }
    return made;
  }

  /** Chains one more line to a subject's trail; returns its number. */
  record(
    subject: LoadedSubject,
    event: { type: string; at: Instant; payload: Record<string, unknown> },
    actorId: string | null,
    idempotencyKey: string,
  ): number {
    const line = {
      subjectKind: subject.kind,
      subjectId: subject.id,
      seq: subject.version + 1,
      ...event,
      actorId,
      unitId: subject.kind === 'task' ? null : (subject.scope.unitIds[0] ?? null),
      idempotencyKey,
    };
    const hash = eventHash(subject.headHash, { jurisdictionId: subject.scope.jurisdictionId, ...line });
    this.events.push({ ...line, prevHash: subject.headHash, hash });
    subject.version += 1;
    subject.headHash = hash;
    subject.dirty = true;
    return subject.version;
  }

  #hold(subject: LoadedSubject): LoadedSubject {
    this.#held.set(keyOf(subject), subject);
    return subject;
  }
}

/** Without the places that only its row names. */
const inputOf = ({ sittingId: _, actionId: __, ...input }: MadeObligation): ObligationInput => input;

/** What a unit's report on a task is made from. */
export const reportOwed = (
  { id, period, dueAt }: { id: string; period: string; dueAt: Instant },
  taskId: string,
  unitId: string,
): ObligationInput => ({ id, taskId, unitId, period, dueAt });

/** What a line owes by one of its ids: a report on that task, or on the line of a duty what the item is. */
function owedOn(
  line: LoadedSubject,
  itemId: string,
  when: { id: string; period: string; dueAt: Instant },
  policy: Policy,
): { input: ObligationInput; actionId: string | null; actionCode: string | null } {
  const unitId = line.scope.unitIds[0] ?? '';
  const context = line.snapshot.context as unknown as ReportingLineContext;
  if (context.duty === TASK_REPORT)
    return {
      input: reportOwed(when, itemId, unitId),
      actionId: null,
      actionCode: line.scope.actionCode,
    };
  const duty = policy.duties.find(({ name }) => name === context.duty);
  const item = context.items.find(({ id }) => id === itemId);
  if (!duty || !item) throw new Error(`${context.duty} owes nothing by the name of ${itemId}`);
  const isPart = duty.kind === 'part';
  const acceptance = duty.acceptance;
  return {
    input: {
      ...when,
      kind: duty.kind,
      duty: duty.name,
      itemKind: item.kind,
      itemId,
      taskId: item.kind === 'task' ? item.refId : null,
      unitId,
      lineId: line.id,
      // Whoever a unit has: a desk for parts, or one liaison for everything.
      owedBy: isPart ? [...new Set<Role>([duty.owedBy, 'liaison', 'leadUnitHead'])] : [duty.owedBy],
      acceptedBy:
        acceptance === null
          ? []
          : acceptance.by === 'askingUnit'
            ? ['liaison', 'leadUnitHead']
            : acceptance.by,
      askedByUnitId: item.askedByUnitId,
    },
    actionId: item.kind === 'action' ? item.refId : null,
    actionCode: item.actionCode,
  };
}

/** What a new subject takes over from the one that brings it about. */
const fresh = (from: LoadedSubject): LoadedSubject => ({
  ...from,
  version: 0,
  headHash: GENESIS_HASH,
  dirty: true,
});
